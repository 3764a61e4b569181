"""What other programs keep, and what becomes of it: cases/importing/NAME beside cases/importing/expected/NAME."""

import json
import time
from datetime import date
from pathlib import Path

import pytest
from project import digest

from digest.config import configured
from digest.desk.inspection import inspect
from digest.front_matter.header import opened
from digest.importing.take import Haul, take
from digest.load import source
from digest.parts import ANNOTATORS, READERS

CASES = Path(__file__).parent.parent / "cases" / "importing"
DAY = date(2025, 8, 1)
PAGE = "<html><body><article><h1>Bridge</h1><p>{}</p></article></body></html>"
TEXT = "The city will close the bridge on 1 August, the mayor said on Thursday. " * 5


def taken(project: Path, *paths: Path) -> Haul:
    return take(paths, configured(None, project), DAY)


def shelf(project: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted((project / "seeds").iterdir())}


@pytest.mark.parametrize("name", ["feeds", "hugo", "jekyll", "obsidian", "pelican", "webpage", "zola"])
def test_what_other_programs_keep_is_taken(tmp_path: Path, name: str) -> None:
    haul = taken(tmp_path, CASES / name)
    told = "".join(f"{problem}\n".replace(f"{CASES}/", "") for problem in haul.problems)
    expected = {path.name: path.read_text("utf-8") for path in sorted((CASES / "expected" / name).iterdir())}
    assert {**shelf(tmp_path), "told.txt": told} == expected


@pytest.mark.parametrize("name", ["feeds", "hugo", "jekyll", "obsidian", "pelican", "webpage", "zola"])
def test_what_was_taken_is_read_without_an_error(tmp_path: Path, name: str) -> None:
    for path in taken(tmp_path, CASES / name).written:
        assert not [problem for problem in inspect(path, READERS, ANNOTATORS).problems if problem.level == "error"]


@pytest.mark.parametrize("name", ["feeds", "hugo", "jekyll", "obsidian", "pelican", "webpage", "zola"])
def test_nothing_is_taken_twice_or_overwritten(tmp_path: Path, name: str) -> None:
    first = taken(tmp_path, CASES / name)
    before = shelf(tmp_path)
    again = taken(tmp_path, CASES / name)
    assert not again.written
    assert len([problem for problem in again.problems if problem.rule == "import-known"]) == len(first.written)
    assert shelf(tmp_path) == before


def test_an_article_of_another_address_and_the_same_title_gets_a_name_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "bridge.md").write_text("mine", "utf-8")
    (tmp_path / "page.html").write_text(PAGE.format(TEXT), "utf-8")
    (path,) = taken(tmp_path, tmp_path / "page.html").written
    assert path.name.startswith("bridge-")
    assert (tmp_path / "seeds" / "bridge.md").read_text("utf-8") == "mine"


def test_what_was_adopted_by_hand_from_an_address_is_not_taken_again(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    header = "---\ntitle: x\nsource: {url: http://example.com/hafen/}\n---\n\nText."
    (tmp_path / "seeds" / "x.txt").write_text(header, "utf-8")
    haul = taken(tmp_path, CASES / "feeds" / "news.json")
    assert [path.name for path in haul.written] == ["flach.md"]
    assert "is there already, as x.txt" in haul.problems[0].message


@pytest.mark.parametrize("address", ["http://[", "https://[x/", "http://a:b:c/", "http://", "//x"])
def test_an_address_that_is_none_stops_nothing(tmp_path: Path, address: str) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "x.md").write_text(f"---\ntitle: x\nsource: {{url: '{address}'}}\n---\n\nText.", "utf-8")
    items = [{"title": "y", "url": address, "content_html": f"<p>y <a href='{address}'>z</a></p>"}]
    (tmp_path / "in.json").write_text(json.dumps({"version": "https://jsonfeed.org/version/1", "items": items}), "utf-8")
    (tmp_path / "in.html").write_text(PAGE.format(f"{TEXT} <a href='{address}'>z</a>"), "utf-8")
    haul = taken(tmp_path, tmp_path / "in.json", tmp_path / "in.html")
    assert [path.name for path in haul.written] == ["y.md", "bridge.md"]
    assert not [problem for problem in haul.problems if problem.level == "error"]


