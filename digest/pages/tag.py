"""The pages of each tag: its articles, newest first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from digest import permalinks
from digest.cache.values import group_key
from digest.model.library import Library
from digest.model.page import Group, Page, Templated
from digest.model.site import Site
from digest.model.taxonomies import Tag, Taxonomies
from digest.views.cards import Card, cards, told_apart
from digest.views.pagination import Pager, paged


@dataclass(frozen=True, slots=True, kw_only=True)
class TagView:
    """A page of the articles of a tag."""

    permalink: str
    name: str
    pager: Pager
    cards: tuple[Card, ...]


def pages(library: Library, site: Site) -> Iterator[Group]:
    """Make the pages of each tag."""
    del site
    told = told_apart(library)
    for tag in library[Taxonomies].tags:
        key = group_key("tag", tag.slug, tag.name, [told(path) for path in tag.articles])
        yield Group(key=key, pages=partial(_pages, tag, cards(library)))


def _pages(tag: Tag, announced: Callable[[str], Card]) -> Iterator[Page]:
    for address, pager, shown in paged(tag.articles, permalinks.tag(tag.slug)):
        view = TagView(permalink=address, name=tag.name, pager=pager, cards=tuple(map(announced, shown)))
        yield Page(permalink=address, body=Templated(template="tag.html", view=view))
