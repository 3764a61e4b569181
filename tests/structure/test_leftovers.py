import pytest

from digest.structure.leftovers import is_leftover, is_of_page
from digest.structure.recover import recover

LEFT = (
    "Advertisement",
    "[Publicité]",
    "Read more: Why community gardens fail",
    "Lire aussi : La rue sans commerces",
    "Lesen Sie auch: Was der Rat sagt",
    "Share this article",
    "Image caption: The gardens in May",
    "Related topics: Food, Churches",
    "Sign up for our weekly newsletter and never miss a story",
)


@pytest.mark.parametrize("line", LEFT)
def test_what_a_page_leaves_among_the_lines_is_no_heading_and_hides_none(line: str) -> None:
    found = recover(
        "The quiet scandal of our empty allotments\nThere are 412 allotments in this borough, and 97 of them are brambles.\n"
        f"{line}\nA problem of keys, not of money The reason given is always cost. It is nonsense.\n{line}\n"
        "Let the waiting list do the work My proposal is simple. Any plot that is not dug by May goes to the next name.\n"
    )
    assert [section.heading for section in found.sections] == [
        None,
        "A problem of keys, not of money",
        "Let the waiting list do the work",
    ]
    assert line in found.sections[0].paragraphs


@pytest.mark.parametrize(
    "line", ["We use cookies to improve your experience. Accept all", "Skip to main content", "Advertisement"]
)
def test_what_a_page_says_above_the_title_is_told_from_it(line: str) -> None:
    found = recover(f"{line}\nFormer treasurer jailed for theft\nA former treasurer was jailed for three years on Friday.")
    assert found.title == "Former treasurer jailed for theft"
    assert [(detail.kind, detail.value) for detail in found.details] == [("kicker", line)]


def test_a_title_may_begin_like_a_link() -> None:
    assert not is_of_page("Watch: Elephant Walks Into Shop")
    assert is_leftover("Watch: Elephant Walks Into Shop")


def test_a_sentence_about_such_things_is_none() -> None:
    assert not any(
        map(is_leftover, ["Advertisements rose by a tenth.", "Share prices fell", "Topics of the day", "Read more books"])
    )