def test_links_and_hidden_folders_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "in" / ".trash").mkdir(parents=True)
    (tmp_path / "in" / ".trash" / "old.md").write_text("Old text.", "utf-8")
    (tmp_path / "secret.md").write_text("Secret.", "utf-8")
    (tmp_path / "in" / "link.md").symlink_to(tmp_path / "secret.md")
    haul = taken(tmp_path, tmp_path / "in")
    assert not haul.written
    assert [problem.message for problem in haul.problems] == ["a link"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xml", b""),
        ("a.xml", b"<rss version='2.0'><channel><title>a</title><item><link><item></item></link></item></channel></rss>"),
        ("a.xml", b"<!doctype html><title>no feed</title>"),
        ("a.xml", b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>'),
        ("a.xml", '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE r [<!ENTITY x "y">]><rss/>'.encode("utf-16")),
        ("a.json", b"{}"),
        ("a.json", b'{"version": "https://jsonfeed.org/version/1", "items": 3}'),
        ("a.json", b"[" * 100_000),
        ("a.html", b""),
        ("a.html", b"<html><body></body></html>"),
        ("a.md", b"---\ntitle: [\n---\n"),
        ("a.pdf", b"%PDF"),
        ("a.html", b"<p>" * 1_000_000),
    ],
)
def test_what_cannot_be_read_is_told_and_costs_itself_alone(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.md").write_text("Good text.", "utf-8")
    haul = taken(tmp_path, tmp_path / name, tmp_path / "good.md")
    assert [path.name for path in haul.written] == ["good.md"]
    assert [problem.level for problem in haul.problems] == ["error"]
    assert haul.problems[0].rule in {"unreadable", "too-deep"}


def test_relative_addresses_of_a_feed_are_meant_from_its_site(tmp_path: Path) -> None:
    words = "&lt;p&gt;See &lt;a href='two'&gt;it&lt;/a&gt;.&lt;/p&gt;"
    item = f"<item><title>A</title><link>/n/1</link><description>{words}</description></item>"
    feed = f"<rss version='2.0'><channel><title>R</title><link>https://example.org/news/</link>{item}</channel></rss>"
    (tmp_path / "a.xml").write_text(feed, "utf-8")
    taken(tmp_path, tmp_path / "a.xml")
    text = (tmp_path / "seeds" / "a.md").read_text("utf-8")
    assert "url: https://example.org/n/1\n" in text
    assert "[it](<https://example.org/news/two>)" in text


def test_lines_of_code_on_a_saved_page_stay_lines(tmp_path: Path) -> None:
    words = "<p>The mayor of Oslo opened the bridge on Monday, and the town celebrated for the whole of the day.</p>"
    page = f"<html><body><article><h1>A</h1>{words}<pre><code>x = 1\ny = 2\n</code></pre>{words}</article></body></html>"
    (tmp_path / "a.html").write_text(page, "utf-8")
    taken(tmp_path, tmp_path / "a.html")
    assert "x = 1\ny = 2\n" in (tmp_path / "seeds" / "a.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("See [[#Below]], [[Note#Part|that]] and [[Mayor#Vote]].", "See Below, that and Mayor."),
        ("* TOC\n{:toc}\n\nThe bridge.{: .lead}\n\n## Ferries {#ferries .wide}\n\nText.", "The bridge.\n\n## Ferries\n\nText."),
        ("[TOC]\n\nThe bridge.\n\nPELICAN_END_SUMMARY\n\nText.", "The bridge.\n\nText."),
        ("The bridge{::comment}not for readers{:/comment} closes.", "The bridge closes."),
        ("It is ==most urgent==, `a == b` and 1 == 1.", "It is most urgent, `a == b` and 1 == 1."),
        ("{% highlight ruby linenos %}\nputs 1\n{% endhighlight %}\n\nText.", "```ruby\nputs 1\n```\n\nText."),
        ('{{< highlight go "a=b" >}}\nx := 1\n{{< /highlight >}}\n\nText.', "```go\nx := 1\n```\n\nText."),
        ("See ==the `a` key== and [[Note|`c`]]. %% or `b` %%", "See the `a` key and `c`."),
        ("- a\n\n  {% highlight md %}\n  x ``` [[x]]\n  {% endhighlight %}", "- a\n\n  ````md\n  x ``` [[x]]\n  ````"),
        ("It prints {:.2f} and {:d}, `{: .lead}` and {x}.", "It prints {:.2f} and {:d}, `{: .lead}` and {x}."),
    ],
)
def test_marks_that_only_steer_other_programs_are_taken_out_and_words_stay(tmp_path: Path, written: str, text: str) -> None:
    (tmp_path / "a.md").write_text(f"---\ntitle: A\n---\n\n{written}\n", "utf-8")
    haul = taken(tmp_path, tmp_path / "a.md")
    assert haul.written[0].read_text("utf-8") == f"---\ntitle: A\n---\n\n{text}\n"
    assert not haul.problems


MARKS = '[[ -n "$a" ]] && [[b]] ==c== ![[d]]'


@pytest.mark.parametrize(
    "written",
    [
        f"So:\n\n    :::bash\n    {MARKS}\n\n    %% cell %%\n    [TOC]\n\nText.",
        f"- So:\n\n  ```sh\n  {MARKS}\n  ```\n\n- [x] Or:\n\n      {MARKS}",
        f"> So:\n>\n> ~~~\n> {MARKS}\n> ~~~",
        f"With ``{MARKS} ` x`` and `{MARKS}\n{MARKS}` in words, \\` no code.",
        f"1. One `a ==b== c`\n2. Two\n\n| a | b |\n|---|---|\n| `{MARKS}` | b |",
        f"<pre><code>\n{MARKS}\n\n{MARKS}\n</code></pre>\n\nWith <kbd>{MARKS}</kbd> and `<code>` then `[[</code>]]`.",
        "````md\n```\n{% highlight go %}\nx\n{% endhighlight %}\n```\n````",
    ],
)
def test_code_is_taken_as_it_is(tmp_path: Path, written: str) -> None:
    (tmp_path / "a.md").write_text(f"---\ntitle: A\n---\n\n{written}\n", "utf-8")
    haul = taken(tmp_path, tmp_path / "a.md")
    assert haul.written[0].read_text("utf-8") == f"---\ntitle: A\n---\n\n{written}\n"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Text^[with a note].", "notes by ^[] (1)"),
        ("!!! note\n    Words.", "boxes by !!! (1)"),
        ("[a](@/b.md) and [c](|filename|d.md) and [e]({index})", "links by {filename} or {static} (2), links by @ (1)"),
        ("Pier\n: Stands in water.\n\nDeck\n: Lies on it.", "lists of definitions (2)"),
        ("*[EU]: European Union", "abbreviations (1)"),
        ("So $$x^2$$ it is. <iframe src=x></iframe>", "formulas (1), HTML that loads (1)"),
        ("```dataview\nLIST\n```", "queries of notes (1)"),
        ("%% Not yet:\n\n```\nx\n```\n%%", "remarks around code (1)"),
    ],
)
def test_what_only_other_programs_understand_is_named(tmp_path: Path, written: str, told: str) -> None:
    (tmp_path / "a.md").write_text(f"---\ntitle: A\naliases: [Other name]\n---\n\n{written}\n", "utf-8")
    (problem,) = taken(tmp_path, tmp_path / "a.md").problems
    assert problem.message == f"not taken, or left as they are: {told}, aliases that are no addresses (1)"


