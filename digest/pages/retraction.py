"""The page of a retracted article: that it was retracted, when and why, and nothing of its text."""

from collections.abc import Iterator
from dataclasses import dataclass

from digest import linked_data, permalinks
from digest.model.article import Correction, Day
from digest.model.html import Html
from digest.model.library import Library
from digest.model.page import Page, Templated
from digest.model.retraction import Retractions
from digest.model.site import Site
from digest.text.html import data_block


@dataclass(frozen=True, slots=True, kw_only=True)
class RetractionView:
    """All that is left to show."""

    permalink: str
    title: str
    language: str
    date: Day
    corrections: tuple[Correction, ...]
    linked_data: Html


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make a page for each retracted article, at the address where it stood."""
    for gone in library[Retractions].retractions:
        view = RetractionView(
            permalink=permalinks.article(gone.slug, gone.date),
            title=gone.title,
            language=gone.language,
            date=gone.date,
            corrections=gone.corrections,
            linked_data=data_block(linked_data.retraction(gone, site)),
        )
        yield Page(permalink=view.permalink, body=Templated(template="retraction.html", view=view), listed=False)
