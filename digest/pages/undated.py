"""The articles of the archive that have no date."""

from collections.abc import Iterator
from dataclasses import dataclass

from digest import permalinks
from digest.model.library import Library
from digest.model.page import Page, Templated
from digest.model.site import Site
from digest.model.taxonomies import Taxonomies
from digest.views.cards import Card, cards
from digest.views.pagination import Pager, paged


@dataclass(frozen=True, slots=True, kw_only=True)
class UndatedView:
    """A page of the undated articles."""

    permalink: str
    pager: Pager
    cards: tuple[Card, ...]


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make the pages of the undated articles, when there are some."""
    del site
    undated, announced = library[Taxonomies].undated, cards(library)
    if not undated:
        return
    for address, pager, shown in paged(undated, permalinks.UNDATED):
        view = UndatedView(permalink=address, pager=pager, cards=tuple(map(announced, shown)))
        yield Page(permalink=address, body=Templated(template="undated.html", view=view))
