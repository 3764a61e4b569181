"""The newest articles as data, from which a browser tells what came since the reader's last visit."""

from collections.abc import Iterator

import msgspec

from digest import permalinks
from digest.model.library import Library
from digest.model.page import Page, Verbatim
from digest.model.site import Site
from digest.text import dates

_NEWEST = 50


class _Newest(msgspec.Struct):
    url: str
    title: str
    language: str
    date: str | None


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make the manifest."""
    newest = [
        _Newest(
            url=permalinks.article(article.slug, article.front_matter.date),
            title=article.title,
            language=article.front_matter.language or site.language,
            date=dates.written(article.front_matter.date) if article.front_matter.date else None,
        )
        for article in (annotated.article for annotated in library.articles[:_NEWEST])
    ]
    yield Page(permalink=permalinks.LATEST, body=Verbatim(content=msgspec.json.encode(newest) + b"\n"))
