"""A saved JSON feed (jsonfeed.org, version 1 or 1.1) to its articles."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from digest.errors import SourceError
from digest.importing.as_markdown import as_markdown
from digest.importing.taken import MOST_ENTRIES, Taken, day, language, later, licence, line, lost, name, web_address
from digest.model.article import FrontMatter, Publication
from digest.model.source import Source
from digest.text.literal import literal


class _Author(msgspec.Struct):
    name: str | None = None


class _Authored(msgspec.Struct):
    authors: list[_Author] | None = None
    author: _Author | None = None  # as version 1 has it

    @property
    def names(self) -> list[str]:
        """The names of the authors."""
        given = self.authors or [self.author or _Author()]
        return list(filter(None, (line(one.name) for one in given[:MOST_ENTRIES])))


class _Item(_Authored):
    title: str | None = None
    url: str | None = None
    external_url: str | None = None
    content_html: str | None = None
    content_text: str | None = None
    summary: str | None = None
    date_published: str | None = None
    date_modified: str | None = None
    tags: list[str | None] | None = None
    language: str | None = None
    license: str | None = None
    image: str | None = None
    banner_image: str | None = None
    attachments: list[msgspec.Raw] | None = None


class _Feed(_Authored, kw_only=True):
    version: str
    items: list[msgspec.Raw]
    title: str | None = None
    language: str | None = None
    home_page_url: str | None = None
    feed_url: str | None = None
    license: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item as it is written, with the feed that it stands in."""

    path: str
    written: msgspec.Raw
    feed: _Feed


def items(source: Source) -> Sequence[Entry]:
    """List the items of a feed.

    Raises SourceError when it is none.
    """
    try:
        feed = msgspec.json.decode(source.content.removeprefix(b"\xef\xbb\xbf"), type=_Feed)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise SourceError(f"no JSON feed: {error}", hint="save the feed itself") from error
    if "jsonfeed.org/version/" not in feed.version:
        raise SourceError(f"no JSON feed, but '{line(feed.version)}'", hint="save the feed itself")
    return [Entry(path=f"{source.path}#{number}", written=written, feed=feed) for number, written in enumerate(feed.items, 1)]


def take(item: Entry, retrieved: date) -> Taken:
    """Take an item.

    Raises SourceError when it is none, or has no text.
    """
    try:
        found = msgspec.json.decode(item.written, type=_Item)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise SourceError(f"no item of a JSON feed: {error}", hint="tell its publisher") from error
    base = web_address(item.feed.home_page_url) or web_address(item.feed.feed_url)
    url = web_address(found.url, base) or web_address(found.external_url, base)
    paragraphs = (literal(line) for line in map(str.strip, (found.content_text or "").splitlines()) if line)
    body = as_markdown(found.content_html, url or base) if found.content_html else "\n\n".join(paragraphs)
    if not body:
        raise SourceError("an item without text", hint="take the article from its page")
    published, modified = day(found.date_published), day(found.date_modified)
    front_matter = FrontMatter(
        title=line(found.title),
        date=published or modified,
        updated=later(modified, published),
        authors=tuple(found.names or item.feed.names),
        source=Publication(
            name=line(item.feed.title),
            url=url,
            published=published,
            licence=licence(found.license) or licence(item.feed.license),
            retrieved=retrieved,
        ),
        summary=line(found.summary),
        language=language(found.language) or language(item.feed.language),
        tags=tuple(filter(None, map(line, (found.tags or [])[:MOST_ENTRIES]))),
    )
    given = [found.date_published, found.date_modified]
    left = lost(
        f"{found.content_html or ''}{'<img>' * (bool(found.image) + bool(found.banner_image))}",
        attachments=len(found.attachments or ()),
        dates=sum(bool(text) and not day(text) for text in given),
    )
    return Taken(front_matter=front_matter, body=body, name=name(front_matter.title, body), left=left)