@pytest.mark.parametrize(
    ("written", "authors"),
    [
        ("author: {name: Ana Lima, url: https://example.org/}", ("Ana Lima",)),
        ("authors:\n  - {display_name: Ana Lima}\n  - Bo Dahl", ("Ana Lima", "Bo Dahl")),
        ("author: Lima, Ana; Dahl, Bo", ("Lima, Ana", "Dahl, Bo")),
        ('author: "[[People/Ana|Ana Lima]]"', ("Ana Lima",)),
    ],
)
def test_authors_are_taken_as_others_write_them(tmp_path: Path, written: str, authors: tuple[str, ...]) -> None:
    (tmp_path / "a.md").write_text(f"---\ntitle: A\n{written}\n---\n\nText.\n", "utf-8")
    haul = taken(tmp_path, tmp_path / "a.md")
    assert opened(source(haul.written[0], "a.md")).front_matter.authors == authors
    assert ["details of authors (1)" in problem.message for problem in haul.problems] == ["url" in written] * ("url" in written)


def test_tags_with_spaces_between_them_are_several_to_jekyll_alone(tmp_path: Path) -> None:
    for folder in ("_posts", "notes"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "2025-07-10-a.md").write_text("---\ntitle: A\ntags: bridge city hall\n---\n\nText.\n", "utf-8")
        taken(tmp_path / folder, tmp_path / folder / "2025-07-10-a.md")
    assert "- bridge\n- city\n- hall\n" in shelf(tmp_path / "_posts")["a.md"]
    assert "- bridge city hall\n" in shelf(tmp_path / "notes")["a.md"]


def test_a_name_with_a_day_that_is_none_stays_whole(tmp_path: Path) -> None:
    (tmp_path / "2023-02-30-bridge.md").write_text("Text.\n", "utf-8")
    taken(tmp_path, tmp_path / "2023-02-30-bridge.md")
    assert list(shelf(tmp_path)) == ["2023-02-30-bridge.md"]


