"""Nothing is lost, invented or moved: the pieces of any text are the text."""

import gc
import re
import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from digest.structure.model import shipped
from digest.structure.pieces import Piece
from digest.structure.reading import read
from digest.structure.recover import recover

CASES = sorted((Path(__file__).parents[1] / "cases" / "structure").glob("*.txt"))
TEXTS = tuple(path.read_bytes().decode("utf-8") for path in CASES)
SPOILS = (
    "", " ", "\n", "\n\n", "\r", "- ", "* ", "1. ", "# ", "## ", "===", "---", ". ", "? ", ":", "“", "\u00a0", "\ufeff", "\u2028",
    "Key Takeaways", "Points clés\n- ", "By Ann Lee\n", "Source: X Y\n", "**", "A", "é", "\x00", "\x1c", "𝔘", "\u0301",
)  # fmt: skip


def tight(text: str) -> str:
    return re.sub(r"\s+", "", text.replace("\ufeff", ""))


def pieces(text: str) -> tuple[Piece, ...]:
    return read(text, title=None, headings=None, model=shipped()).pieces


def assert_lossless(text: str) -> None:
    assert "".join(tight(piece.text) for piece in pieces(text)) == tight(text)


@given(st.text())
def test_any_text_is_read_without_loss(text: str) -> None:
    assert_lossless(text)


@given(st.lists(st.sampled_from([*SPOILS, "Night Trams", "The council voted.", "Mayor Benton Wins "])).map("".join))
@example("- By Ann Lee\nBy Ann Lee\n===")
def test_any_mixture_of_marks_is_read_without_loss(text: str) -> None:
    assert_lossless(text)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(TEXTS), st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 40), st.sampled_from(SPOILS)), max_size=8)
)
def test_a_spoiled_article_is_read_without_loss(text: str, wounds: list[tuple[int, int, str]]) -> None:
    for position, length, spoil in wounds:
        start = position % (len(text) + 1)
        text = text[:start] + spoil + text[start + length :]
    assert_lossless(text)


@given(st.text(), st.text(max_size=20), st.lists(st.text(max_size=20), max_size=3))
def test_what_an_editor_states_loses_nothing(text: str, title: str, headings: list[str]) -> None:
    reading = read(text, title=title, headings=headings, model=shipped())
    assert "".join(tight(piece.text) for piece in reading.pieces) == tight(text)


@pytest.mark.parametrize("text", TEXTS)
def test_every_piece_but_marks_is_recovered(text: str) -> None:
    recovered = recover(text)
    sections = [part for section in recovered.sections for part in (section.heading or "", *section.paragraphs)]
    parts = [recovered.title, *recovered.takeaways, *sections]
    kept = [piece.text for piece in pieces(text) if piece.kind in ("heading", "text", "takeaway")]
    assert sorted(filter(None, parts)) == sorted(kept)


def seconds(text: str) -> float:
    """Return how long a text is computed on, without the search for circles in all that other tests left."""
    gc.disable()
    started = time.process_time()
    try:
        assert_lossless(text)
        return time.process_time() - started
    finally:
        gc.enable()


@pytest.mark.parametrize(
    ("opening", "piece", "count"),
    [
        ("", "word ", 5_000),
        ("", "Word. ", 800),
        ("", "x", 25_000),
        ("", "A\n", 500),
        ("", "- a\n", 3_200),
        ("", ". ", 1_000),
        ("", "“", 12_500),
        ("", "#", 12_500),
        ("Key Takeaways - ", "a. - ", 2_500),
        ("", "The City Votes. ", 300),
    ],
)
def test_hostile_text_is_read_in_linear_time(opening: str, piece: str, count: int) -> None:
    few = min(seconds(opening + piece * count) for _ in range(2))
    assert seconds(opening + piece * count * 8) < 2 * 8 * few + 0.2
