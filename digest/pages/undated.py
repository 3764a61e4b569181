"""The articles of the archive that have no date."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from digest import permalinks
from digest.cache.values import group_key
from digest.model.library import Library
from digest.model.page import Group, Page, Templated
from digest.model.site import Site
from digest.model.taxonomies import Taxonomies
from digest.views.cards import Card, cards, told_apart
from digest.views.pagination import Pager, paged


@dataclass(frozen=True, slots=True, kw_only=True)
class UndatedView:
    """A page of the undated articles."""

    permalink: str
    pager: Pager
    cards: tuple[Card, ...]


def pages(library: Library, site: Site) -> Iterator[Group]:
    """Make the pages of the undated articles, when there are some."""
    del site
    undated, told = library[Taxonomies].undated, told_apart(library)
    if undated:
        yield Group(key=group_key("undated", list(map(told, undated))), pages=partial(_pages, undated, cards(library)))


def _pages(undated: Sequence[str], announced: Callable[[str], Card]) -> Iterator[Page]:
    for address, pager, shown in paged(undated, permalinks.UNDATED):
        view = UndatedView(permalink=address, pager=pager, cards=tuple(map(announced, shown)))
        yield Page(permalink=address, body=Templated(template="undated.html", view=view))
