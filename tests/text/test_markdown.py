import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.text.blocks import MarkdownBlock, TooMuchError
from digest.text.html import items
from digest.text.literal import literal
from digest.text.markdown import blocks

MODEST = settings(max_examples=100, deadline=None)


def only(markdown: str) -> MarkdownBlock:
    (block,) = blocks(markdown)
    return block


@pytest.mark.parametrize(
    ("markdown", "kind", "text"),
    [
        ("Text *with* `code`.", "paragraph", "Text with code."),
        ("- one\n  - two\n    1. three", "list", "one two three"),
        ("3. three\n4. four", "list", "three four"),
        ("> a quote\n> of two lines", "quote", "a quote of two lines"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "table", "a b 1 2"),
        ("```python\nprint(1)\n```", "code", "print(1)"),
        ("```\nwithout an end", "code", "without an end"),
        ("    indented", "code", "indented"),
        ("<div>raw <b>bold</b></div>", "figure", "raw bold"),
    ],
)
def test_each_kind_of_block_is_known(markdown: str, kind: str, text: str) -> None:
    block = only(markdown)
    assert (block.kind, " ".join(block.text.split())) == (kind, text)


@pytest.mark.parametrize(("markdown", "level"), [("# One", 1), ("One\n===", 1), ("One\n---", 2), ("###### One ######", 6)])
def test_headings_have_their_level_and_plain_text(markdown: str, level: int) -> None:
    assert (only(markdown).kind, only(markdown).level, only(markdown).text) == ("heading", level, "One")


@pytest.mark.parametrize(
    "markdown", ["", " \n\t\n", "***", "<!-- hidden -->", "<script>alert(1)</script>", "##", "[a]: http://b"]
)
def test_what_shows_nothing_is_no_block(markdown: str) -> None:
    assert not list(blocks(markdown))


def test_footnotes_are_numbered_in_the_text_and_listed_at_its_end() -> None:
    text, quote, heading, notes = blocks(
        "One.[^b] One again.[^b]\n\n[^b]: The second.\n\n    More.\n\n"
        "> Two.[^c]\n>\n> [^c]: In a quote[^d].\n\n# Three[^d]\n\n[^d]: </li></ol>Last.\n"
    )

    assert text.html == "One.<sup>[1]</sup> One again.<sup>[1]</sup>"
    assert (quote.kind, quote.text.strip(), heading.text) == ("quote", "Two.[2]", "Three")
    assert (notes.kind, notes.line) == ("notes", 3)
    assert [" ".join(note.split()) for note in items(notes.html)] == ["The second. More.", "In a quote[3].", "Last."]


def test_notes_that_nothing_points_to_are_not_lost() -> None:
    *_, notes = blocks("One.[^1]\n\n[^unused]: Alone.\n\n[^1]: First.\n\n[^1]: Twice.")
    assert [note.strip() for note in items(notes.html) if note.strip()] == ["First.", "Alone.", "Twice."]


def test_a_note_that_the_text_does_not_have_stays_as_it_is_written() -> None:
    assert only("One.[^1] 90 m^[2]").html == "One.[^1] 90 m^[2]"


def test_blocks_know_the_line_on_which_they_begin() -> None:
    assert [block.line for block in blocks("# One\n\ntwo\nmore\n\n- three")] == [1, 3, 6]


NESTS = {
    "quotations": ("> " * 50 + "word", "> " * 51 + "word"),
    "lists": (
        "".join(f"{'  ' * level}- word\n" for level in range(25)),
        "".join(f"{'  ' * level}- word\n" for level in range(26)),
    ),
    "lists in one line": ("- " * 25 + "word", "- > " * 17 + "word"),
}


@pytest.mark.parametrize(("read", "refused"), NESTS.values(), ids=NESTS)
def test_what_is_nested_is_read_whole_or_refused_with_its_line(read: str, refused: str) -> None:
    assert only(read).text.split() == ["word"] * read.count("word")
    with pytest.raises(TooMuchError, match="deeper than 50 levels") as caught:
        list(blocks(f"Text.\n\n{refused}"))
    assert caught.value.line == 2 + len(refused.splitlines())


