"""A saved RSS or Atom feed to its articles."""

import re
from calendar import timegm
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from html import unescape
from io import BytesIO
from typing import Any

import feedparser

from digest.errors import SourceError
from digest.importing.as_markdown import as_markdown
from digest.importing.taken import MOST_ENTRIES, Taken, language, licence, line, lost, name, web_address
from digest.model.article import Day, FrontMatter, Publication
from digest.model.source import Source
from digest.text import dates
from digest.text.html import plain, sanitised
from digest.text.markdown import literal

_ENTITY = re.compile(rb"<!ENTITY|<\0!\0E\0N\0T\0I\0T\0Y|\0<\0!\0E\0N\0T\0I\0T\0Y", re.IGNORECASE)
_TAG, _EMPTY_LINE = re.compile(r"</?[a-zA-Z]"), re.compile(r"\n[ \t\r]*\n")
Parsed = dict[str, Any]  # what feedparser made of an element


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed, with what the feed says of all of them."""

    path: str
    entry: Parsed
    feed: Parsed


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
    return [Entry(path=f"{source.path}#{number}", entry=entry, feed=found.feed) for number, entry in enumerate(found.entries, 1)]


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
    contents = [content for content in entry.get("content") or () if content.get("value")]
    markup = str(contents[0]["value"] if contents else entry.get("summary") or "")
    body = as_markdown(markup) if _TAG.search(markup) else _paragraphs(markup)
    if not body:
        raise SourceError("an entry without text", hint="take the article from its page")
    title = _shown(entry.get("title"))
    published, updated = (_moment(entry, when) for when in ("published", "updated"))
    front_matter = FrontMatter(
        title=title,
        date=published or updated,
        updated=updated if published and updated and dates.instant(updated) > dates.instant(published) else None,
        authors=tuple(filter(None, (line(one.get("name")) for one in (entry.get("authors") or ())[:MOST_ENTRIES]))),
        source=Publication(
            name=_shown(feed.get("title")),
            url=web_address(entry.get("link")),
            published=published,
            licence=_licence(entry) or _licence(feed),
            retrieved=retrieved,
        ),
        summary=_shown(entry.get("summary")) if contents and entry.get("summary") != markup else "",
        language=language(contents[0].get("language") if contents else None) or language(feed.get("language")),
        tags=tuple(filter(None, (line(one.get("term")) for one in (entry.get("tags") or ())[:MOST_ENTRIES]))),
    )
    left = lost(
        markup,
        attachments=len(entry.get("enclosures") or ()),
        dates=sum(bool(dict.get(entry, when)) and not _moment(entry, when) for when in ("published", "updated")),
        contributors=len(entry.get("contributors") or ()),
    )
    return Taken(front_matter=front_matter, body=body, name=name(title, body), left=left)


def _paragraphs(text: str) -> str:
    """Write text without markup as CommonMark; an empty line ends a paragraph."""
    return "\n\n".join(literal(" ".join(unescape(part).split())) for part in _EMPTY_LINE.split(text) if part.strip())


def _licence(element: Parsed) -> str:
    """Return the licence that is linked to, else what is said of rights."""
    return licence(element.get("license")) or licence(element.get("rights"))


def _shown(markup: object) -> str:
    """Return what a title or summary shows, which may be HTML."""
    return line(plain(sanitised(markup))) if isinstance(markup, str) else ""


def _moment(entry: Parsed, when: str) -> Day:
    """Return a date of an entry in its own time zone, where that can be read."""
    # As feedparser's own `get` gives the one date for the other.
    written, parts = dict.get(entry, when), dict.get(entry, f"{when}_parsed")
    for read in (dates.parsed, parsedate_to_datetime):
        with suppress(ValueError, TypeError):
            return read(str(written or ""))
    try:
        return datetime.fromtimestamp(timegm(tuple(parts)), UTC) if parts else None
    except (TypeError, ValueError, OverflowError, OSError):
        return None
