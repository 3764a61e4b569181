"""What the head of a page says to machines."""

from html.parser import HTMLParser
from pathlib import Path

from project import digest

ARTICLE = """---
title: Bridge & "Tunnel"
date: 2025-07-10
updated: 2025-07-12
authors: [Ana Ruiz]
tags: [rail]
summary: In <brief>.
entities: [{name: Oslo, type: place}]
---
Oslo waits.
"""
FEEDS = [("application/atom+xml", "feed.xml"), ("application/rss+xml", "rss.xml"), ("application/feed+json", "feed.json")]


class Head(HTMLParser):
    """The links and the properties of a page."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.links: list[dict[str, str | None]] = []
        self.properties: dict[str, str | None] = {}
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "link":
            self.links.append(given)
        if tag == "meta" and (name := given.get("property") or given.get("name")):
            self.properties[name] = given["content"]

    def linked(self, relation: str) -> list[tuple[str | None, str | None]]:
        return [(link.get("type"), link["href"]) for link in self.links if link["rel"] == relation]


def built(folder: Path, *options: str) -> Path:
    (folder / "seeds").mkdir()
    (folder / "seeds" / "a.md").write_text(ARTICLE, "utf-8")
    assert digest(folder, "build", "-q", *options).returncode == 0
    return folder / "site"


def test_an_article_tells_who_shows_a_preview_what_it_is(tmp_path: Path) -> None:
    head = Head(built(tmp_path, "--base-url", "https://example.org/repo/") / "2025" / "07" / "bridge-tunnel" / "index.html")
    address = "https://example.org/repo/2025/07/bridge-tunnel/"
    assert head.linked("canonical") == [(None, address)]
    told = {
        "og:type": "article",
        "og:title": 'Bridge & "Tunnel"',
        "og:description": "In <brief>.",
        "og:url": address,
        "og:site_name": "The Briefing",
        "og:locale": "en_US",
        "og:image:alt": "The Briefing",
        "twitter:card": "summary",
        "author": "Ana Ruiz",
        "article:published_time": "2025-07-10",
        "article:modified_time": "2025-07-12",
        "article:tag": "rail",
    }
    assert told.items() <= head.properties.items()
    picture = head.properties["og:image"] or ""
    assert (tmp_path / "site" / picture.removeprefix("https://example.org/repo/")).read_bytes().startswith(b"\x89PNG")
    assert ("application/json", "index.json") in head.linked("alternate")


def test_every_page_tells_who_shows_a_preview_its_title_kind_and_description(tmp_path: Path) -> None:
    for page in built(tmp_path).rglob("*.html"):
        properties = Head(page).properties
        assert {"og:title", "og:type", "og:description", "og:site_name", "og:locale"} <= properties.keys(), page
        assert properties["og:description"] == properties["description"]
        assert "og:image" not in properties  # its address would have to be a full one


def test_every_page_leads_to_the_feeds_of_the_site_and_that_of_a_name_to_its_own(tmp_path: Path) -> None:
    site = built(tmp_path, "--base-url", "https://example.org/")
    assert Head(site / "index.html").linked("alternate") == FEEDS
    own = Head(site / "entities" / "oslo" / "index.html").linked("alternate")
    assert own == [(kind, f"../../{name}") for kind, name in FEEDS] + FEEDS


def test_without_an_address_there_is_nothing_canonical_and_no_rss(tmp_path: Path) -> None:
    site = built(tmp_path)
    head = Head(site / "index.html")
    assert not head.linked("canonical")
    assert "og:url" not in head.properties
    assert head.linked("alternate") == [FEEDS[0], FEEDS[2]]
    assert not (site / "rss.xml").exists()


def test_a_site_without_feeds_leads_to_none(tmp_path: Path) -> None:
    (tmp_path / "digest.yaml").write_text("feeds: off", "utf-8")
    site = built(tmp_path)
    assert not Head(site / "index.html").linked("alternate")
    assert "feed" not in (site / "entities" / "oslo" / "index.html").read_text("utf-8")
