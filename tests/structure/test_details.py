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
        ("by Maren Alcott", "author", "Maren Alcott"),
        ("By Maren Alcott, Staff Writer", "author", "Maren Alcott, Staff Writer"),
        ("Maren Alcott, Senior Political Correspondent", "author", "Maren Alcott, Senior Political Correspondent"),
        ("By Maren Alcott in Brussels", "author", "Maren Alcott in Brussels"),
        ("Propos recueillis par Marc Tissot", "author", "Marc Tissot"),
        ("Das Gespräch führte Jens Ohlsen", "author", "Jens Ohlsen"),
        ("By the Editorial Board", "author", "the Editorial Board"),
        ("3 min read", "reading_time", "3 min read"),
        ("Temps de lecture : 3 min", "reading_time", "Temps de lecture : 3 min"),
        ("2 days ago", "age", "2 days ago"),
        ("Publié le 14 mai 2024 à 14h05", "date", "14 mai 2024 à 14h05"),
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
        "2 days",
    ],
)
def test_a_sentence_stays_in_the_text(line: str) -> None:
    assert told(paragraphs(f"The Title\n{line}\nIt was so.")).details == ()


def test_a_date_in_the_middle_of_a_long_text_stays_there() -> None:
    assert told(paragraphs("The Title\n" + "It was so.\n" * 9 + "14 May 2024\nIt was not.")).details == ()


@pytest.mark.parametrize(
    ("line", "details"),
    [
        ("By Maren Alcott and Tom Reyes | July 9, 2025", {"author": "Maren Alcott and Tom Reyes", "date": "July 9, 2025"}),
        ("By Maren Alcott July 9, 2025", {"author": "Maren Alcott", "date": "July 9, 2025"}),
        ("Posted on July 9, 2025 by Maren Alcott", {"author": "Maren Alcott", "date": "July 9, 2025"}),
        ("By Maren Alcott / Associated Press", {"author": "Maren Alcott", "source": "Associated Press"}),
        ("May 14, 2024 | 3 min", {"date": "May 14, 2024", "reading_time": "3 min"}),
        ("By Maren Alcott · 2h", {"author": "Maren Alcott", "age": "2h"}),
        ("Par Élodie Martin, publié le 14 mai 2024", {"author": "Élodie Martin", "date": "14 mai 2024"}),
        ("Von Jonas Reuter am 14. Mai 2024", {"author": "Jonas Reuter", "date": "14. Mai 2024"}),
        (
            "Por Ana Gil | 14 de mayo de 2024 | 5 min de lectura",
            {"author": "Ana Gil", "date": "14 de mayo de 2024", "reading_time": "5 min de lectura"},
        ),
        ("Published 9 July 2025 • Updated 10 July 2025", {"date": "9 July 2025", "updated": "10 July 2025"}),
    ],
)
def test_a_line_may_state_several_things(line: str, details: dict[str, str]) -> None:
    found = told(paragraphs(f"The Title\n{line}\nIt was so."))
    assert {detail.kind: detail.value for detail in found.details} == details
    assert [kept.text for kept in found.lines] == ["The Title", "It was so."]


def test_a_line_that_states_something_else_too_stays() -> None:
    assert told(paragraphs("The Title\nBy Maren Alcott | The harbour is closed today\nIt was so.")).details == ()


def test_a_dateline_tells_the_agency_and_stays_in_the_text() -> None:
    found = told(paragraphs("The Title\n\nBRUSSELS, July 9 (Reuters) - It was so."))
    assert [(detail.kind, detail.value, detail.rule) for detail in found.details] == [("source", "Reuters", "dateline")]
    assert [kept.text for kept in found.lines] == ["The Title", "BRUSSELS, July 9 (Reuters) - It was so."]


@pytest.mark.parametrize(
    "title",
    ["Di Maio Wins in Rome", "Von Der Leyen for Commission President", "Door Closes Again for Ukraine",
     "John Kerry, Former Editor", "By Royal Command in London", "By John Smith | Ukraine Strikes Back"],
)  # fmt: skip
def test_a_headline_that_looks_like_a_byline_stays_the_first_line(title: str) -> None:
    assert told(paragraphs(f"{title}\n\nIt was so. It is no more.")).details == ()


