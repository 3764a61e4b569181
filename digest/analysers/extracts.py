"""Articles without takeaways to sentences of their own that say most: verbatim, and marked as picked."""

from digest.model.article import Article, EvidenceLink, Takeaway
from digest.model.evidence import Extracts
from digest.model.library import Findings
from digest.text.alone import stands_alone
from digest.text.salience import salient
from digest.text.sentences import sentences
from digest.text.words import stems

_MOST = 4
_FEWEST = 2
_SENTENCES_FOR_ONE = 5
_SHORTEST_ARTICLE = 4
_QUOTATIONS = 0.75
_SHORT, _LONG, _UNUSUAL = 12, 35, 0.8  # words of a sentence
_QUOTED = ("“", '"', "«")


def annotate(article: Article, findings: Findings) -> Extracts:
    """Pick up to four sentences, the one that says most first; none of an article that has takeaways, or few sentences."""
    del findings
    front_matter = article.front_matter
    if front_matter.takeaways or not front_matter.extract:
        return Extracts(takeaways=())
    spoken = [
        (block.id, block.text[start:end])
        for block in article.blocks
        if block.kind == "paragraph"
        for start, end in sentences(block.text)
    ]
    if len(spoken) < _SHORTEST_ARTICLE:
        return Extracts(takeaways=())
    eligible = {at: _fitness(text) for at, (_, text) in enumerate(spoken) if stands_alone(text, front_matter.language)}
    words = [stems(text, front_matter.language) for _, text in spoken]
    most = min(_MOST, max(_FEWEST, len(spoken) // _SENTENCES_FOR_ONE))
    chosen = salient(words, stems(front_matter.title, front_matter.language), eligible, most)
    return Extracts(takeaways=tuple(_extract(number, *spoken[at]) for number, at in enumerate(chosen, 1)))


def _fitness(text: str) -> float:
    """Put what someone is quoted to say behind what the article says itself, and the very short and long behind the rest."""
    quoted = _QUOTATIONS if any(mark in text for mark in _QUOTED) else 1.0
    return quoted if _SHORT <= len(text.split()) <= _LONG else quoted * _UNUSUAL


def _extract(number: int, paragraph: str, text: str) -> Takeaway:
    link = EvidenceLink(paragraph=paragraph, score=1.0)
    return Takeaway(id=f"t{number}", text=text, origin="extracted", evidence=(link,), state="linked")
