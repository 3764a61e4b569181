from collections.abc import Iterator
from typing import cast

import feedparser
import pytest
from builders import a_library_read_from, a_site

from digest.model.library import Library
from digest.model.page import Later
from digest.model.site import Feeds, Site
from digest.pages.feed import pages

BASE = "https://example.org/repo/"
SITE = a_site(base_url=BASE)


def files(library: Library, site: Site = SITE) -> dict[str, bytes]:
    return {page.permalink: cast(Later[bytes], page.body).made(site) for page in pages(library, site)}


def titles(library: Library, permalink: str = "/feed.xml", site: Site = SITE) -> list[str]:
    return [entry.title for entry in feedparser.parse(files(library, site)[permalink]).entries]


def content(library: Library, site: Site = SITE) -> Iterator[str]:
    for entry in feedparser.parse(files(library, site)["/feed.xml"], sanitize_html=False).entries:
        yield (entry.get("content") or [entry.summary_detail])[0].value


def test_the_site_its_tags_and_its_names_have_feeds_in_three_formats() -> None:
    library = a_library_read_from("tags: [Rail & road]\nentities: [{name: Oslo, type: place}]\n", text="Oslo waits.")
    folders = ("/", "/tags/rail-road/", "/entities/oslo/")
    assert set(files(library)) == {folder + name for folder in folders for name in ("feed.xml", "rss.xml", "feed.json")}
    found = [feedparser.parse(files(library)[f"{folder}feed.xml"]).feed for folder in folders]
    assert [feed.title for feed in found] == ["The Briefing", "Rail & road · The Briefing", "Oslo · The Briefing"]
    assert found[1].id == "tag:example.org,2026:/tags/rail-road/"


def test_a_site_without_feeds_has_none() -> None:
    assert not files(a_library_read_from(""), a_site(base_url=BASE, feeds=None))


def test_the_newest_come_first_and_undated_ones_last() -> None:
    library = a_library_read_from("", "date: 2025-07-10\n", "date: 2025-07-11\n")
    assert titles(library) == ["Number 3", "Number 2", "Number 1"]
    assert titles(library, site=a_site(base_url=BASE, feeds=Feeds(limit=2))) == ["Number 3", "Number 2"]


def test_a_correction_brings_an_old_article_back_under_its_id() -> None:
    corrected = "date: 2025-07-01\ncorrection: {text: It was <b>May</b>., date: 2025-07-12}\n"
    library = a_library_read_from(corrected, "date: 2025-07-10\n")
    assert titles(library) == ["Number 1", "Number 2"]
    entry = feedparser.parse(files(library)["/feed.xml"]).entries[0]
    assert (entry.id, entry.published[:10], entry.updated[:10]) == ("tag:example.org,2026:/1.md", "2025-07-01", "2025-07-12")
    assert "Correction, July 12, 2025:</strong> It was &lt;b&gt;May&lt;/b&gt;." in next(content(library))


def test_a_retracted_article_keeps_its_entry_and_none_of_its_text() -> None:
    library = a_library_read_from(
        "date: 2025-07-01\nstatus: retracted\ncorrection: {text: Made up., date: 2025-07-12}\n", text="Secret."
    )
    (entry,) = feedparser.parse(files(library)["/feed.xml"]).entries
    assert (entry.id, entry.title, entry.updated[:10]) == ("tag:example.org,2026:/1.md", "Retracted: Number 1", "2025-07-12")
    assert "Made up." in entry.summary
    assert not any(b"Secret" in file for file in files(library).values())


def test_takeaways_come_first_and_full_text_follows() -> None:
    library = a_library_read_from(
        "takeaways: [A < B.]\nlanguage: ar\n", text="Text with a [link](https://example.com/).\n\n## More\n\n- One"
    )
    (found,) = content(library)
    assert found.startswith(
        '<div dir="rtl" lang="ar"><p><strong lang="en">Key takeaways</strong></p><ul><li>A &lt; B.</li></ul><p>Text with a <a href="https://example.com/"'
    )
    assert found.endswith("<h2>More</h2><ul>\n<li>One</li>\n</ul></div>")


def test_the_words_of_the_interface_are_those_of_the_site() -> None:
    picked = "takeaways: [{text: Kurz., origin: extracted}]\n"
    library = a_library_read_from(
        f"{picked}correction: {{text: Es war Mai., date: 2025-07-12}}\n", "status: retracted\n", text="Text."
    )
    site = a_site(base_url=BASE, language="de")
    assert titles(library, site=site) == ["Number 1", "Zurückgezogen: Number 2"]
    found = next(content(library, site))
    assert "Korrektur, 12. Juli 2025:</strong> Es war Mai." in found
    assert "Aus dem Artikel ausgewählt</strong>" in found


def test_summaries_hold_the_takeaways_and_the_opening_alone() -> None:
    library = a_library_read_from("takeaways: [Key.]\nsummary: In brief.\n", text="Secret.")
    site = a_site(base_url=BASE, feeds=Feeds(content="summary"))
    assert list(content(library, site)) == [
        '<p><strong lang="en">Key takeaways</strong></p><ul><li>Key.</li></ul><p>In brief.</p>'
    ]
    assert not any(b"Secret" in file for file in files(library, site).values())


@pytest.mark.parametrize(("feeds", "is_full"), [(Feeds(), False), (Feeds(content="summary", entity_content="full"), True)])
def test_the_feed_of_a_name_holds_summaries_or_whole_articles_by_a_setting_of_its_own(feeds: Feeds, *, is_full: bool) -> None:
    library = a_library_read_from("entities: [{name: Oslo, type: place}]\nsummary: In brief.\n", text="Oslo waits. Long text.")
    made = files(library, a_site(base_url=BASE, feeds=feeds))
    assert (b"Long text" in made["/feed.xml"]) != is_full
    assert (b"Long text" in made["/entities/oslo/feed.xml"]) == is_full


def test_so_many_names_have_feeds_as_are_asked_for() -> None:
    library = a_library_read_from(
        "entities: [{name: Oslo, type: place}, {name: Bergen, type: place}]\n",
        "entities: [{name: Oslo, type: place}]\n",
        text="Oslo and Bergen wait.",
    )
    made = [set(files(library, a_site(base_url=BASE, feeds=Feeds(entities=most)))) for most in (0, 1, 2)]
    assert ["/entities/oslo/feed.xml" in names for names in made] == [False, True, True]
    assert ["/entities/bergen/feed.xml" in names for names in made] == [False, False, True]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://example.com/", "/relative"])
def test_the_source_of_an_article_is_linked_when_it_is_on_the_web(address: str) -> None:
    assert b"via" not in files(a_library_read_from(f"source: {{name: X, url: '{address}'}}\n"))["/feed.xml"]


@pytest.mark.parametrize(("licence", "is_told"), [("CC0", True), ("own", False)])
def test_feeds_tell_a_licence_that_is_one(licence: str, *, is_told: bool) -> None:
    made = files(a_library_read_from(f"licence: {licence}\n"), a_site(base_url=BASE))
    assert [b"rights>" in made[name] for name in ("/feed.xml", "/rss.xml")] == [is_told, is_told]
