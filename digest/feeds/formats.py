"""Feeds in the formats that readers of news take, Atom 1.0, RSS 2.0 and JSON Feed 1.1, of the same entries.

Nothing in them depends on when they are made. Without `base_url` the addresses in Atom are relative, JSON Feed has none, and
RSS, which cannot do without, is not made.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import lru_cache

import msgspec

from digest import permalinks
from digest.feeds.entries import Entry
from digest.model.article import Day
from digest.model.names import Entities
from digest.text import dates
from digest.text.xml import document, element, holdable, parent

ATOM, RSS, JSON = "feed.xml", "rss.xml", "feed.json"
_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)  # readers of XML demand a date, and an article is not of the day of a build
_VERSION = "https://jsonfeed.org/version/1.1"
_MOST_ENTRIES = 1 << 14  # one may stand in many feeds
_ATOM = "http://www.w3.org/2005/Atom"
_NAMESPACES = {
    "xmlns:atom": _ATOM,
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """The newest entries of what a page lists, and the address of that page; `publisher` answers for all of them."""

    id: str
    permalink: str
    title: str
    publisher: str
    language: str
    base_url: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> datetime:
        """When the last of the entries changed."""
        return max(map(_updated, self.entries), default=_UNDATED)

    def link(self, target: str) -> str:
        """Return the full address of a page, or else the one that leads there from the feed."""
        origin = permalinks.feed(self.permalink, ATOM)
        return permalinks.absolute(target, self.base_url) if self.base_url else permalinks.relative(target, origin)

    def self_link(self, name: str) -> str:
        """Return the address of the feed itself in one of its formats."""
        return self.link(permalinks.feed(self.permalink, name))


class _Author(msgspec.Struct):
    name: str


class _Item(msgspec.Struct, omit_defaults=True, kw_only=True):
    id: str
    url: str = ""
    external_url: str = ""
    title: str
    summary: str = ""
    content_html: str
    date_published: str = ""
    date_modified: str = ""
    authors: list[_Author] = []
    tags: list[str] = []
    language: str = ""


class _JsonFeed(msgspec.Struct, omit_defaults=True, kw_only=True):
    version: str
    title: str
    home_page_url: str = ""
    feed_url: str = ""
    authors: list[_Author]
    language: str
    items: list[_Item]


def followed(found: Entities, most: int) -> Mapping[str, Sequence[str]]:
    """Return the paths of the articles, newest first, of each entity that has feeds: so many that stand in most articles."""
    entities = {entity.key for entity in found.entities if entity.is_followed}
    articles: dict[str, list[str]] = defaultdict(list)
    for appearance in found.appearances:
        if appearance.entity in entities:
            articles[appearance.entity].append(appearance.article)
    return {key: articles[key] for key in sorted(articles, key=lambda key: (-len(articles[key]), key))[:most]}


def formats(base_url: str) -> Mapping[str, Callable[[Feed], bytes]]:
    """Return the formats that can be made, by the names of their files."""
    return {ATOM: atom, RSS: rss, JSON: json_feed} if base_url else {ATOM: atom, JSON: json_feed}


def atom(feed: Feed) -> bytes:
    """Write a feed as Atom (RFC 4287)."""
    head = (
        element(1, "id", feed.id),
        element(1, "title", feed.title),
        element(1, "updated", feed.updated.isoformat()),
        _author(1, feed.publisher),
        element(1, "link", attributes={"rel": "self", "type": "application/atom+xml", "href": feed.self_link(ATOM)}),
        element(1, "link", attributes={"rel": "alternate", "type": "text/html", "href": feed.link(feed.permalink)}),
    )
    entries = [_atom_entry(entry, feed.link(entry.permalink)) for entry in feed.entries]
    return document(parent(0, "feed", (*head, *entries), {"xmlns": _ATOM, "xml:lang": feed.language}))


def rss(feed: Feed) -> bytes:
    """Write a feed as RSS 2.0."""
    head = (
        element(2, "title", feed.title),
        element(2, "link", feed.link(feed.permalink)),
        element(2, "description", feed.title),
        element(2, "language", feed.language),
        element(2, "lastBuildDate", format_datetime(feed.updated)),
        element(2, "atom:link", attributes={"rel": "self", "type": "application/rss+xml", "href": feed.self_link(RSS)}),
    )
    items = [_rss_item(entry, feed.link(entry.permalink)) for entry in feed.entries]
    return document(parent(0, "rss", [parent(1, "channel", (*head, *items))], {"version": "2.0", **_NAMESPACES}))


def json_feed(feed: Feed) -> bytes:
    """Write a feed as JSON Feed 1.1."""
    written = _JsonFeed(
        version=_VERSION,
        title=feed.title,
        home_page_url=feed.link(feed.permalink) if feed.base_url else "",
        feed_url=feed.self_link(JSON) if feed.base_url else "",
        authors=[_Author(feed.publisher)],
        language=feed.language,
        items=[_item(entry, feed.link(entry.permalink) if feed.base_url else "") for entry in feed.entries],
    )
    return msgspec.json.format(msgspec.json.encode(written), indent=1) + b"\n"


@lru_cache(maxsize=_MOST_ENTRIES)
def _atom_entry(entry: Entry, address: str) -> str:
    return parent(1, "entry", _in_atom(entry, address), {"xml:lang": entry.language} if entry.language else {})


def _in_atom(entry: Entry, address: str) -> Iterator[str]:
    yield element(2, "id", entry.id)
    yield element(2, "title", entry.title)
    if entry.published:
        yield element(2, "published", _moment(entry.published).isoformat())
    yield element(2, "updated", _updated(entry).isoformat())
    for author in entry.authors:
        yield _author(2, author)
    yield element(2, "link", attributes={"rel": "alternate", "type": "text/html", "href": address})
    if entry.original:
        yield element(2, "link", attributes={"rel": "via", "href": entry.original})
    for tag in entry.tags:
        yield element(2, "category", attributes={"term": tag})
    if entry.licence:
        yield element(2, "rights", entry.licence)
    yield element(2, "summary", entry.summary, {"type": "html"})
    if entry.content:
        yield element(2, "content", entry.content, {"type": "html"})


def _author(depth: int, name: str) -> str:
    return parent(depth, "author", [element(depth + 1, "name", name)])


@lru_cache(maxsize=_MOST_ENTRIES)
def _rss_item(entry: Entry, address: str) -> str:
    return parent(2, "item", _in_rss(entry, address))


def _in_rss(entry: Entry, address: str) -> Iterator[str]:
    yield element(3, "guid", entry.id, {"isPermaLink": "false"})
    yield element(3, "title", entry.title)
    yield element(3, "link", address)
    yield element(3, "pubDate", format_datetime(_moment(entry.published or entry.updated)))
    yield element(3, "atom:updated", _updated(entry).isoformat())
    for author in entry.authors:
        yield element(3, "dc:creator", author)
    for tag in entry.tags:
        yield element(3, "category", tag)
    if entry.licence:
        yield element(3, "dc:rights", entry.licence)
    yield element(3, "description", entry.summary)
    if entry.content:
        yield element(3, "content:encoded", entry.content)


@lru_cache(maxsize=_MOST_ENTRIES)
def _item(entry: Entry, address: str) -> _Item:
    return _Item(
        id=entry.id,
        title=holdable(entry.title),
        content_html=holdable(entry.content or entry.summary),
        url=address,
        external_url=entry.original,
        summary=holdable(entry.opening),
        date_published=_moment(entry.published).isoformat() if entry.published else "",
        date_modified=_moment(entry.updated).isoformat() if entry.updated else "",
        authors=[_Author(holdable(author)) for author in entry.authors],
        tags=[holdable(tag) for tag in entry.tags],
        language=entry.language,
    )


@lru_cache(maxsize=_MOST_ENTRIES)
def _updated(entry: Entry) -> datetime:
    return _moment(entry.updated)


def _moment(day: Day) -> datetime:
    return dates.stamp(day) if day else _UNDATED
