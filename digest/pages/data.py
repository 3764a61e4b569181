"""The records of what was retracted, and of the library."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from digest import permalinks
from digest.model.announcement import Announcement, Count
from digest.model.library import Library
from digest.model.page import Later, Page
from digest.model.passed_on import PassedOn
from digest.model.retraction import Retraction, Retractions
from digest.model.site import Site
from digest.records import LibraryRecord, encoded, of_library, of_retraction


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make the record of each retracted article, and `library.json`."""
    for gone in library[Retractions].retractions:
        permalink = permalinks.as_data(permalinks.article(gone.slug, gone.date))
        yield Page(permalink=permalink, body=Later(make=retraction_record, given={"gone": gone}))
    announced = [one.findings[Announcement] for one in library.articles]
    listed = {
        "record": of_library(library, site),
        "titles": tuple(one.title for one in announced),
        "words": tuple(one.words for one in announced),
    }
    yield Page(permalink=permalinks.LIBRARY, body=Later(make=library_record, given=listed))


def retraction_record(*, gone: Retraction, site: Site) -> bytes:
    """Write the record of a retracted article."""
    return encoded(of_retraction(gone, site))


def library_record(*, record: LibraryRecord, titles: Sequence[PassedOn], words: Sequence[Count], site: Site) -> bytes:
    """Write the record of a library, whose articles have these titles and so many words."""
    del site
    published, retracted = record.articles[: len(titles)], record.articles[len(titles) :]
    told = zip(published, titles, words, strict=True)
    articles = [structs.replace(one, title=str(title), words=count.number) for one, title, count in told]
    return encoded(structs.replace(record, articles=[*articles, *retracted]))
