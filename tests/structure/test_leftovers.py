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


@pytest.mark.parametrize(
    "heading", ["Watch: The Lighthouse Keepers", "Listen: A History of Salt", "Lee más: la biblioteca abre de noche"]
)
def test_a_recommendation_with_text_below_may_be_a_heading(heading: str) -> None:
    assert not is_leftover(heading, "This slow series is the best thing on television this month. It has six parts.")
    assert is_leftover(heading, "What happens next")
    assert is_leftover(heading)


def test_recommendations_are_headings() -> None:
    found = recover(
        "Five ways to spend a rainy weekend\nThe forecast is bad, so we asked our critics what they would do with two wet days.\n"
        "Watch: The Lighthouse Keepers\nThis slow series about a family on a rock is the best thing of May. It has six parts.\n"
        "Listen: A History of Salt\nNobody thought that a podcast on salt would work. It does, because the host is quiet.\n"
    )
    assert [section.heading for section in found.sections] == [None, "Watch: The Lighthouse Keepers", "Listen: A History of Salt"]


@pytest.mark.parametrize(
    "line",
    [
        "Follow us on Facebook, X and Instagram",
        "Follow us on LinkedIn.",
        "Skip to content",
        "This website uses cookies.",
        "Wir verwenden Cookies, um Ihnen das beste Erlebnis zu bieten. Alle akzeptieren",
    ],
)
def test_a_call_of_the_page_is_one_as_a_whole(line: str) -> None:
    assert is_of_page(line)


@pytest.mark.parametrize(
    "title",
    [
        "We Use Cookies to Build Bridges, Says Baker Who Feeds a Border",
        "Follow us on the Road to Santiago: A Pilgrim's Diary",
        "Contact: how a 1997 film found its public again after 112 weeks",
        "Skip to main content, minister tells party",
    ],
)
def test_a_title_that_begins_as_a_call_is_a_title(title: str) -> None:
    found = recover(f"{title}\nThree friends set off from Leon on Monday with one tent between them. They hope to arrive in May.")
    assert (found.title, found.details) == (title, ())


def test_what_may_be_a_call_is_the_title_where_nothing_else_can_be() -> None:
    found = recover("Share this story\nThree friends set off from Leon on Monday with one tent. They hope to arrive in May.")
    assert (found.title, found.details) == ("Share this story", ())
