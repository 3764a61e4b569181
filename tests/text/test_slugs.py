import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from digest.text.slugs import slug, unique_slugs

LONGEST = 80 + len("-12345678")


@given(st.text())
@settings(max_examples=100, deadline=None)
@example("../../etc/passwd")
@example("..\\..\\CON")
@example("\0")
@example("\ud800")
@example("x" * 300)
@example("日本" * 100)
def test_any_text_has_a_slug_that_is_safe_everywhere_and_its_own_slug(text: str) -> None:
    made = slug(text)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert len(made) <= LONGEST
    assert len(made) > 80 or slug(made) == made


@pytest.mark.parametrize("name", ["CON", "nul", "Aux.", "com1", "LPT9"])
def test_names_that_windows_keeps_for_itself_get_a_mark(name: str) -> None:
    assert re.fullmatch(r"[a-z]+\d?-[0-9a-f]{8}", slug(name))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zürich & Genève", "zurich-geneve"),
        ("Москва", "moskva"),
        ("İstanbul", "istanbul"),
        ("US–Ukraine: what’s next?", "us-ukraine-whats-next"),
    ],
)
def test_letters_are_written_in_ascii(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_texts_of_which_nothing_is_left_still_differ() -> None:
    assert len({slug(text) for text in ("", "!", "?", "😀", "…")}) == 5


@given(st.sets(st.sampled_from(["c", "c#", "C", "c-2e7d2c03", "c++", "", "\ud800", "é", "e", "x" * 90, "x" * 91]) | st.text()))
@settings(max_examples=100, deadline=None)
def test_each_of_some_texts_has_a_slug_of_its_own(texts: set[str]) -> None:
    slugs = unique_slugs(texts)
    assert set(slugs) == texts
    assert len(set(slugs.values())) == len(texts)