def test_the_projects_own_articles_pages_and_templates_are_not_taken(tmp_path: Path) -> None:
    for name in ("seeds/mine.md", "site/mine/index.html", "templates/base.html", "notes/new.html"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(PAGE.format(TEXT), "utf-8")
    haul = taken(tmp_path, tmp_path)
    assert sorted(shelf(tmp_path)) == ["bridge.md", "mine.md"]
    told = "\n".join(map(str, haul.problems))
    assert all(f"{tmp_path / name}: a folder of this project, not taken" in told for name in ("seeds", "site", "templates"))


def test_what_else_stands_in_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "notes" / "below").mkdir(parents=True)
    for name in ("a.md", "b.rst", "below/c.PNG", "below/d.png", "_index.md", "Makefile", ".hidden"):
        (tmp_path / "notes" / name).write_text("Text.\n", "utf-8")
    haul = taken(tmp_path, tmp_path / "notes")
    assert [path.name for path in haul.written] == ["a.md"]
    assert [problem.message for problem in haul.problems] == [
        "files that were not taken: *.png (2), *.rst (1), Makefile (1), _index.md (1)"
    ]


CARD = "<article><h3><a href='/x'>Another story</a></h3><p>A few words.</p></article>"
STORY = f"<h1>Bridge</h1><p>{TEXT}</p><h2>Ferries</h2><p>{TEXT} By boat.</p><h2>Buses</h2><p>{TEXT} By bus.</p>"


@pytest.mark.parametrize(
    ("page", "headings", "left"),
    [
        (f"{CARD}<article>{STORY}</article>{CARD}", ["## Ferries", "## Buses"], "other articles on the page (2)"),
        (f"<main>{CARD}<div id='content'>{STORY}</div>{CARD}</main>", ["## Ferries", "## Buses"], ""),
        (
            "".join(f"<article><h2>{hour}:00</h2><p>{TEXT} At {hour}.</p></article>" for hour in (9, 10, 11)),
            ["## 9:00", "## 10:00", "## 11:00"],
            "",
        ),
    ],
    ids=["one with cards", "cards beside the text", "updates of a report"],
)
def test_of_a_page_with_several_articles_the_main_one_keeps_its_headings(
    tmp_path: Path, page: str, headings: list[str], left: str
) -> None:
    (tmp_path / "a.html").write_text(f"<html><head><title>Bridge</title></head><body>{page}</body></html>", "utf-8")
    haul = taken(tmp_path, tmp_path / "a.html")
    lines = haul.written[0].read_text("utf-8").split("\n")
    assert [line for line in lines if line.startswith("#")] == headings
    assert [left in problem.message for problem in haul.problems] == [True] * bool(left)


def test_boxes_and_terms_of_a_saved_page_are_kept_in_their_places(tmp_path: Path) -> None:
    points = "<aside class='key-points'><h2>Key points</h2><ul><li>The bridge closes</li><li>Ferries run</li></ul></aside>"
    pulled = "<aside class='pull'><blockquote><p>It was time.</p><cite>The mayor</cite></blockquote></aside>"
    terms = "<dl><dt>Pier</dt><dd>It stands in the water.</dd><dt>Deck</dt><dd><p>One walks on it.</p></dd></dl>"
    away = "<aside class='related'><p>Subscribe to the letter that we send each week.</p></aside>"
    page = f"<article>{points}<div class='article-body'><p>{TEXT}</p>{pulled}<p>{TEXT} So.</p>{terms}{away}</div></article>"
    (tmp_path / "a.html").write_text(f"<html><body><h1>Bridge</h1>{page}</body></html>", "utf-8")
    haul = taken(tmp_path, tmp_path / "a.html")
    blocks = haul.written[0].read_text("utf-8").strip().split("\n\n")[1:]
    assert blocks[:2] == ["## Key points", "- The bridge closes\n- Ferries run"]
    assert blocks[3] == "> It was time.\n>\n> The mayor"
    assert blocks[5:] == ["**Pier**", "It stands in the water.", "**Deck**", "One walks on it."]
    assert not haul.problems


def test_passages_of_a_saved_page_that_were_not_found_are_counted(tmp_path: Path) -> None:
    beside = "<div><p>This was said in the hall, before the session.</p></div>"
    page = f"<article>{beside}<div class='article-body'><p>{TEXT}</p><p>{TEXT} So.</p></div></article>"
    (tmp_path / "a.html").write_text(f"<html><body><h1>Bridge</h1>{page}</body></html>", "utf-8")
    haul = taken(tmp_path, tmp_path / "a.html")
    assert "in the hall" not in haul.written[0].read_text("utf-8")
    assert ["passages of the article (1)" in problem.message for problem in haul.problems] == [True]


STORY_PAGE = "<html><head>{}</head><body><article><h1>Bridge</h1><p>{}</p>{}<p>{} So.</p></article></body></html>"


