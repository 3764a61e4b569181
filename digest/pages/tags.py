"""The list of tags."""

from collections.abc import Iterator
from dataclasses import dataclass

from digest import permalinks
from digest.model.library import Library
from digest.model.page import Page, Templated
from digest.model.site import Site
from digest.model.taxonomies import Tag, Taxonomies
from digest.views.cards import TermView
from digest.views.pagination import Pager, paged

_A_PAGE = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedTag:
    """A tag with the number of its articles."""

    term: TermView
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TagsView:
    """A page of the tags, those with most articles first."""

    permalink: str
    pager: Pager
    tags: tuple[CountedTag, ...]


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make the pages of the list, which is there when no article has a tag too."""
    del site
    tags = sorted(library[Taxonomies].tags, key=lambda tag: (-len(tag.articles), tag.slug))
    for address, pager, shown in paged(tags, permalinks.TAGS, _A_PAGE):
        view = TagsView(permalink=address, pager=pager, tags=tuple(map(_counted, shown)))
        yield Page(permalink=address, body=Templated(template="tags.html", view=view))


def _counted(tag: Tag) -> CountedTag:
    return CountedTag(term=TermView(name=tag.name, permalink=permalinks.tag(tag.slug)), articles=len(tag.articles))
