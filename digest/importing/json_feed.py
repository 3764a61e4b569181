"""A saved JSON feed (jsonfeed.org, version 1 or 1.1) to its articles."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import msgspec

from digest.errors import SourceError
from digest.importing.as_markdown import as_markdown
from digest.importing.taken import MOST_ENTRIES, Taken, language, licence, line, name, web_address
from digest.model.article import FrontMatter, Publication
from digest.model.source import Source
from digest.text import dates
from digest.text.markdown import literal


class _Author(msgspec.Struct):
    name: str = ""


class _Item(msgspec.Struct):
    title: str = ""
    url: str = ""
    external_url: str = ""
    content_html: str = ""
    content_text: str = ""
    summary: str = ""
    date_published: str = ""
    date_modified: str = ""
    authors: list[_Author] = []
    tags: list[str] = []
    language: str = ""


class _Feed(msgspec.Struct):
    version: str
    items: list[msgspec.Raw]
    title: str = ""
    language: str = ""
    license: str = ""
    authors: list[_Author] = []


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
    paragraphs = (literal(line) for line in map(str.strip, found.content_text.splitlines()) if line)
    body = as_markdown(found.content_html) if found.content_html else "\n\n".join(paragraphs)
    if not body:
        raise SourceError("an item without text", hint="take the article from its page")
    published = _moment(found.date_published)
    front_matter = FrontMatter(
        title=line(found.title),
        date=published,
        updated=_moment(found.date_modified),
        authors=tuple(filter(None, (line(one.name) for one in (found.authors or item.feed.authors)[:MOST_ENTRIES]))),
        source=Publication(
            name=line(item.feed.title),
            url=web_address(found.url) or web_address(found.external_url),
            published=published,
            licence=licence(item.feed.license),
            retrieved=retrieved,
        ),
        summary=line(found.summary),
        language=language(found.language) or language(item.feed.language),
        tags=tuple(filter(None, map(line, found.tags[:MOST_ENTRIES]))),
    )
    return Taken(front_matter=front_matter, body=body, name=name(front_matter.title, body))


def _moment(text: str) -> date | datetime | None:
    try:
        return dates.parsed(text)
    except ValueError:
        return None
