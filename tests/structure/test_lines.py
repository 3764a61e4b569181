import pytest

from digest.structure.lines import paragraphs


def texts(text: str) -> list[str]:
    return [line.text for line in paragraphs(text)]


def test_every_line_end_ends_a_line() -> None:
    assert texts("A b.\r\nC.\rD.\n\nE.") == ["A b.", "C.", "D.", "E."]


def test_white_space_is_folded_and_byte_order_marks_are_dropped() -> None:
    assert texts("\ufeff  a\u00a0\t b ") == ["a b"]


def test_lines_are_numbered_as_in_the_input() -> None:
    assert [line.number for line in paragraphs("a\n\nb\r\nc")] == [1, 3, 4]


def test_lines_wrapped_at_a_margin_are_joined() -> None:
    wrapped = "The harbour was closed for two days\nwhile divers looked for the anchor that\nthe ferry had lost in the storm."
    assert texts(wrapped + "\n\nIt was found.") == [wrapped.replace("\n", " "), "It was found."]


def test_a_line_that_ends_before_the_margin_ends_a_paragraph() -> None:
    wrapped = (
        "Divers found it\nThe harbour was closed for two days\nwhile they looked for the anchor that\n"
        "the ferry had lost.\nNobody was hurt."
    )
    assert [line.number for line in paragraphs(wrapped)] == [1, 2, 5]


def test_a_list_item_begins_a_paragraph() -> None:
    wrapped = (
        "- The harbour was closed for two days\nwhile divers looked for the anchor that\nthe ferry had lost\n- It was found."
    )
    assert len(texts(wrapped)) == 2


def test_a_text_of_one_paragraph_a_line_is_left_alone() -> None:
    text = "The harbour was closed.\nIt opened again.\n" * 4
    assert texts(text) == text.splitlines()


@pytest.mark.parametrize("text", ["- One boat came\n  From afar.\n- Two went.", "- One boat came\nfrom afar.\n- Two went."])
def test_a_list_item_goes_on_in_a_line_that_is_indented_or_in_the_middle_of_a_sentence(text: str) -> None:
    long = "It was so, and everyone who stood there saw that it was so, until the boat was gone and with it all of the light."
    assert [line.text.casefold() for line in paragraphs(f"{text}\n{long} {long}")][:2] == [
        "- one boat came from afar.",
        "- two went.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1. Background\n    First paragraph.\n    Second paragraph.",
        "1. Bridge vote passes\nby John Smith",
        "• Ann Smith, mayor\n  By John Smith",
    ],
)
def test_what_is_no_part_of_a_list_item_stays_a_line(text: str) -> None:
    assert len(paragraphs(text)) == len(text.splitlines())
