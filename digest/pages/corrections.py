"""The log of corrections and retractions."""

from collections.abc import Iterator
from dataclasses import dataclass

from digest import permalinks
from digest.corrections import Entry, log
from digest.model.library import Library
from digest.model.page import Page, Templated
from digest.model.site import Site
from digest.text import dates


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