def blocks_of(project: Path, head: str, middle: str) -> tuple[str, list[str], list[str]]:
    """Take a page; return its header, the blocks between its two paragraphs, and what was told."""
    (project / "a.html").write_text(STORY_PAGE.format(head, TEXT, middle, TEXT), "utf-8")
    haul = taken(project, project / "a.html")
    header, body = haul.written[0].read_text("utf-8").removeprefix("---\n").split("\n---\n\n", 1)
    told = [problem.message.removeprefix("not taken, or left as they are: ") for problem in haul.problems]
    return header, body.strip().split("\n\n")[1:-1], told


@pytest.mark.parametrize(
    "head",
    [
        "<link rel='canonical' href='https://old.example/a/b.html'>",
        "<!-- saved from url=(0028)https://old.example/a/b.html -->",
        "<!--\n Page saved with SingleFile \n url: https://old.example/a/b.html \n saved date: x\n-->",
        "<link rel='canonical' href='/a/b.html'><!-- saved from url=(0028)https://old.example/a/b.html?x=1 -->",
        "<base href='https://old.example/a/'><meta property='og:url' content='https://old.example/a/b.html'>",
    ],
)
def test_links_of_a_saved_page_lead_where_they_led(tmp_path: Path, head: str) -> None:
    words = (
        "<p>See <a href='#two'>two</a>, <a href='b.html#two'>it</a>, <a href='c.html'>c</a>, <a href='/d?x=1&amp;y'>d</a>.</p>"
    )
    headings = "<h2 id='two'>Two<a class='headerlink' href='#two'>¶</a></h2><p>One of the piers stands in the river.</p>"
    headings += "<h3><a class='anchor' href='#t'>Three</a> <a class='permalink' href='#t'>Copy link</a></h3>"
    header, blocks, told = blocks_of(tmp_path, head, words + headings)
    assert "url: https://old.example/a/b.html" in header
    assert blocks == [
        "See two, it, [c](<https://old.example/a/c.html>), [d](<https://old.example/d?x=1&y>).",
        "## Two",
        "One of the piers stands in the river.",
        "### Three",
    ]
    assert not told


CC = "https://creativecommons.org"


@pytest.mark.parametrize(
    ("head", "licence"),
    [
        (f'{{"@type": "NewsArticle", "license": "{CC}/licenses/by-sa/4.0/"}}', "CC BY-SA 4.0"),
        (
            '{"@graph": [{"@type": "ImageObject", "license": "No"}, {"@type": ["BlogPosting"], "license": {"@id": "By us"}}]}',
            "By us",
        ),
        (f"<meta name='DCTERMS.license' content='{CC}/licenses/by-nc/3.0/de/'>", "CC BY-NC 3.0"),
        (f"<link rel='license copyright' href='{CC}/publicdomain/zero/1.0/'>", "CC0 1.0"),
        ("[" * 100_000, ""),
    ],
    ids=["data", "data of several", "name", "link", "no data"],
)
def test_the_licence_that_a_page_states_is_kept(tmp_path: Path, head: str, licence: str) -> None:
    is_markup = head.startswith("<")
    header, _, _ = blocks_of(tmp_path, head if is_markup else f'<script type="application/ld+json">{head}</script>', "")
    assert f"licence: {licence}" in header if licence else "licence" not in header


@pytest.mark.parametrize(
    ("middle", "blocks"),
    [
        (
            "<h2>Links</h2><ul><li><a href='https://x.org/a'>On</a></li><li><a href='https://x.org/'>A <b>b</b></a></li></ul>",
            ["## Links", "- [On](<https://x.org/a>)\n- [A **b**](<https://x.org/>)"],
        ),
        (
            "<table><tr><th>Year</th><th>What</th></tr><tr><td>2014</td><td><ul><li>Deck</li><li>Rail</li></ul></td></tr></table>",
            ["| Year | What |\n| --- | --- |\n| 2014 | Deck; Rail |"],
        ),
        (
            "<p role='heading' aria-level='3'>Do</p><div role='list'><i role='listitem'>A</i><i role='listitem'>B</i></div>",
            ["### Do", "- A\n- B"],
        ),
        ("<ol start='5'><li><b>Fifth</b> thing</li><li>Sixth</li></ol>", ["5. **Fifth** thing\n6. Sixth"]),
        ("<blockquote><p>It was time.</p><footer>— Jane Roe</footer></blockquote>", ["> It was time.\n>\n> — Jane Roe"]),
        (
            "<p>It was <s>£9</s> £8 in all of the town, they said.<a class='x' href='#n'>*</a></p>",
            ["It was <del>£9</del> £8 in all of the town, they said.\\*"],
        ),
        ("<p><a href='https://x.org/r'>The report</a></p>", ["[The report](<https://x.org/r>)"]),
        ("<p>It was <del>10</del> <ins>12</ins> crowns in all of the town.</p>", ["It was ~~10~~ 12 crowns in all of the town."]),
    ],
)
def test_what_a_page_says_beside_paragraphs_is_kept(tmp_path: Path, middle: str, blocks: list[str]) -> None:
    assert blocks_of(tmp_path, "", middle)[1:] == (blocks, [])


