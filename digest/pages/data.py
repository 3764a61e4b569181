"""The records of what was retracted, and of the library."""

from collections.abc import Callable, Iterator
from functools import partial

import msgspec

from digest import permalinks
from digest.model.library import Library
from digest.model.page import Composed, Page
from digest.model.retraction import Retractions
from digest.model.site import Site
from digest.records import encoded, of_library, of_retraction


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make the record of each retracted article, and `library.json`."""
    for gone in library[Retractions].retractions:
        yield _page(permalinks.as_data(permalinks.article(gone.slug, gone.date)), partial(of_retraction, gone, site))
    yield _page(permalinks.LIBRARY, partial(of_library, library, site))


def _page(permalink: str, record: Callable[[], msgspec.Struct]) -> Page:
    """Make the page of a record that is not made before it is written: together they take more memory than the articles."""
    return Page(permalink=permalink, body=Composed(compose=lambda: encoded(record())))
