import pytest
from builders import a_source, attempted
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.errors import SourceError
from digest.model.article import Article
from digest.readers.markdown import read

ARTICLE = """---
title: The Bridge
date: 2025-07-10
sections: [Why, What next]
---
Opening *words*.

## Why

- a
- b

> quoted

## What next

```
code
```
"""


def article(text: str | bytes) -> Article:
    return read(a_source(text, "a.md"))


def refusal(text: str | bytes) -> str:
    with pytest.raises(SourceError) as caught:
        article(text)
    return str(caught.value)


def test_a_title_without_an_end_is_refused_by_name() -> None:
    assert article(f"# {'word ' * 900}\n\nText.")
    assert refusal(f"# {'word ' * 1_100}\n\nText.").startswith("a.md:1: the title has more than 5000 characters; write one")


def test_what_is_nested_too_deep_is_refused_with_its_line_in_the_file() -> None:
    assert refusal(f"---\ntitle: x\n---\n\nText.\n\n{'> ' * 51}word").startswith("a.md:7: lists and quotations are nested deeper")


def test_an_article_is_its_sections_and_numbered_blocks() -> None:
    found = article(ARTICLE)
    assert (found.title, found.slug, found.problems) == ("The Bridge", "the-bridge", ())
    assert [(section.id, section.heading, [block.id for block in section.blocks]) for section in found.sections] == [
        ("s1", "", ["p1"]),
        ("s2", "Why", ["p2", "p3"]),
        ("s3", "What next", ["p4"]),
    ]
    assert [block.kind for block in found.blocks] == ["paragraph", "list", "quote", "code"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_marks_and_encodings_make_no_difference(encoding: str, line_end: str) -> None:
    assert article(ARTICLE.replace("\n", line_end).encode(encoding)).sections == article(ARTICLE).sections


@pytest.mark.parametrize("text", ["# A *Bridge*\n\nText.", "A Bridge\n===\nText.", "---\ntags: [a]\n---\nA\nBridge\n===\nText."])
def test_without_a_title_in_front_matter_the_first_heading_is_one(text: str) -> None:
    found = article(text)
    assert (found.title, [section.heading for section in found.sections]) == ("A Bridge", [""])


def test_a_title_that_stands_in_both_places_is_shown_once_and_another_heading_stays() -> None:
    assert [section.heading for section in article("---\ntitle: Bridge\n---\n# Bridge\n\nText.").sections] == [""]
    assert [section.heading for section in article("---\ntitle: Bridge\n---\n# Other\n\nText.").sections] == ["Other"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "a.md:1: the article has no text; write it under the front matter"),
        (" \n\n", "a.md:1: the article has no text"),
        ("---\ntitle: x\n---\n", "a.md:4: the article has no text; write it under the front matter"),
        ("# Title", "a.md:1: the article has no text"),
        ("---\ntitle: x\n---\n<script>alert(1)</script>\n", "a.md:4: the article has no text"),
        ("---\ntitle: [\n---\nText.", "a.md:2: not YAML"),
        ("a\0b", "a.md: a NUL character: this is no text file, or UTF-16 without a byte-order mark; save the file as UTF-8"),
    ],
)
def test_what_is_no_article_is_refused_with_file_line_and_mend(text: str, message: str) -> None:
    assert refusal(text).startswith(message)


def test_an_article_without_a_title_is_named_after_its_file_and_said_to_have_none() -> None:
    found = read(a_source("Text.", "2025/Old Bridge.md"))
    assert (found.title, found.slug, found.front_matter.title) == ("Old Bridge", "old-bridge", "")
    assert [str(problem) for problem in found.problems] == [
        "2025/Old Bridge.md:1: the article has no title; add 'title: …' to the front matter, or begin with '# Title'"
    ]


def test_a_guessed_encoding_and_an_outline_that_differs_are_warnings() -> None:
    found = article("---\ntitle: Été\nsections: [Why]\n---\nText.\n\n## Why not\n\nMore.".encode("cp1252"))
    assert [str(problem) for problem in found.problems] == [
        "a.md: read as windows-1252, since it is not UTF-8; save the file as UTF-8",
        "a.md:1: 'sections' differs from the headings of the text, which is taken; mend or remove 'sections'",
    ]
    assert found.title == "Été"


@pytest.mark.parametrize("slug", ["../../etc/passwd", "/a", "A B", "a.b"])
def test_a_slug_cannot_leave_its_folder(slug: str) -> None:
    assert set(article(f"---\ntitle: x\nslug: {slug}\n---\nText.").slug) <= set("abcdefghijklmnopqrstuvwxyz-")


def test_headings_without_text_and_marks_without_words_make_no_section() -> None:
    found = article("# Title\n\nText.\n\n##\n\n***\n\nMore.")
    assert [(section.heading, len(section.blocks)) for section in found.sections] == [("", 2)]


@given(st.text())
@settings(max_examples=100, deadline=None)
def test_any_text_is_an_article_or_a_named_fault(text: str) -> None:
    found = attempted(lambda: article(text.encode("utf-8", "surrogatepass")), SourceError)
    assert found.path == "a.md"
