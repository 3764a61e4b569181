import json
from datetime import date

import pytest
from builders import a_published_library

from digest.model.library import Library
from digest.search.searchable import Searchable, names, searchable, sources, terms

BRIDGE = "title: Bridge\ndate: 2025-07-10\ntags: [Roads, Money]\nsource: {name: 'The \"Post\"', licence: CC0}\n"
FERRY = "title: Ferry\ndate: 2024-12-31T23:30:00-05:00\ntags: [roads]\n"
IDS = {"/2025/07/bridge/": "en_1", "/2024/12/ferry/": "en_2", "/undated/note/": "en_3"}


@pytest.fixture
def three() -> Library:
    return a_published_library(
        "---\ntitle: Note\n---\n\nMayor Ana Ruiz slept.\n",
        f"---\n{FERRY}---\n\nAna Ruiz flew to Oslo.\n",
        f"---\n{BRIDGE}---\n\nIt rained.\n",
    )


def searchables(found: Library) -> list[Searchable]:
    return [searchable(one, sources(found)[one.article.path]) for one in found.articles]


def html(found: Library) -> str:
    return "\n".join(one.html for one in searchables(found))


def test_every_paragraph_list_quote_and_heading_stands_under_its_id() -> None:
    text = html(a_published_library("---\ntitle: A\n---\n\nFirst.\n\n## Then\n\n- one\n- two\n\n> Said.\n"))
    for piece in ('<p id="p1">First.</p>', '<h2 id="s2">Then</h2>', '<p id="p2">onetwo</p>', '<p id="p3">Said.</p>'):
        assert piece in text.replace("\n", "")


def test_the_summary_and_the_takeaways_can_be_found() -> None:
    text = html(a_published_library("---\ntitle: A\nsummary: In short.\ntakeaways: [The gist.]\n---\n\nFirst.\n"))
    assert "<p>In short.</p>" in text
    assert '<p id="t1">The gist.</p>' in text


def test_what_is_told_of_an_article_is_its_title_day_source_and_language() -> None:
    text = html(a_published_library(f"---\n{BRIDGE}language: de\n---\n\nEs regnet.\n"))
    assert '<h1 data-pagefind-meta="title">Bridge</h1>' in text
    for piece in ('date[content]" content="2025-07-10"', 'source[content]" content="The &quot;Post&quot;"', '" content="de"'):
        assert piece in text


def test_each_letter_of_a_chinese_text_is_a_word_and_its_title_is_told_as_it_stands() -> None:
    text = html(a_published_library("---\ntitle: 电车\n---\n\n2029年前。\n"))
    assert '<meta data-pagefind-meta="title[content]" content="电车">' in text
    assert "<h1>电 车</h1>" in text
    assert '<p id="p1">2029 年 前。</p>' in text


def test_markup_in_an_article_is_text_in_the_index() -> None:
    text = html(a_published_library("---\ntitle: <script>x</script>\n---\n\n`<b data-pagefind-ignore>` stands here.\n"))
    assert "&lt;script&gt;x&lt;/script&gt;" in text
    assert "&lt;b data-pagefind-ignore&gt; stands here." in text


def test_no_word_of_a_withheld_or_retracted_text_can_be_found() -> None:
    held = "---\ntitle: Held\nsource: {name: Paper, licence: none}\ntakeaways: [The gist.]\n---\n\nSecret words.\n"
    gone = "---\ntitle: Gone\nstatus: retracted\n---\n\nSecret words.\n"
    found = a_published_library(held, gone, licences=("CC0",))
    assert [one.permalink for one in searchables(found)] == ["/undated/held/"]
    assert "Secret" not in html(found)
    assert "The gist." in html(found)


def test_terms_list_articles_by_their_positions_newest_first(three: Library) -> None:
    assert json.loads(terms(three, IDS)) == {
        "articles": ["en_1", "en_2", "en_3"],
        "tag": {"money": [0], "roads": [0, 1]},
        "source": {"the-post": [0]},
        "date": {"2025": [0], "2025-07": [0], "2024": [1], "2024-12": [1]},
    }


def test_names_list_articles_by_type_and_name(three: Library) -> None:
    assert json.loads(names(three)) == {"person": {"Ana Ruiz": [1, 2]}, "place": {"Oslo": [1]}}


def test_a_year_before_the_thousandth_has_four_digits() -> None:
    found = a_published_library("---\ntitle: Old\ndate: 0812-07-01\n---\n\nText.\n")
    listed = json.loads(terms(found, {"/0812/07/old/": "en_1"}))
    assert list(listed["date"]) == ["0812", date(812, 7, 1).isoformat()[:7]]