@pytest.mark.parametrize(
    ("middle", "told"),
    [
        ("<p>See <a href='c.html'>the report</a> on it.</p>", "links without an address of the page (1)"),
        ("<iframe src='x'></iframe><video src='y'></video>", "frames, sound and film (2)"),
        ("<h2>Contents</h2><ul><li><a href='#a'>One of the parts</a></li></ul>", "lists and lines of links (1)"),
        ("<p><a href='https://x.org/1'>Read next: the ferries</a></p>", "lists and lines of links (1)"),
        ("<div><h3>Read more</h3><ul><li><a href='https://x.org/1'>A bridge</a></li></ul></div>", "lists and lines of links (1)"),
    ],
)
def test_what_a_page_shows_and_an_article_cannot_is_named(tmp_path: Path, middle: str, told: str) -> None:
    assert told in blocks_of(tmp_path, "", middle)[2][0]


def test_a_page_is_measured_without_its_pictures_and_styles(tmp_path: Path) -> None:
    pictures = f"<img src='data:image/png;base64,{'A' * 1_500_000}'><img src=data:image/png;base64,{'A' * 1_500_000}>"
    style = f"<style>{'a {background: url(data:x)}' * 100_000}</style>"
    assert blocks_of(tmp_path, style, pictures)[2] == ["images (2)"]


@pytest.mark.parametrize(("page", "folder"), [("Story.html", "Story_files"), ("Story.htm", "Story-Dateien")])
def test_the_folder_of_a_saved_page_is_passed_over_and_told(tmp_path: Path, page: str, folder: str) -> None:
    for name in (folder, "other_files"):
        (tmp_path / "in" / name).mkdir(parents=True)
        (tmp_path / "in" / name / "frame.html").write_text(PAGE.format(TEXT + name), "utf-8")
    (tmp_path / "in" / page).write_text(PAGE.format(TEXT), "utf-8")
    haul = taken(tmp_path, tmp_path / "in")
    assert len(haul.written) == 2
    assert [(Path(problem.path).name, problem.message) for problem in haul.problems] == [
        (folder, "a folder of what a saved page shows, not taken")
    ]


def test_text_of_a_feed_without_markup_keeps_its_paragraphs_and_a_date_its_zone(tmp_path: Path) -> None:
    day = "<pubDate>Tue, 05 Mar 2024 23:30:00 -0500</pubDate>"
    entry = f"<title>A</title>{day}<description>One\nline.\n\nTwo &amp; more.</description>"
    (tmp_path / "a.rss").write_text(f'<rss version="2.0"><channel><item>{entry}</item></channel></rss>', "utf-8")
    (path,) = taken(tmp_path, tmp_path / "a.rss").written
    written = path.read_text("utf-8")
    assert "date: '2024-03-05T23:30:00-05:00'\n" in written
    assert written.endswith("\n\nOne line.\n\nTwo & more.\n")


ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><rights>Theirs</rights><author><name>Ana</name></author>{}</feed>'
)


def test_text_of_an_atom_feed_means_each_of_its_characters(tmp_path: Path) -> None:
    text = "The tag &lt;script&gt; runs code.\n\nSo &amp;amp; so."
    entry = f"<entry><title>A &lt;b&gt; tag</title><content type='text'>{text}</content></entry>"
    (tmp_path / "a.atom").write_text(ATOM.format(entry), "utf-8")
    written = taken(tmp_path, tmp_path / "a.atom").written[0].read_text("utf-8")
    assert "title: A <b> tag\n" in written
    assert written.endswith("\n\nThe tag \\<script\\> runs code.\n\nSo \\&amp; so.\n")


