"""Articles to what announces them elsewhere: the editor's summary, else the first sentence."""

from digest.claims import texts_of
from digest.model.announcement import Announcement, Count
from digest.model.article import Article
from digest.model.library import Findings
from digest.model.passed_on import PassedOn
from digest.structure.language import is_of_no_language
from digest.text.languages import UNDETERMINED
from digest.text.reading import minutes
from digest.text.sentences import sentences

LONGEST = 2_000  # characters: many pages and feeds show it


def annotate(article: Article, findings: Findings) -> Announcement:
    """Find what announces an article."""
    del findings
    sizes = texts_of(article).sizes()
    words = sum(sizes[len(sizes) - len(article.blocks) :])
    return Announcement(
        title=PassedOn(article.title),
        opening=PassedOn(article.front_matter.summary or _first_sentence(article)),
        minutes=0 if article.withheld else minutes(words),
        words=Count.to(words),
        language=article.front_matter.language or _undetermined(article),
    )


def _undetermined(article: Article) -> str:
    texts = (*(section.heading for section in article.sections), *(block.text for block in article.blocks))
    return UNDETERMINED if is_of_no_language(texts) else ""


def _first_sentence(article: Article) -> str:
    text = next((block.text for block in article.blocks if block.kind == "paragraph"), "")
    sentence = next((text[start:end] for start, end in sentences(text)), "")
    return sentence if len(sentence) <= LONGEST else f"{sentence[:LONGEST].rpartition(' ')[0] or sentence[:LONGEST]} …"
