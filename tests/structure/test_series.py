import pytest

from digest.structure.recover import recover
from digest.structure.series import series_of

HUTS = ("Rifugio Alimonta, Italy", "Konkordia Hut, Switzerland", "Franz Senn Hut, Austria", "Refuge du Goûter, France")
TEXTS = (
    "Polenta with venison at 2,580 metres. The cook was a welder.",
    "You reach it by 467 steps. Order the rösti before you sit down.",
    "Dumplings the size of a fist. Half board costs 62 euros.",
    "Soup, then soup. At 3,835 metres it is the best soup in the world.",
)


@pytest.mark.parametrize("numbers", [(1, 2, 3, 4), (4, 3, 2, 1)])
def test_short_lines_that_count_are_headings(numbers: tuple[int, ...]) -> None:
    headings = [f"{number}. {hut}" for number, hut in zip(numbers, HUTS, strict=True)]
    entries = "\n".join(f"{heading}\n{text}" for heading, text in zip(headings, TEXTS, strict=True))
    found = recover(f"4 Mountain Huts With Better Food Than Your Local\nWe walked 212 miles last summer and ate well.\n{entries}")
    assert [section.heading for section in found.sections] == [None, *headings]


def test_amounts_in_a_row_are_no_headings() -> None:
    found = recover(
        "Leek pies sell out at harbour market\nTwo thousand leek pies were gone by noon.\nIngredients\n3 large leeks\n"
        "200g strong flour\n100g lard\n1 egg\nMethod\nWash and slice the leeks. Bake for 40 minutes."
    )
    assert [section.heading for section in found.sections] == [None, "Ingredients", "Method"]


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Walk", "It is far. Go slowly.", "3. Swim", "It is deep. Go in.", "7. Sail", "It is wide. Go far."),
        ("1. Walk", "2. Swim", "3. Sail"),
        ("1. Walk", "It is far. Go slowly.", "2. Swim", "It is deep. Go in."),
    ],
    ids=["they do not count on", "nothing stands below them", "two are too few"],
)
def test_other_lines_with_numbers_are_not_known_to_be_headings(lines: tuple[str, ...]) -> None:
    assert not any(series_of(lines))


@pytest.mark.parametrize(
    "lines",
    [
        ("They met in Norvik. It rained.", "14 ferries and no harbour", "The ferries came at nine. They left at ten."),
        ("Who called it", "14 ferries and no harbour", "The ferries came at nine. They left at ten."),
        ("They met in Norvik. It rained.", "14 ferries and no harbour", "What they did"),
        ("Who called it", "10 questions about the strike", "Will the trains run on Monday?", "None will. So they say."),
    ],
    ids=["between paragraphs", "above one", "below one", "above a question"],
)
def test_a_heading_with_a_number_is_no_amount(lines: tuple[str, ...]) -> None:
    assert not any(series_of(lines))


def test_a_question_is_text_below_a_heading_that_counts_and_may_be_one() -> None:
    lines = ("1. The strike", "Will the trains run?", "2. The talks?", "Nobody knows. Ask.", "3. The end", "It is far. Wait.")
    assert series_of(lines) == ("heading", "", "heading", "", "heading", "")
    assert not any(series_of(("1. Will they run?", "2. Who pays?", "3. Until when?")))