@pytest.mark.parametrize("mark", ["*a ", "**a _b ", "[", "![", "x <b>"])
def test_emphasis_links_and_tags_lose_no_word_however_deep(mark: str) -> None:
    assert only(f"{mark * 1_000}word").text.endswith("word")


def test_code_that_looks_like_markup_is_shown_and_not_run() -> None:
    assert only("```html\n<script>alert(1)</script>\n```").html == (
        "<pre><code>&lt;script&gt;alert(1)&lt;/script&gt;\n</code></pre>"
    )


@pytest.mark.parametrize("markdown", ["[x](javascript:alert(1))", "<javascript:alert(1)>", "![x](javascript:alert(1))"])
def test_addresses_that_run_are_no_links(markdown: str) -> None:
    assert "href" not in only(markdown).html


def test_references_are_followed_wherever_they_stand() -> None:
    linked, after = blocks("[the bridge]\n\n[the bridge]: https://example.org\n\nafter")
    assert 'href="https://example.org"' in linked.html
    assert after.text == "after"


def test_an_image_becomes_a_link_to_it_so_that_nothing_is_loaded() -> None:
    assert only("![a *bridge*](https://example.org/b.png)").html == (
        '<a href="https://example.org/b.png" rel="nofollow noopener noreferrer">a bridge</a>'
    )
    assert only("![](b.png)").text == "b.png"


def test_an_image_in_a_link_is_its_label_since_links_do_not_nest() -> None:
    assert only("[![a bridge](b.png)](https://example.org)").html == (
        '<a href="https://example.org" rel="nofollow noopener noreferrer">a bridge</a>'
    )


@pytest.mark.parametrize(
    "markdown",
    [
        "> " * 3000,
        "[" * 20_000,
        "*a_ " * 5000,
        "![" * 5000 + "](y)" * 5000,
        "<" * 20_000,
        "<b>" * 20_000 + "x",
        "`a``b" * 5000,
        "[^" * 20_000 + "\n\n[^1]: n",
    ],
    ids=["quotes", "brackets", "stars", "images", "angles", "tags", "ticks", "notes"],
)
def test_hostile_text_is_read_in_bounded_time(markdown: str) -> None:
    started = time.thread_time()
    with suppress(TooMuchError):
        list(blocks(markdown))
    assert time.thread_time() - started < 5


@given(st.text(st.sampled_from("ab1 \\`*_[]<>|~#&;!()+-=.:\"'/é"), min_size=1, max_size=40).map(str.strip).filter(bool))
@MODEST
def test_literal_text_is_shown_as_it_is(text: str) -> None:
    assert (only(literal(text)).kind, only(literal(text)).text) == ("paragraph", text)


@pytest.mark.parametrize("text", ["- x\n" * 60_000, "|a|\n|-|\n" + "x\n" * 60_000, "*a* " * 150_000, "|a" * 250_000])
def test_more_than_an_article_can_have_is_refused_before_it_is_read(text: str) -> None:
    with pytest.raises(TooMuchError, match="more than"):
        list(blocks(text))


def test_plain_paragraphs_may_have_as_many_lines_as_they_want() -> None:
    assert sum(1 for _ in blocks("A line.\n\n" * 60_000)) == 60_000


def test_the_columns_of_a_table_are_aligned_by_classes_and_no_other_class_is_kept() -> None:
    (table,) = blocks("| A | B | C |\n|:--|--:|:-:|\n| 1 | 2 | 3 |\n")
    row = "<th>A</th> <th class=end>B</th> <th class=middle>C</th>"
    assert row in " ".join(table.html.replace('"', "").split())
    (table,) = blocks('<table><tr><td class="lead" style="color: red">1</td></tr></table>')
    assert "class" not in table.html
