"""The pages of each tag: its articles, newest first."""

from collections.abc import Iterator
from dataclasses import dataclass

from digest import permalinks
from digest.model.library import Library
from digest.model.page import Page, Templated
from digest.model.site import Site
from digest.model.taxonomies import Taxonomies
from digest.pagination import Pager, paged
from digest.views import Card, cards


@dataclass(frozen=True, slots=True, kw_only=True)
class TagView:
    """A page of the articles of a tag."""

    permalink: str
    name: str
    pager: Pager
    cards: tuple[Card, ...]


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make the pages of each tag."""
    del site
    announced = cards(library)
    for tag in library[Taxonomies].tags:
        for address, pager, shown in paged(tag.articles, permalinks.tag(tag.slug)):
            view = TagView(permalink=address, name=tag.name, pager=pager, cards=tuple(map(announced, shown)))
            yield Page(permalink=address, body=Templated(template="tag.html", view=view))
