"""The newest articles as data, from which a browser tells what came since the reader's last visit."""

from collections.abc import Iterator, Sequence

import msgspec

from digest import permalinks
from digest.model.announcement import Announcement
from digest.model.library import Library
from digest.model.page import Later, Page
from digest.model.passed_on import PassedOn
from digest.model.site import Site
from digest.text import dates

_NEWEST = 50


class _Newest(msgspec.Struct):
    url: str
    title: PassedOn
    language: str
    date: str | None


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make the manifest."""
    newest = tuple(
        _Newest(
            url=permalinks.article(one.article.slug, one.article.front_matter.date),
            title=one.findings[Announcement].title,
            language=one.article.front_matter.language or site.language,
            date=dates.written(one.article.front_matter.date) if one.article.front_matter.date else None,
        )
        for one in library.articles[:_NEWEST]
    )
    yield Page(permalink=permalinks.LATEST, body=Later(make=manifest, given={"newest": newest}))


def manifest(*, newest: Sequence[_Newest], site: Site) -> bytes:
    """Write the manifest."""
    del site
    return msgspec.json.encode(newest, enc_hook=str) + b"\n"
