"""The records of the articles, beside their pages, and of the library."""

from collections.abc import Iterator
from functools import partial

import msgspec

from digest import permalinks
from digest.model.library import Library
from digest.model.names import Entities
from digest.model.page import Composed, Page
from digest.model.retraction import Retractions
from digest.model.site import Site
from digest.records import encoded, of_article, of_library, of_retraction


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make the record of each article, retracted ones too, and `library.json`."""
    found = library[Entities]
    entities, named = {entity.key: entity for entity in found.entities}, found.by_article()
    records = [
        *(of_article(one, named.get(one.article.path, ()), entities, site) for one in library.articles),
        *(of_retraction(gone, site) for gone in library[Retractions].retractions),
    ]
    for record in records:
        yield _page(permalinks.as_data(record.url), record)
    yield _page(permalinks.LIBRARY, of_library(library, records, site))


def _page(permalink: str, record: msgspec.Struct) -> Page:
    return Page(permalink=permalink, body=Composed(compose=partial(encoded, record)))
