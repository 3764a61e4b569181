"""The records of the articles, beside their pages, and of the library."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec import structs

from digest import permalinks
from digest.model.announcement import Announcement, Count
from digest.model.library import Annotated, Library
from digest.model.marked import Marked
from digest.model.names import Entities, Entity, Mentions
from digest.model.page import Later, Page
from digest.model.retraction import Retraction, Retractions
from digest.model.site import Site
from digest.records import LibraryRecord, encoded, of_article, of_library, of_retraction
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
        permalink = permalinks.as_data(permalinks.article(gone.slug, gone.date))
        yield Page(permalink=permalink, body=Later(make=retraction_record, given={"gone": gone}))
    listed = {"record": of_library(library, site), "words": tuple(one.findings[Announcement].words for one in library.articles)}
    yield Page(permalink=permalinks.LIBRARY, body=Later(make=library_record, given=listed))


def article_record(*, annotated: Marked[Annotated], named: Sequence[tuple[Entity, Mentions]], site: Site) -> bytes:
    """Write the record of an article."""
    return encoded(of_article(annotated.value, named, site))


def retraction_record(*, gone: Retraction, site: Site) -> bytes:
    """Write the record of a retracted article."""
    return encoded(of_retraction(gone, site))


def library_record(*, record: LibraryRecord, words: Sequence[Count], site: Site) -> bytes:
    """Write the record of a library, whose articles have so many words."""
    del site
    articles = [structs.replace(one, words=count.number) if count else one for one, count in zip_longest(record.articles, words)]
    return encoded(structs.replace(record, articles=articles))
