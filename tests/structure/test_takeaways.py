import pytest

from digest.structure.lines import paragraphs
from digest.structure.takeaways import Takeaways, found_takeaways


def takeaways(text: str) -> Takeaways:
    return found_takeaways(paragraphs(text))


def items(text: str) -> list[str]:
    return [item.text for item in takeaways(text).items]


@pytest.mark.parametrize(
    "label",
    ["Key Takeaways", "KEY POINTS:", "**At a glance**", "## In brief", "Highlights –", "Points clés", "Puntos clave", "Em resumo",
     "Auf einen Blick", "In sintesi", "Kernpunten"],
)  # fmt: skip
def test_a_label_is_known_whatever_its_decoration(label: str) -> None:
    assert items(f"{label}\n- One came.\n- Two went.\nThe Title It was so.") == ["One came.", "Two went."]


@pytest.mark.parametrize("mark", ["-", "*", "•", "–", "—", "·", "▪", "1.", "2)", "→", "✓", "🔹", "▶️", "(1)", "(a)", "b)"])
def test_every_bullet_is_taken_off(mark: str) -> None:
    found = takeaways(f"Key points\n{mark} One came.\nThe Title It was so.")
    assert ([item.text for item in found.items], found.marks) == (["One came."], (mark,))


def test_bullets_need_no_label_at_the_top() -> None:
    assert items("- One came.\n- Two went.\nThe Title It was so.") == ["One came.", "Two went."]


def test_a_label_that_is_not_known_is_taken_at_the_top_and_told() -> None:
    found = takeaways("The big picture\n- One came.\n- Two went.\nThe Title It was so.")
    assert found.has_unknown_label
    assert found.label is not None
    assert found.label.text == "The big picture"


def test_a_numbered_heading_under_a_title_is_no_takeaway() -> None:
    assert items("The Harbour Plan\n1. The Cost\nIt is high.\n2. The Gain\nIt is low.") == []


def test_a_list_in_the_middle_needs_a_label() -> None:
    text = "The Title It was so.\nThey bought:\n- One lamp.\n- Two bells.\nThen they left."
    assert items(text) == []
    assert items(text.replace("They bought:", "Key facts")) == ["One lamp.", "Two bells."]


def test_takeaways_in_the_same_line_as_the_text_end_with_a_sentence() -> None:
    found = takeaways("Key Takeaways - One came. - Two went. The Title It was so. They - all of them - left.")
    assert [item.text for item in found.items] == ["One came.", "Two went."]
    assert [line.text for line in found.after] == ["The Title It was so. They - all of them - left."]


def test_bullets_that_stand_for_nothing_else_need_no_sentence_before_them_in_a_line() -> None:
    assert items("Key points • One came • Two went\nThe Title It was so.") == ["One came", "Two went"]


def test_without_takeaways_every_line_stays() -> None:
    found = takeaways("The Title It was so.\nIn brief it was not.")
    assert (len(found.before), found.items) == (2, ())


@pytest.mark.parametrize(
    "text",
    [
        "Bridge vote passes\n\n- One point only, that is broken\n  at the margin.\n\nText goes on. It ends.",
        "Bridge vote passes\n\n– No, said the king\nof the land.\n\nText goes on. It ends.",
        "Bridge vote passes\n(1) Background. The king spoke.\n\nText goes on. It ends.",
        "By John Smith\n- One came.\n- Two went.\n\nText goes on. It ends.",
        "Source: Reuters\n\n- One came.\n- Two went.\n\nText goes on. It ends.",
    ],
)
def test_a_title_over_a_single_item_and_a_byline_are_no_label(text: str) -> None:
    assert takeaways(text).label is None


def test_an_arrow_in_a_sentence_divides_nothing() -> None:
    assert items("Key takeaways: → Oil rose 70 → 75 dollars. → Gas fell.\nThe Title It was so.") == [
        "Oil rose 70 → 75 dollars.",
        "Gas fell.",
    ]
