"""Articles without takeaways to sentences of their own that say most: verbatim, and marked as picked."""

from collections.abc import Iterator

from digest.model.article import Article, EvidenceLink, Takeaway
from digest.model.evidence import Extracts
from digest.model.library import Findings
from digest.structure.datelines import dateline
from digest.text.alone import shows_picture, stands_alone
from digest.text.salience import salient
from digest.text.sentences import sentences
from digest.text.words import stems

_MOST = 4
_FEWEST = 2
_SENTENCES_FOR_ONE = 5
_SHORTEST_ARTICLE = 4
_QUOTATIONS = 0.8
_PICTURES = 0.3
_SHORT, _LONG, _UNUSUAL = 12, 35, 0.9  # words of a sentence
_QUOTED = ("“", '"', "«")


def annotate(article: Article, findings: Findings) -> Extracts:
    """Pick up to four sentences, the one that says most first; none of an article that has takeaways, or few sentences."""
    del findings
    front_matter = article.front_matter
    if front_matter.takeaways or not front_matter.extract:
        return Extracts(takeaways=())
    spoken = list(_spoken(article))
    if len(spoken) < _SHORTEST_ARTICLE:
        return Extracts(takeaways=())
    eligible = {at: _fitness(text) for at, (_, text) in enumerate(spoken) if stands_alone(text, front_matter.language)}
    words = [stems(text, front_matter.language) for _, text in spoken]
    most = min(_MOST, max(_FEWEST, len(spoken) // _SENTENCES_FOR_ONE))
    chosen = salient(words, stems(front_matter.title, front_matter.language), eligible, most)
    return Extracts(takeaways=tuple(_extract(number, *spoken[at]) for number, at in enumerate(chosen, 1)))


def _spoken(article: Article) -> Iterator[tuple[str, str]]:
    """Yield the sentences of an article with their paragraphs, without the dateline that it begins with."""
    for at, block in enumerate(article.blocks):
        if block.kind == "paragraph":
            opening = None if at else dateline(block.text)
            text = block.text[opening.end :] if opening and not opening.start else block.text
            yield from ((block.id, text[start:end]) for start, end in sentences(text))


def _fitness(text: str) -> float:
    """Put quotations and what tells of a picture behind the article’s own words, the very short and long behind the rest."""
    quoted = _QUOTATIONS if any(mark in text for mark in _QUOTED) else 1.0
    worth = quoted * _PICTURES if shows_picture(text) else quoted
    return worth if _SHORT <= len(text.split()) <= _LONG else worth * _UNUSUAL


def _extract(number: int, paragraph: str, text: str) -> Takeaway:
    link = EvidenceLink(paragraph=paragraph, score=1.0)
    return Takeaway(id=f"t{number}", text=text, origin="extracted", evidence=(link,), state="linked")
