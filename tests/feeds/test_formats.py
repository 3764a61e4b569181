import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from builders import a_library, an_article, an_entity
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from digest.feeds.entries import Entry
from digest.feeds.formats import Feed, atom, followed, formats, json_feed, rss
from digest.model.names import Entities
from digest.text.html import escaped
from digest.text.xml import holdable

ATOM = "{http://www.w3.org/2005/Atom}"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d")
ENTRY = Entry(
    id="tag:example.org,2026:/a.md",
    permalink="/2025/07/bridge/",
    title="Bridge & <b>Tunnel",
    language="de",
    authors=("Ana Ruiz", "Ben Okri"),
    tags=("A & B", "rail"),
    published=date(2025, 7, 10),
    updated=datetime(2025, 7, 12, 9, 30, tzinfo=timezone(timedelta(hours=2))),
    original="https://example.com/?a=1&b=2",
    licence="CC BY 4.0",
    opening="The <mayor> opened it.",
    summary=escaped("The <mayor> opened it."),
    content=escaped("Whole."),
)


def a_feed(*entries: Entry, base_url: str = "https://example.org/repo/") -> Feed:
    return Feed(
        id="tag:example.org,2026:/",
        permalink="/tags/rail/",
        title="Rail · The Briefing",
        publisher="The Briefing",
        language="en",
        base_url=base_url,
        entries=entries,
    )


def read(content: bytes) -> Any:  # noqa: ANN401 - feedparser has no types
    found = feedparser.parse(content)
    assert not found.bozo
    return found


def test_atom_says_all_that_is_known_of_an_entry() -> None:
    (entry,) = read(atom(a_feed(ENTRY))).entries
    assert (entry.id, entry.title, entry.link) == (ENTRY.id, ENTRY.title, "https://example.org/repo/2025/07/bridge/")
    assert (entry.published, entry.updated) == ("2025-07-10T00:00:00+00:00", "2025-07-12T09:30:00+02:00")
    assert [author.name for author in entry.authors] == list(ENTRY.authors)
    assert [tag.term for tag in entry.tags] == list(ENTRY.tags)
    assert [link.href for link in entry.links if link.rel == "via"] == [ENTRY.original]
    assert (entry.rights, entry.title_detail.language) == ("CC BY 4.0", "de")
    assert (entry.content[0].value, entry.content[0].type) == ("Whole.", "text/html")


def test_rss_says_all_that_is_known_of_an_entry() -> None:
    found = read(rss(a_feed(ENTRY)))
    (entry,) = found.entries
    assert (entry.id, entry.guidislink, entry.link) == (ENTRY.id, False, "https://example.org/repo/2025/07/bridge/")
    assert (entry.published, entry.updated) == ("Thu, 10 Jul 2025 00:00:00 +0000", "2025-07-12T09:30:00+02:00")
    assert [author.name for author in entry.authors] == list(ENTRY.authors)
    assert (entry.content[0].value, entry.rights) == ("Whole.", "CC BY 4.0")
    assert [link.href for link in found.feed.links if link.rel == "self"] == ["https://example.org/repo/tags/rail/rss.xml"]


def test_json_feed_says_all_that_is_known_of_an_entry() -> None:
    found = json.loads(json_feed(a_feed(ENTRY)))
    assert (found["version"], found["feed_url"]) == (
        "https://jsonfeed.org/version/1.1",
        "https://example.org/repo/tags/rail/feed.json",
    )
    assert found["items"] == [
        {
            "id": ENTRY.id,
            "url": "https://example.org/repo/2025/07/bridge/",
            "external_url": ENTRY.original,
            "title": ENTRY.title,
            "summary": ENTRY.opening,
            "content_html": "Whole.",
            "date_published": "2025-07-10T00:00:00+00:00",
            "date_modified": "2025-07-12T09:30:00+02:00",
            "authors": [{"name": "Ana Ruiz"}, {"name": "Ben Okri"}],
            "tags": ["A & B", "rail"],
            "language": "de",
        }
    ]


@pytest.mark.parametrize("write", [atom, rss, json_feed])
def test_a_feed_of_summaries_has_no_content(write: Callable[[Feed], bytes]) -> None:
    written = write(a_feed(replace(ENTRY, content=escaped("")))).decode()
    assert "Whole." not in written
    assert "content:encoded" not in written.replace("xmlns:content", "")
    assert "mayor" in written


def test_a_feed_is_as_new_as_its_newest_entry_and_never_as_a_build() -> None:
    older = replace(ENTRY, id="tag:x", updated=date(2025, 7, 1))
    assert a_feed(older, ENTRY).updated == ENTRY.updated
    assert a_feed().updated == datetime(1970, 1, 1, tzinfo=UTC)


def test_an_undated_entry_has_the_first_date_of_all_where_a_format_demands_one() -> None:
    undated = replace(ENTRY, published=None, updated=None)
    (entry,) = read(atom(a_feed(undated))).entries
    assert (entry.updated, "published" in entry) == ("1970-01-01T00:00:00+00:00", False)
    assert read(rss(a_feed(undated))).entries[0].published_parsed[:3] == (1970, 1, 1)
    assert not {"date_published", "date_modified"} & set(json.loads(json_feed(a_feed(undated)))["items"][0])


def test_without_an_address_atom_has_relative_links_json_feed_none_and_there_is_no_rss() -> None:
    feed = a_feed(ENTRY, base_url="")
    assert set(formats("")) == {"feed.xml", "feed.json"}
    links = {link.get("rel"): link.get("href") for link in ET.fromstring(atom(feed)).iter(f"{ATOM}link")}
    assert links["self"] == "feed.xml"
    assert links["alternate"] == "../../2025/07/bridge/index.html"
    assert b"url" not in json_feed(feed).replace(b"external_url", b"")


@given(
    st.text(st.characters()),
    st.datetimes(timezones=st.timezones() | st.just(UTC)) | st.dates() | st.none(),
)
def test_any_text_and_any_date_make_feeds_that_are_read_again(text: str, day: date | None) -> None:
    entry = replace(
        ENTRY,
        title=text,
        authors=(text,),
        tags=(text,),
        licence=text,
        opening=text,
        content=escaped(text),
        updated=day,
        published=day,
    )
    root = ET.fromstring(atom(a_feed(entry)))
    held = holdable(text)
    assert [found.text or "" for found in root.iter(f"{ATOM}title")][1] == held
    assert next(root.iter(f"{ATOM}category")).get("term") == held
    assert all(RFC3339.fullmatch(found.text or "") for found in root.iter(f"{ATOM}updated"))
    (item,) = ET.fromstring(rss(a_feed(entry))).iter("item")
    assert (item.findtext("title"), item.findtext("category")) == (held, held)
    assert json.loads(json_feed(a_feed(entry)))["items"][0]["title"] == held


def test_those_have_feeds_that_most_articles_name_but_not_groups() -> None:
    ruiz, oslo, norse = an_entity("Ruiz"), an_entity("Oslo", "place"), an_entity("Norse", "group")
    library = a_library(an_article("One", "Oslo."), an_article("Two", "Norse Ruiz, Oslo."), entities=(oslo, ruiz, norse))
    assert followed(library[Entities], 2) == {"oslo": ["one.md", "two.md"], "ruiz": ["two.md"]}
    assert followed(library[Entities], 1) == {"oslo": ["one.md", "two.md"]}
