import json
from pathlib import Path

import pytest

from digest.structure.recover import recover
from digest.structure.recovered import Recovered

CASES = Path(__file__).parents[1] / "cases" / "structure"
ARTICLE = (
    "Harbour City Approves Night Tram Councillors in Port Melling approved a night tram on Tuesday.\n"
    "How the Council Voted Eleven members supported the plan and nine opposed it.\n"
)


def as_expected(recovered: Recovered) -> dict[str, object]:
    return {
        "title": recovered.title,
        "takeaways": list(recovered.takeaways),
        "sections": [{"heading": section.heading, "paragraphs": list(section.paragraphs)} for section in recovered.sections],
        "details": [[detail.kind, detail.value] for detail in recovered.details],
    }


@pytest.mark.parametrize("case", sorted(path.stem for path in CASES.glob("*.json")))
def test_a_case_is_recovered_whole(case: str) -> None:
    text = (CASES / f"{case}.txt").read_bytes().decode("utf-8")
    assert as_expected(recover(text)) == json.loads((CASES / f"{case}.json").read_text(encoding="utf-8"))


def test_the_first_section_has_no_heading_and_bears_the_confidence_of_the_title() -> None:
    recovered = recover(ARTICLE)
    first = recovered.sections[0]
    assert (first.heading, first.rule, first.line) == (None, "opening", 1)
    assert first.confidence == recovered.title_confidence > 0.5


def test_a_section_knows_the_line_it_begins_on() -> None:
    recovered = recover("\n\n" + ARTICLE)
    assert [section.line for section in recovered.sections] == [3, 4]


def test_headings_that_are_marked_are_sure() -> None:
    recovered = recover("# Night Tram\n\nIt runs from May.\n\n## The Vote\n\nIt was close.\n")
    assert [(section.rule, section.confidence) for section in recovered.sections] == [("opening", 1.0), ("markdown", 1.0)]
    assert recovered.title_rule == "markdown"


def test_a_title_that_is_given_wins() -> None:
    recovered = recover(ARTICLE, title="Harbour City Approves Night")
    assert recovered.title == "Harbour City Approves Night"
    assert (recovered.title_rule, recovered.title_confidence) == ("given", 1.0)
    assert recovered.sections[0].paragraphs[0].startswith("Tram Councillors")


def test_a_title_that_stands_nowhere_in_the_text_takes_nothing_from_it() -> None:
    recovered = recover("It was close. Nobody had expected that.\n", title="The Vote")
    assert recovered.title == "The Vote"
    assert recovered.sections[0].paragraphs == ("It was close. Nobody had expected that.",)
    assert recovered.doubts == ()


def test_a_title_other_than_that_of_the_text_is_told() -> None:
    assert [doubt.rule for doubt in recover(ARTICLE, title="The Vote").doubts] == ["heading-not-found"]


def test_headings_that_are_given_are_the_only_ones() -> None:
    recovered = recover(ARTICLE, headings=["How the Council"])
    assert [section.heading for section in recovered.sections] == [None, "How the Council"]
    assert recovered.sections[1].rule == "given"


def test_no_headings_are_looked_for_when_none_are_given() -> None:
    assert [section.heading for section in recover(ARTICLE, headings=[]).sections] == [None]


def test_a_given_heading_that_stands_nowhere_is_reported() -> None:
    doubts = recover(ARTICLE, headings=["Who Paid"]).doubts
    assert [doubt.rule for doubt in doubts] == ["heading-not-found"]


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", " \u00a0 "])
def test_nothing_is_recovered_from_nothing(text: str) -> None:
    recovered = recover(text)
    assert (recovered.title, recovered.takeaways, recovered.sections[0].paragraphs) == ("", (), ())