@pytest.mark.parametrize(
    ("of_entry", "name", "licence", "author"),
    [
        ("", "F", "licence: Theirs", "- Ana"),
        ("<source><title>G</title><rights>CC</rights><author><name>Bo</name></author></source>", "G", "licence: CC", "- Bo"),
        ("<source><title>G</title></source>", "G", "url: https://example.org/1", ""),
        ("<source><title>G</title></source><author><name>Cy</name></author>", "G", "url: https://example.org/1", "- Cy"),
    ],
)
def test_an_entry_is_of_the_feed_that_it_comes_from(tmp_path: Path, of_entry: str, name: str, licence: str, author: str) -> None:
    link = "<link href='https://example.org/1'/>"
    (tmp_path / "a.atom").write_text(
        ATOM.format(f"<entry><title>A</title><summary>T.</summary>{link}{of_entry}</entry>"), "utf-8"
    )
    written = taken(tmp_path, tmp_path / "a.atom").written[0].read_text("utf-8")
    assert f"name: {name}\n" in written
    assert [line for line in written.split("\n") if "licence" in line] == [f"  {licence}"] * ("licence" in licence)
    assert author in written.split("\n")


def test_relative_addresses_of_a_json_feed_are_meant_from_its_site(tmp_path: Path) -> None:
    days = {"date_published": "2024-05-06T10:00:00Z", "date_modified": "2024-05-06T10:00:00Z"}
    item = {"title": "A", "url": "/n/1", "content_html": "<p>See <a class=x href='two?a=1&amp;b=2'>it</a>, <del>10</del> 12.</p>"}
    feed = {"version": "https://jsonfeed.org/version/1", "home_page_url": "https://example.org/", "items": [item | days]}
    (tmp_path / "a.json").write_text(json.dumps(feed), "utf-8")
    written = taken(tmp_path, tmp_path / "a.json").written[0].read_text("utf-8")
    assert "url: https://example.org/n/1\n" in written
    assert "updated" not in written
    assert written.endswith("See [it](<https://example.org/n/two?a=1&b=2>), ~~10~~ 12.\n")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2020-06-01 09:00:00 UTC", "'2020-06-01T09:00:00+00:00'"),
        ("2020-6-1", "2020-06-01"),
        ("3 December 2010", "2010-12-03"),
        ("Dez 3, 2010 at 9:05 pm CET", "'2010-12-03T21:05:00+01:00'"),
        ("2022-01-02 1:00:00 PM", "'2022-01-02T13:00:00'"),
        ("Mon, 02 Jan 2006 15:04:05 MST", "'2006-01-02T15:04:05-07:00'"),
        ("[[daily/2024-05-06|today]]", "2024-05-06"),
        ("24.12.2020", "2020-12-24"),
    ],
)
def test_dates_are_taken_as_others_write_them(tmp_path: Path, written: str, day: str) -> None:
    (tmp_path / "a.md").write_text(f"---\ntitle: A\nlang: de\ndate: '{written}'\n---\n\nText.\n", "utf-8")
    haul = taken(tmp_path, tmp_path / "a.md")
    assert f"\ndate: {day}\n" in haul.written[0].read_text("utf-8")
    assert not haul.problems


@pytest.mark.parametrize("key", ["date", "lastmod", "published", "source: {published", "correction: {text: x, date"])
@pytest.mark.parametrize("text", ["03/04/2020", "some day", "2020-02-30", "2020-01-01 10:00 XYZ"])
def test_a_date_that_is_none_costs_no_article_and_is_named(tmp_path: Path, key: str, text: str) -> None:
    (tmp_path / "a.md").write_text(f"---\ntitle: A\n{key}: '{text}'{'}' * ('{' in key)}\n---\n\nText.\n", "utf-8")
    haul = taken(tmp_path, tmp_path / "a.md")
    assert text not in haul.written[0].read_text("utf-8")
    assert [problem.message for problem in haul.problems] == [f"not taken, or left as they are: dates that are none ({text})"]
    inspect(haul.written[0], READERS, ANNOTATORS)


def test_what_a_feed_has_and_an_article_has_not_is_named(tmp_path: Path) -> None:
    item = {
        "id": 1,
        "title": None,
        "content_html": "<p>Text.</p><iframe src=x></iframe>",
        "image": "https://example.org/a.png",
        "date_published": "soon",
        "attachments": [{"url": "https://example.org/a.mp3"}],
        "author": {"name": "Ana Lima"},
    }
    feed = {"version": "https://jsonfeed.org/version/1", "title": "F", "items": [item]}
    (tmp_path / "a.json").write_text(json.dumps(feed), "utf-8")
    haul = taken(tmp_path, tmp_path / "a.json")
    assert "- Ana Lima\n" in haul.written[0].read_text("utf-8")
    left = "images (1), frames, sound and film (1), attached files (1), dates that are none (1)"
    assert [problem.message for problem in haul.problems] == [f"not taken, or left as they are: {left}"]


