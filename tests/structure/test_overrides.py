from digest.structure.lines import paragraphs
from digest.structure.marks import marked
from digest.structure.overrides import overridden


def cut(text: str, *headings: str) -> list[tuple[str, str]]:
    found = overridden(tuple(marked(paragraphs(text))), headings)
    return [(line.rule, line.line.text) for line in found.lines]


def test_a_heading_is_cut_off_the_beginning_of_its_line() -> None:
    assert cut("The Vote It was close.", "The Vote") == [("given", "The Vote"), ("", "It was close.")]


def test_a_heading_inside_a_line_is_cut_at_both_ends() -> None:
    assert cut("It was so. The Vote It was close.", "The Vote") == [
        ("", "It was so."),
        ("given", "The Vote"),
        ("", "It was close."),
    ]


def test_the_beginning_of_a_line_is_better_than_its_middle() -> None:
    assert cut("We saw The Vote there.\nThe Vote It was close.", "The Vote")[0] == ("", "We saw The Vote there.")


def test_white_space_does_not_matter() -> None:
    assert cut("The\u00a0Vote It was close.", "The   Vote")[0] == ("given", "The Vote")


def test_headings_are_found_in_their_order() -> None:
    assert [text for rule, text in cut("A B c. A B d.", "A", "A") if rule] == ["A", "A"]


def test_a_heading_ends_between_words() -> None:
    assert cut("The Voters came.", "The Vote") == [("", "The Voters came.")]


def test_what_stands_nowhere_is_missing() -> None:
    assert overridden(tuple(marked(paragraphs("It was so."))), ["The Vote"]).missing == ("The Vote",)
