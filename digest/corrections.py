"""What was corrected or retracted in a library, as entries of a log."""

from collections.abc import Iterator
from dataclasses import dataclass

from digest import permalinks
from digest.model.article import Correction, Day
from digest.model.library import Library
from digest.model.retraction import Retractions
from digest.text import dates


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One correction, or the retraction of an article, with the article that it is about."""

    text: str
    date: Day
    title: str
    language: str
    permalink: str
    is_retraction: bool


def log(library: Library) -> tuple[Entry, ...]:
    """List all corrections and retractions, the newest first, those without a date last."""
    return tuple(sorted(_entries(library), key=lambda entry: (dates.newest_first(entry.date), entry.permalink, entry.text)))


def _entries(library: Library) -> Iterator[Entry]:
    for annotated in library.articles:
        front_matter = annotated.article.front_matter
        permalink = permalinks.article(annotated.article.slug, front_matter.date)
        for one in front_matter.corrections:
            yield Entry(
                text=one.text,
                date=one.date,
                title=annotated.article.title,
                language=front_matter.language,
                permalink=permalink,
                is_retraction=False,
            )
    for gone in library[Retractions].retractions:
        permalink = permalinks.article(gone.slug, gone.date)
        for index, reason in enumerate(gone.corrections or (Correction(text=""),)):
            yield Entry(
                text=reason.text,
                date=reason.date,
                title=gone.title,
                language=gone.language,
                permalink=permalink,
                is_retraction=index == 0,
            )