def test_captions_of_a_saved_page_are_paragraphs(tmp_path: Path) -> None:
    figure = "<figure class='image'><img src=x><figcaption class='caption'>The bridge in {}.</figcaption></figure>"
    listing = "<figure><pre>a = 1\nb = 2</pre><figcaption><p>A listing.</p></figcaption></figure>"
    table = "<table><caption>Ferries by day</caption><tr><th>Day</th></tr><tr><td>Monday</td></tr></table>"
    old = "<div class='wp-caption alignleft'><img src=x><p class='wp-caption-text'>The quay.</p></div>"
    figures = f"<figure>{figure.format(1931)}{figure.format(1999)}</figure>"
    (tmp_path / "a.html").write_text(PAGE.format(f"{TEXT}</p>{figures}{listing}{table}{old}<p>{TEXT} End."), "utf-8")
    (path,) = taken(tmp_path, tmp_path / "a.html").written
    blocks = path.read_text("utf-8").split("\n\n")
    assert blocks[2:8] == [
        "The bridge in 1931.",
        "The bridge in 1999.",
        "```\na = 1\nb = 2\n```",
        "A listing.",
        "Ferries by day",
        "| Day |\n| --- |\n| Monday |",
    ]
    assert blocks[8] == "The quay."


def test_nothing_that_runs_or_loads_is_taken(tmp_path: Path) -> None:
    active = '<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a><iframe src="//x"></iframe>'
    (tmp_path / "page.html").write_text(PAGE.format(TEXT + active), "utf-8")
    feed = {"version": "https://jsonfeed.org/version/1", "items": [{"title": active, "content_html": f"<p>y</p>{active}"}]}
    (tmp_path / "feed.json").write_text(json.dumps(feed), "utf-8")
    taken(tmp_path, tmp_path)
    bodies = [text.split("---\n", 2)[2] for text in shelf(tmp_path).values()]
    assert len(bodies) == 2
    assert not any(word in body for body in bodies for word in ("script", "onerror", "iframe", "alert"))


def test_titles_and_names_cannot_leave_the_content_folder_or_break_the_header(tmp_path: Path) -> None:
    titles = ["../../../etc/passwd", "/etc/x", "a\n---\nb: c", "\u0000\u001b[31m", "x" * 10_000, "CON"]
    items = [{"title": title, "content_text": f"text {number}"} for number, title in enumerate(titles)]
    (tmp_path / "in.json").write_text(json.dumps({"version": "https://jsonfeed.org/version/1", "items": items}), "utf-8")
    haul = taken(tmp_path, tmp_path / "in.json")
    assert {path.parent for path in haul.written} == {tmp_path / "seeds"}
    assert len(haul.written) == len(titles)
    for path in haul.written:
        assert len(inspect(path, READERS, ANNOTATORS).title) <= 300


def test_the_command_prints_the_paths_and_says_what_was_left(tmp_path: Path) -> None:
    done = digest(tmp_path, "import", str(CASES / "feeds" / "news.rss"), "--now", "2025-08-01")
    assert done.returncode == 1
    assert done.stdout == "seeds/harbour-bridge-ferries.md\nseeds/council.md\n"
    assert "an entry without text" in done.stderr
    assert done.stderr.endswith("digest: took 2 articles, 1 error, 2 notes\n")


def test_an_element_whose_name_xml_does_not_allow_costs_no_page(tmp_path: Path) -> None:
    page = (
        PAGE.format(TEXT)
        .replace("Bridge<", "Mayor <script>x</script> <javascript:x><")
        .replace("<article>", "<title></title><article>")
    )
    (tmp_path / "page.html").write_text(page, "utf-8")
    (path,) = taken(tmp_path, tmp_path / "page.html").written
    assert "The city will close the bridge" in path.read_text("utf-8")


@pytest.mark.parametrize(
    "text",
    ["C++ {#define x}", "x {.net}", "The set {: key=v }", "a {:toc is a word} b", '"5%% of 6%% left"', "100%% sure, 50%% not"],
)
def test_words_that_only_look_like_marks_of_a_program_stay(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.md").write_text(f"# A title\n\n{text}\n", "utf-8")
    (path,) = taken(tmp_path, tmp_path / "a.md").written
    assert text in path.read_text("utf-8")


@pytest.mark.parametrize(
    "piece",
    ["a" + " " * 150_000 + "b", "`" * 150_000, "~" * 150_000, "{::comment}x" * 12_000]
    + [opener * 50_000 for opener in ("[[", "![[", "![", "[^a", "^[")],
    ids=lambda piece: piece[:3],
)
def test_a_note_is_taken_in_time_that_grows_as_its_length(tmp_path: Path, piece: str) -> None:
    (tmp_path / "a.md").write_text(f"# A title\n\n{piece}\n", "utf-8")
    started = time.process_time()
    taken(tmp_path, tmp_path / "a.md")
    assert time.process_time() - started < 5
