"""The list of sources: who published the articles first, and under which licences."""

from collections.abc import Iterator
from dataclasses import dataclass

from digest import permalinks
from digest.model.library import Library
from digest.model.page import Page, Templated
from digest.model.site import Site
from digest.model.taxonomies import Licence, Publisher, Taxonomies
from digest.views.pagination import Pager, paged

_A_PAGE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A source in the list."""

    permalink: str
    name: str
    owner: str
    host: str
    licences: tuple[Licence, ...]
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesView:
    """A page of the sources, those with most articles first, and how many articles state none."""

    permalink: str
    pager: Pager
    sources: tuple[SourceRow, ...]
    unstated: int


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make the pages of the list, which is there when no article states a source too."""
    del site
    found = library[Taxonomies]
    sources = sorted(found.sources, key=lambda source: (-len(source.articles), source.slug))
    unstated = sum(not filing.source for filing in found.filings)
    for address, pager, shown in paged(sources, permalinks.SOURCES, _A_PAGE):
        view = SourcesView(permalink=address, pager=pager, sources=tuple(map(_row, shown)), unstated=unstated)
        yield Page(permalink=address, body=Templated(template="sources.html", view=view))


def _row(source: Publisher) -> SourceRow:
    return SourceRow(
        permalink=permalinks.source(source.slug),
        name=source.name,
        owner=source.owner,
        host=source.host,
        licences=source.licences,
        articles=len(source.articles),
    )
