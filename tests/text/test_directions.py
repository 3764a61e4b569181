import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.directions import contained, turning

TEXTS = st.text("a \u05d0\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", max_size=20)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Bank", "Bank"),
        ("Bank \u202eof", "Bank \u202eof\u202c"),
        ("a \u2067b\u2069 c", "a \u2067b\u2069 c"),
        ("a \u202e\u2066b", "a \u202e\u2066b\u2069\u202c"),
        ("a \u2066\u202eb\u2069 c", "a \u2066\u202eb\u2069 c"),
        ("a \u202cb", "a \u202cb"),
    ],
)
def test_what_a_text_leaves_open_is_closed(text: str, whole: str) -> None:
    assert contained(text) == whole


@given(TEXTS)
def test_a_contained_text_is_the_text_with_closers_and_leaves_nothing_open(text: str) -> None:
    whole = contained(text)
    assert whole.startswith(text)
    assert not set(whole[len(text) :]) - {"\u202c", "\u2069"}
    assert contained(whole) == whole


def test_marks_that_turn_nothing_are_let_be() -> None:
    assert turning("\u200e\u200f\u061c שלום") == ""
    assert turning("a\u2068b\u202e") == "\u2068"


def test_the_end_of_an_embedding_ends_no_isolate() -> None:
    assert contained("\u202e\u2066abc\u202c") == "\u202e\u2066abc\u202c\u2069\u202c"
