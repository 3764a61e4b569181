"""A saved RSS or Atom feed to its articles."""

import re
from calendar import timegm
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from html import unescape
from io import BytesIO
from typing import Any

import feedparser

from digest.errors import SourceError
from digest.importing.as_markdown import as_markdown
from digest.importing.taken import (
    MOST_ENTRIES,
    Taken,
    day,
    language,
    later,
    licence,
    line,
    literal_paragraphs,
    lost,
    name,
    web_address,
)
from digest.model.article import Day, FrontMatter, Publication
from digest.model.source import Source
from digest.text.html import plain, sanitised

_ENTITY = re.compile(rb"<!ENTITY|<\0!\0E\0N\0T\0I\0T\0Y|\0<\0!\0E\0N\0T\0I\0T\0Y", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z]")
Parsed = dict[str, Any]  # what feedparser made of an element


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed, with what the feed says of all of them."""

    path: str
    entry: Parsed
    feed: Parsed
    is_atom: bool

    def is_literal(self, text: Parsed) -> bool:
        """Say whether a text means each of its characters; what other feeds call text may be HTML."""
        return self.is_atom and text.get("type") == "text/plain"

    def shown(self, element: Parsed, key: str) -> str:
        """Return what a title or summary shows."""
        markup = element.get(key)
        if not isinstance(markup, str):
            return ""
        return line(markup if self.is_literal(element.get(f"{key}_detail") or {}) else plain(sanitised(markup)))


def items(source: Source) -> Sequence[Entry]:
    """List the entries of a feed.

    Raises SourceError when it is none, or defines entities, which is how a few lines become gigabytes.
    """
    if _ENTITY.search(source.content):
        raise SourceError("a feed that defines entities of its own", hint="remove its DOCTYPE, if you trust it")
    found = _read(source.content)
    if not found.get("version") and not found.entries:
        raise SourceError("no RSS or Atom feed", hint="save the feed itself, not the page that shows it")
    if home := web_address(found.feed.get("link")):  # what is relative is meant from there
        found = _read(source.content, {"content-location": home})
    is_atom = str(found.get("version")).startswith("atom")
    return [
        Entry(path=f"{source.path}#{number}", entry=entry, feed=found.feed, is_atom=is_atom)
        for number, entry in enumerate(found.entries, 1)
    ]


def _read(content: bytes, headers: Mapping[str, str] | None = None) -> Any:  # noqa: ANN401 - feedparser has no types
    try:
        return feedparser.parse(BytesIO(content), response_headers=headers or {})
    except Exception as error:  # it meets elements in wrong places with KeyError and more
        hint = "save the feed anew, or take its articles from their pages"
        raise SourceError("a feed whose elements stand in wrong places", hint=hint) from error


def take(item: Entry, retrieved: date) -> Taken:
    """Take an entry.

    Raises SourceError when it has no text.
    """
    entry, feed = item.entry, item.feed
    origin = entry.get("source") or feed  # of a feed of feeds: where the entry comes from
    contents = [content for content in entry.get("content") or () if content.get("value")]
    text = contents[0] if contents else entry.get("summary_detail") or {}
    markup = str(text.get("value") or "")
    body = (
        literal_paragraphs(markup)
        if item.is_literal(text)
        else as_markdown(markup)
        if _TAG.search(markup)
        else literal_paragraphs(unescape(markup))
    )
    if not body:
        raise SourceError("an entry without text", hint="take the article from its page")
    title = item.shown(entry, "title")
    published, updated = (_moment(entry, when) for when in ("published", "updated"))
    authors = entry.get("authors") or (origin.get("authors") if item.is_atom else ()) or ()
    front_matter = FrontMatter(
        title=title,
        date=published or updated,
        updated=later(updated, published),
        authors=tuple(filter(None, (line(one.get("name")) for one in authors[:MOST_ENTRIES]))),
        source=Publication(
            name=item.shown(origin, "title"),
            url=web_address(entry.get("link")),
            published=published,
            licence=_licence(entry) or _licence(origin),
            retrieved=retrieved,
        ),
        summary=item.shown(entry, "summary") if contents and entry.get("summary") != markup else "",
        language=language(contents[0].get("language") if contents else None) or language(feed.get("language")),
        tags=tuple(filter(None, (line(one.get("term")) for one in (entry.get("tags") or ())[:MOST_ENTRIES]))),
    )
    left = lost(
        "" if item.is_literal(text) else markup,
        attachments=len(entry.get("enclosures") or ()),
        dates=sum(bool(dict.get(entry, when)) and not _moment(entry, when) for when in ("published", "updated")),
        contributors=len(entry.get("contributors") or ()),
    )
    return Taken(front_matter=front_matter, body=body, name=name(title, body), left=left)


def _licence(element: Parsed) -> str:
    """Return the licence that is linked to, else what is said of rights."""
    return licence(element.get("license")) or licence(element.get("rights"))


def _moment(entry: Parsed, when: str) -> Day:
    """Return a date of an entry in its own time zone, where that can be read."""
    # As feedparser's own `get` gives the one date for the other.
    written, parts = dict.get(entry, when), dict.get(entry, f"{when}_parsed")
    if read := day(written):
        return read
    try:
        return datetime.fromtimestamp(timegm(tuple(parts)), UTC) if parts else None
    except (TypeError, ValueError, OverflowError, OSError):
        return None
