import pytest

from digest.structure.details import told
from digest.structure.lines import paragraphs


@pytest.mark.parametrize(
    ("line", "kind", "value"),
    [
        ("By Maren Alcott", "author", "Maren Alcott"),
        ("By Maren Alcott and Tom Reyes", "author", "Maren Alcott and Tom Reyes"),
        ("Par Élodie Martin", "author", "Élodie Martin"),
        ("Published: 14 May 2024", "date", "14 May 2024"),
        ("Published on May 14, 2024", "date", "May 14, 2024"),
        ("2024-05-14", "date", "2024-05-14"),
        ("Tuesday, May 14, 2024, 10:32 am", "date", "Tuesday, May 14, 2024, 10:32 am"),
        ("Publié le 14 mai 2024", "date", "14 mai 2024"),
        ("Last updated: 15.05.2024", "updated", "15.05.2024"),
        ("Source: Melling Evening Courier", "source", "Melling Evening Courier"),
    ],
)
def test_a_line_about_the_article_is_told_from_its_text(line: str, kind: str, value: str) -> None:
    found = told(paragraphs(f"The Title\n{line}\nIt was so."))
    assert [(detail.kind, detail.value, detail.line) for detail in found.details] == [(kind, value, 2)]
    assert [kept.text for kept in found.lines] == ["The Title", "It was so."]


@pytest.mark.parametrize(
    "line",
    [
        "By Maren Alcott the vote was lost.",
        "By night the harbour is quiet",
        "Published authors are rare.",
        "May 2024 was wet.",
        "By Sea",
    ],
)
def test_a_sentence_stays_in_the_text(line: str) -> None:
    assert told(paragraphs(f"The Title\n{line}\nIt was so.")).details == ()


def test_a_date_in_the_middle_of_a_long_text_stays_there() -> None:
    assert told(paragraphs("The Title\n" + "It was so.\n" * 9 + "14 May 2024\nIt was not.")).details == ()
