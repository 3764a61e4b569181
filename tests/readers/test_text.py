import pytest
from builders import a_source, attempted
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.errors import SourceError
from digest.model.article import Article
from digest.readers.text import read

TEXT = """Key Takeaways
- The bridge is open.
The Old Bridge Opens Again

The mayor of Oslo opened the bridge on Monday. Many people came to see it.
It had been closed for two years.
"""


def article(text: str | bytes) -> Article:
    return read(a_source(text, "a.txt"))


def test_flat_text_has_its_title_takeaways_and_paragraphs_recovered() -> None:
    found = article(TEXT)
    assert found.title == "The Old Bridge Opens Again"
    assert [(takeaway.id, takeaway.text, takeaway.origin) for takeaway in found.front_matter.takeaways] == [
        ("t1", "The bridge is open.", "recovered")
    ]
    assert [block.id for block in found.blocks] == [f"p{number}" for number in range(1, 1 + len(found.blocks))]
    assert {inference.piece for inference in found.recovery} >= {"title", "s1"}
    assert all(round(inference.confidence, 4) == inference.confidence for inference in found.recovery)


def test_front_matter_wins_over_what_is_recovered() -> None:
    found = article(f"---\ntitle: Mine\ndate: 2025-07-10\ntakeaways: [Mine too.]\nslug: 2025\n---\n{TEXT}")
    assert (found.title, found.slug) == ("Mine", "2025")
    assert [(takeaway.text, takeaway.origin) for takeaway in found.front_matter.takeaways] == [("Mine too.", "author")]
    assert "title" not in {inference.piece for inference in found.recovery}


def test_what_a_text_says_of_itself_is_kept_though_no_key_is_for_it() -> None:
    found = article(
        "Press release\nThe Old Bridge Opens Again\nBy Ana Novak | 3 min read\nThe mayor of Oslo opened the bridge on Monday."
    )
    assert found.front_matter.extra == {"kicker": "Press release", "reading_time": "3 min read"}
    assert (found.title, found.front_matter.authors) == ("The Old Bridge Opens Again", ("Ana Novak",))


def test_what_a_page_says_above_a_press_release_is_not_said_of_it() -> None:
    found = article(
        "Skip to main content\nPress release\nThe Old Bridge Opens Again\nThe mayor of Oslo opened the bridge on Monday."
    )
    assert (found.title, found.front_matter.extra) == ("The Old Bridge Opens Again", {"kicker": "Press release"})


def test_markup_in_flat_text_is_text() -> None:
    found = article(TEXT + "\nThey wrote <script>alert(1)</script> & left.\n")
    assert found.blocks[-1].text.endswith("<script>alert(1)</script> & left.")
    assert found.blocks[-1].html.endswith("&lt;script&gt;alert(1)&lt;/script&gt; &amp; left.")


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\ufeff", "---\ntitle:\n---\n"])
def test_a_file_without_text_is_refused(text: str) -> None:
    with pytest.raises(SourceError, match="the article has no text"):
        article(text)


def test_a_file_that_is_no_text_is_refused() -> None:
    with pytest.raises(SourceError, match="NUL"):
        article(b"\x89PNG\0")


def test_a_row_of_dashes_at_the_top_is_no_front_matter() -> None:
    assert article(f"--------\nBREAKING NEWS\n--------\n\n{TEXT}").blocks


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
@settings(max_examples=60, deadline=None)
def test_any_text_is_an_article_or_a_named_fault(text: str) -> None:
    found = attempted(lambda: article(text), SourceError)
    assert found.path == "a.txt"


def test_more_lines_than_an_article_has_are_refused() -> None:
    with pytest.raises(SourceError, match="more than 50,000 lines"):
        article("x\n" * 60_000)


def test_no_headings_are_looked_for_where_none_are_stated() -> None:
    text = "The Vote The council voted on Tuesday. It was close.\nWhat Comes Next The mayor signs it today. Work begins in May.\n"
    assert len(article(text).sections) == 2
    assert len(article(f"---\nheadings: []\n---\n{text}").sections) == 1


def test_a_text_that_begins_with_two_headings_has_no_empty_section() -> None:
    found = article("# The Vote\n\n## What Was Said\n\nThe council voted on Tuesday. It was close.\n")
    assert [section.heading for section in found.sections] == ["What Was Said"]


def test_a_date_that_is_stated_need_not_be_read() -> None:
    text = "The Vote\nPublished 31 February 2026\nThe council voted on Tuesday. It was close.\n"
    rules = [{one.rule for one in article(f"{matter}{text}").problems} for matter in ("", "---\ndate: 2026-02-28\n---\n")]
    assert ["date-unread" in found for found in rules] == [True, False]
