"""The pages of each source: what is known of it, and its articles, newest first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from digest import permalinks
from digest.cache.values import group_key
from digest.model.library import Library
from digest.model.page import Group, Page, Templated
from digest.model.site import Site
from digest.model.taxonomies import Licence, Publisher, Taxonomies
from digest.views.cards import Card, cards, told_apart
from digest.views.pagination import Pager, paged


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A page of the articles of a source; `owner` and `host` may be empty."""

    permalink: str
    name: str
    owner: str
    host: str
    licences: tuple[Licence, ...]
    pager: Pager
    cards: tuple[Card, ...]


def pages(library: Library, site: Site) -> Iterator[Group]:
    """Make the pages of each source."""
    del site
    told = told_apart(library)
    for source in library[Taxonomies].sources:
        key = group_key("source", source, [told(path) for path in source.articles])
        yield Group(key=key, pages=partial(_pages, source, cards(library)))


def _pages(source: Publisher, announced: Callable[[str], Card]) -> Iterator[Page]:
    for address, pager, shown in paged(source.articles, permalinks.source(source.slug)):
        view = SourceView(
            permalink=address,
            name=source.name,
            owner=source.owner,
            host=source.host,
            licences=source.licences,
            pager=pager,
            cards=tuple(map(announced, shown)),
        )
        yield Page(permalink=address, body=Templated(template="source.html", view=view))