@pytest.mark.parametrize("behind", ["Opinion", "Share", "Why It Matters"])
def test_what_follows_a_byline_is_a_source_only_if_it_is_known_for_one(behind: str) -> None:
    assert told(paragraphs(f"The Title\nBy John Smith | {behind}\nIt was so.")).details == ()


@pytest.mark.parametrize(
    "text",
    [
        "The North Atlantic Treaty Organization (NATO) – a military alliance – said so.",
        "The regulator (FCA) - the one that rules.",
    ],
)
def test_an_acronym_before_a_dash_is_no_agency(text: str) -> None:
    assert told(paragraphs(f"The Title\n\n{text}")).details == ()


def test_the_announcement_of_a_press_release_is_no_title() -> None:
    found = told(paragraphs("FOR IMMEDIATE RELEASE\nThe Title\nIt was so."))
    assert [(detail.kind, detail.value) for detail in found.details] == [("kicker", "FOR IMMEDIATE RELEASE")]
    assert [kept.text for kept in found.lines] == ["The Title", "It was so."]


@pytest.mark.parametrize("line", ["LEEDS CROWN COURT, 12 February 2026", "LEEDS CROWN COURT, 12 February 2026 - It rained."])
def test_the_date_of_a_dateline_is_told_and_stays_in_the_text(line: str) -> None:
    found = told(paragraphs(f"The Title\n{line}\nIt was so."))
    assert [(detail.kind, detail.value) for detail in found.details] == [("date", "12 February 2026")]
    assert line in [kept.text for kept in found.lines]


def test_whom_to_ask_above_a_title_is_told_from_it() -> None:
    found = told(
        paragraphs("FOR IMMEDIATE RELEASE\nContact: Dana Whitfield, dana@brightwater.example\nPlant Opens\nIt is open now.")
    )
    assert [line.text for line in found.lines] == ["Plant Opens", "It is open now."]
    assert [detail.kind for detail in found.details] == ["kicker", "kicker"]


def test_a_name_alone_above_the_date_is_the_author() -> None:
    found = told(paragraphs("Our empty allotments\nMargaret Osei\nTuesday 3 June 2025\nThere are many of them."))
    assert [(detail.kind, detail.value) for detail in found.details] == [
        ("author", "Margaret Osei"),
        ("date", "Tuesday 3 June 2025"),
    ]


def test_a_place_above_the_date_is_no_author() -> None:
    found = told(paragraphs("Our empty allotments\nPort Ellery\nTuesday 3 June 2025\nThere are many of them."))
    assert [detail.kind for detail in found.details] == ["date"]


def test_a_line_above_a_byline_is_a_title() -> None:
    title = "‘I never wanted to run a bakery’: Rosa Lindqvist on bread, debt and starting again at 58"
    assert told(paragraphs(f"{title}\nBy Amir Tahan\nIt was so.")).is_titled


@pytest.mark.parametrize("first", ["Opinion", "The council voted for the tram on Tuesday."])
def test_a_line_above_a_byline_is_no_title_if_it_cannot_be_one(first: str) -> None:
    assert not told(paragraphs(f"{first}\nBy Amir Tahan\nIt was so.")).is_titled


@pytest.mark.parametrize("end", ["!”", "?”", '!"', "?’", "!»"])
def test_a_paragraph_of_what_someone_says_is_no_title_above_a_byline(end: str) -> None:
    first = f"“We will not pay,” the mayor told a packed hall, “and we will not move{end}"
    assert not told(paragraphs(f"{first}\nBy Amir Tahan\nIt was so.")).is_titled


@pytest.mark.parametrize("place", ["Victoria Falls", "Virginia Beach", "Saint Paul"])
def test_a_place_that_begins_as_a_given_name_is_no_author(place: str) -> None:
    found = told(paragraphs(f"The bridge nobody wanted\n{place}\nTuesday 3 June 2025\nIt was shut on Monday."))
    assert [detail.kind for detail in found.details] == ["date"]


@pytest.mark.parametrize("line", ["Contact: +44 20 7946 0123", "Media contact: Dana Whitfield, (020) 7946-0123, ext. 4"])
def test_whom_to_ask_is_told_by_a_number_to_call(line: str) -> None:
    assert [detail.kind for detail in told(paragraphs(f"{line}\nPlant Opens\nIt is open now.")).details] == ["kicker"]


def test_years_are_no_number_to_call() -> None:
    assert not told(paragraphs("Contact: a film and its public, 1997-2025\nIt was shown on Monday.\nIt was so.")).details
