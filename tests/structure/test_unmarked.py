"""Key points that stand under a label without bullets."""

import pytest

from digest.structure.recover import recover
from digest.structure.recovered import Recovered

POINTS = ["Ferries will run every ten minutes from May.", "A single ticket will cost two euros.", "Unions ask for talks."]
BODY = (
    "The city council voted on Tuesday to bring back the night ferry across the harbour. Mayor Ana Novak said so.\n\n"
    "Fares Stay Low A single ticket will cost two euros, the council said. Students travel free.\n\n"
    "What Unions Fear Drivers at the bus company worry that the ferry will take their passengers. Their union asked for talks."
)
TITLE = "The Night Ferry Comes Back"


def rules(recovered: Recovered) -> set[str]:
    return {doubt.rule for doubt in recovered.doubts}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Key Takeaways\n\n" + "\n".join(POINTS) + f"\n\n{TITLE} {BODY}", id="a block of lines"),
        pytest.param("Key Takeaways\n\n" + "\n\n".join(POINTS) + f"\n\n{TITLE} {BODY}", id="an empty line between all"),
        pytest.param(("Key Takeaways\n" + "\n".join(POINTS) + f"\n{TITLE} {BODY}").replace("\n\n", "\n"), id="no empty line"),
        pytest.param(f"Key Takeaways {' '.join(POINTS)}\n\n{TITLE} {BODY}", id="in the label's line"),
        pytest.param(f"Key Takeaways: {' '.join(POINTS)}\n\n{TITLE} {BODY}", id="behind the label and a colon"),
        pytest.param(
            f"Key Takeaways {' '.join(POINTS)} {TITLE} Mayor Ana Novak said so on Monday.", id="one line of few sentences"
        ),
        pytest.param(f"{TITLE} Key Takeaways {' '.join(POINTS)}\n\n{BODY}", id="behind title and label in one line"),
        pytest.param(
            f"{TITLE} Key Takeaways - {' - '.join(POINTS)} {BODY}".replace("\n\n", " "), id="in one line with title and bullets"
        ),
        pytest.param(f"Key Takeaways {' '.join(POINTS)} {TITLE} {BODY}".replace("\n\n", " "), id="all in one line"),
        pytest.param(f"{TITLE} {BODY}\n\nKey Takeaways\n" + "\n".join(POINTS), id="at the end"),
        pytest.param(f"{TITLE}\n\nKey Takeaways\n\n" + "\n".join(POINTS) + f"\n\n{BODY}", id="under the title"),
        pytest.param(f"{TITLE}\nBy Ana Novak\nAt a glance\n\n" + "\n".join(POINTS) + f"\n\n{BODY}", id="under title and byline"),
        pytest.param(f"# {TITLE}\n\n## Key takeaways\n\n" + "\n\n".join(POINTS) + f"\n\n## The vote\n\n{BODY}", id="in Markdown"),
    ],
)
def test_points_end_where_the_article_goes_on(text: str) -> None:
    found = recover(text)
    assert list(found.takeaways) == POINTS
    assert found.title == TITLE
    assert not {"takeaways-end", "no-title"} & rules(found)


def test_under_a_title_points_may_end_with_the_lines_of_one_sentence_and_an_editor_is_told() -> None:
    body = BODY.replace("\n\n", "\n").replace("Fares Stay Low ", "").replace("What Unions Fear ", "")
    found = recover(f"{TITLE}\nKey Takeaways\n" + "\n".join(POINTS) + f"\n{body}")
    assert list(found.takeaways) == POINTS
    assert "takeaways-end" in rules(found)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"Key Takeaways From the Harbour Vote The council voted on Tuesday. It was close.\n\n{BODY}", id="a title"),
        pytest.param(
            f"Key Takeaways: What the Council Agreed The council voted today. It was close.\n\n{BODY}", id="a title, colon"
        ),
        pytest.param(
            f"{TITLE} {BODY}\n\nWhat to Know The festival begins on Friday. Tickets cost two euros.", id="a run-in heading"
        ),
        pytest.param(
            f"{TITLE}\n\n{BODY}\n\nWhat to know\n\nThe festival begins on Friday.\n\nTickets are cheap.", id="a section"
        ),
        pytest.param(f"{TITLE}\n\nSummary\n\n{BODY}", id="prose under a label of prose"),
        pytest.param(f"At a glance\n\n{BODY}", id="nothing but long paragraphs"),
        pytest.param("Key Takeaways\nOne came.\nTwo went.", id="no article"),
    ],
)
def test_a_label_over_something_else_is_none(text: str) -> None:
    assert recover(text).takeaways == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            f"Key Takeaways {POINTS[0]} The council voted on Tuesday, and the mayor said so. It was close.", id="one line"
        ),
        pytest.param(f"Key Takeaways: {' '.join(POINTS * 5)}", id="too many for a list"),
        pytest.param(
            "Key points\n" + "\n".join(f"{point} {point} Nobody said more." for point in POINTS), id="a line of its own"
        ),
    ],
)
def test_a_label_is_no_title_where_nothing_tells_the_points_from_the_text(text: str) -> None:
    found = recover(text)
    assert (found.title, found.takeaways) == ("", ())
    assert "Key" not in "".join(paragraph for section in found.sections for paragraph in section.paragraphs)
    assert "takeaways-end" in rules(found)
