"""The log of corrections and retractions."""

from collections.abc import Iterator
from dataclasses import dataclass

from digest import permalinks
from digest.model.announcement import Announcement
from digest.model.article import Correction, Day
from digest.model.library import Library
from digest.model.page import Page, Templated
from digest.model.passed_on import PassedOn
from digest.model.retraction import Retractions
from digest.model.site import Site
from digest.text import dates


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One correction, or the retraction of an article, with the article that it is about."""

    text: str
    date: Day
    title: PassedOn | str
    language: str
    permalink: str
    is_retraction: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsView:
    """All entries, the newest first."""

    permalink: str
    entries: tuple[Entry, ...]


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make the log's page, which is there when nothing was corrected too."""
    del site
    view = CorrectionsView(permalink=permalinks.CORRECTIONS, entries=log(library))
    updated = dates.latest(*(entry.date for entry in view.entries))
    yield Page(permalink=view.permalink, body=Templated(template="corrections.html", view=view), updated=updated)


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
                title=annotated.findings[Announcement].title,
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
