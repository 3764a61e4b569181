"""Where a remark stands: the words at its place in the file are the words that it is about."""

import pytest
from builders import a_source, attempted
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.errors import SourceError
from digest.locate import Places
from digest.model.article import Article
from digest.model.remark import Remark
from digest.readers import markdown, text

FLAT = """Key Takeaways
- Ferries will run at night.
- The bridge closes in August.
Harbour Bridge To Close The bridge closes in August. Ferries will run at night.

It is closed for repairs.
"""
MARKED = """---
title: "The \\u2018Old\\u2019 Bridge"
takeaways:
- 'It''s the mayor who paid.'
- text: >-
    Ferries will run
    at night.
  evidence: [p1]
---

## A *new* heading

The [mayor](https://example.org/mayor-paid) **paid** for
the bridge &amp; the ferries.

- Ferries will run at night.
"""


def places(source: str, name: str) -> tuple[Article, Places]:
    read = text.read if name.endswith(".txt") else markdown.read
    article = read(a_source(source, name))
    return article, Places(article, source)


def words_at(source: str, name: str, passage: str, words: str) -> tuple[int, int, str]:
    """Return line, column and text of the place where `words` of a passage stand."""
    article, found = places(source, name)
    matter = article.front_matter
    passages = {"title": matter.title} | {one.id: one.text for one in matter.takeaways}
    passages |= {one.id: one.heading for one in article.sections} | {one.id: one.text for one in article.blocks}
    start = passages[passage].index(words)
    span = found.span(Remark(rule="x", message="", hint="", passage=passage, start=start, end=start + len(words)))
    assert span
    lines = source.split("\n")
    last = lines[span.end_line - 1][: span.end_column - 1]
    inside = (
        last[span.column - 1 :] if span.line == span.end_line else lines[span.line - 1][span.column - 1 :] + " " + last.strip()
    )
    return span.line, span.column, inside


@pytest.mark.parametrize(
    ("passage", "words", "line", "column"),
    [("t1", "night", 2, 23), ("t2", "The", 3, 3), ("title", "Harbour", 4, 1), ("p1", "Ferries", 4, 54), ("p2", "closed", 6, 7)],
)
def test_flat_text_is_found_in_its_own_place_also_where_takeaways_repeat_it(
    passage: str, words: str, line: int, column: int
) -> None:
    assert words_at(FLAT, "a.txt", passage, words) == (line, column, words)


@pytest.mark.parametrize(
    ("passage", "words", "line", "column", "written"),
    [
        ("title", "Bridge", 2, 29, "Bridge"),
        ("t1", "mayor", 4, 14, "mayor"),
        ("t2", "Ferries", 6, 5, "Ferries"),
        ("t2", "run", 6, 18, "run"),
        ("s1", "new", 11, 7, "new"),
        ("p1", "paid", 13, 47, "paid"),
        ("p1", "ferries", 14, 22, "ferries"),
        ("p2", "night", 16, 23, "night"),
    ],
)
def test_markdown_and_its_front_matter_are_found_through_their_marks(
    passage: str, words: str, line: int, column: int, written: str
) -> None:
    assert words_at(MARKED, "a.md", passage, words) == (line, column, written)


def test_what_is_about_the_whole_article_has_no_place() -> None:
    _, found = places(FLAT, "a.txt")
    assert found.span(Remark(rule="x", message="", hint="")) is None


WORD = st.sampled_from("bridge ferry mayor rain night 5 million Oslo".split())
SENTENCE = st.lists(WORD, min_size=3, max_size=8).map(lambda words: " ".join(words).capitalize() + ".")


@given(st.lists(SENTENCE, min_size=1, max_size=3), st.lists(SENTENCE, min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_every_takeaway_and_paragraph_is_found_word_for_word(takeaways: list[str], paragraphs: list[str]) -> None:
    listed = "".join(f"- {one}\n" for one in takeaways)
    source = f"---\ntitle: Zoo\ntakeaways:\n{listed}---\n\n" + "\n\n".join(paragraphs) + "\n"
    for number, one in enumerate(takeaways, 1):
        assert words_at(source, "a.md", f"t{number}", one) == (3 + number, 3, one.rstrip("."))
    for number, one in enumerate(paragraphs):
        assert words_at(source, "a.md", f"p{number + 1}", one) == (6 + len(takeaways) + 2 * number, 1, one.rstrip("."))


def test_a_list_in_brackets_and_a_title_that_a_takeaway_repeats_are_told_apart() -> None:
    source = "---\ntitle: Ferries\ntakeaways: [Ferries, 'Rain fell, and more']\n---\n\nFerries run. Rain fell, and more\n"
    assert words_at(source, "a.md", "title", "Ferries") == (2, 8, "Ferries")
    assert words_at(source, "a.md", "t1", "Ferries") == (3, 13, "Ferries")
    assert words_at(source, "a.md", "t2", "and") == (3, 34, "and")
    assert words_at(source, "a.md", "p1", "Ferries") == (6, 1, "Ferries")


def test_letters_that_are_written_as_escapes_are_found() -> None:
    matter = r'''title: "Caf\u00e9 closes"''' + "\n" + r"""takeaways: ["\xC9cole", 'C:\UFFFFFFFF']"""
    source = f"---\n{matter}\n---\n\nThe caf&eacute; of M&#252;nster closes.\n"
    assert words_at(source, "a.MD", "title", "Café") == (2, 9, r"Caf\u00e9")
    assert words_at(source, "a.MD", "t1", "École") == (3, 14, r"\xC9cole")
    assert words_at(source, "a.MD", "p1", "Münster") == (6, 20, "M&#252;nster")


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
@settings(max_examples=60, deadline=None)
def test_no_text_and_no_span_makes_it_fail(written: str, one: int, other: int) -> None:
    article = attempted(lambda: text.read(a_source(f"Oslo.\n{written}", "a.txt")), SourceError)
    if isinstance(article, Article):
        remarks = [
            Remark(rule="x", message="", hint="", passage=passage, start=min(one, other), end=max(one, other))
            for passage in ("title", "p1", "s1", "t1", "")
        ]
        spans = [Places(article, f"Oslo.\n{written}").span(remark) for remark in remarks]
        assert all(span is None or (span.line, span.column) <= (span.end_line, span.end_column) for span in spans)
