"""The records of the articles, beside their pages, and of the library."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import msgspec

from digest import permalinks
from digest.model.library import Annotated, Library
from digest.model.marked import Marked
from digest.model.names import Entities, Entity, Mention
from digest.model.page import Composed, Later, Page
from digest.model.retraction import Retractions
from digest.model.site import Site
from digest.records import encoded, of_article, of_library, of_retraction
from digest.views import marked_articles


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make the record of each article, retracted ones too, and `library.json`."""
    found = library[Entities]
    entities, named = {entity.key: entity for entity in found.entities}, found.by_article()
    articles = marked_articles(library)
    for one in library.articles:
        article = one.article
        appearances = tuple(named.get(article.path, ()))
        given = {"annotated": articles(article.path), "named": tuple((entities[its.entity], its.mentions) for its in appearances)}
        permalink = permalinks.as_data(permalinks.article(article.slug, article.front_matter.date))
        yield Page(permalink=permalink, body=Later(make=article_record, given=given))
    for gone in library[Retractions].retractions:
        yield _page(permalinks.as_data(permalinks.article(gone.slug, gone.date)), partial(of_retraction, gone, site))
    yield _page(permalinks.LIBRARY, partial(of_library, library, site))


def article_record(*, annotated: Marked[Annotated], named: Sequence[tuple[Entity, Sequence[Mention]]], site: Site) -> bytes:
    """Write the record of an article."""
    return encoded(of_article(annotated.value, named, site))


def _page(permalink: str, record: Callable[[], msgspec.Struct]) -> Page:
    """Make the page of a record that is not made before it is written: together they take more memory than the articles."""
    return Page(permalink=permalink, body=Composed(compose=lambda: encoded(record())))
