import pytest

from digest.structure.cutting import Wanted, cut, is_in_one_line
from digest.structure.lines import paragraphs
from digest.structure.marks import marked
from digest.structure.model import shipped
from digest.structure.openings import usage
from digest.structure.pieces import Piece
from digest.structure.recover import recover

WANTED = Wanted(title=True, headings=True, language="en")
LINE = "The harbour was closed. Divers looked for the anchor. They found it. It was heavy. "


def pieces(text: str, wanted: Wanted = WANTED) -> list[Piece]:
    lines = paragraphs(text)
    used = usage((line.text for line in lines), "en")
    return list(cut(tuple(marked(lines)), wanted, used, shipped()))


def test_a_heading_that_runs_into_its_sentence_is_cut_off() -> None:
    first, second = pieces("Harbour City Approves Night Tram The council of Port Melling approved a night tram on Tuesday.")
    assert (first.kind, first.rule, first.text) == ("heading", "run-in", "Harbour City Approves Night Tram")
    assert second.text.startswith("The council")


def test_nothing_is_cut_where_nothing_is_wanted() -> None:
    wanted = Wanted(title=False, headings=False, language="en")
    (only,) = pieces("Harbour City Approves Night Tram Councillors approved a night tram.", wanted)
    assert (only.kind, only.doubt) == ("text", "")


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("Council Approves Border Bridges", "President Ilse Maarten opened the bridge on Friday."),
        ("Government Mediator Called In", "Labour Minister Sunniva Moe asked both sides to meet on Thursday."),
        ("Uranium Deal Under Discussion", "Mines Minister Ousmane Abarchi flew to Turkey last week."),
        ("OWNERS SPEAK OF RUIN", "Michèle Aubert, who runs the café, fears for her summer."),
        ("Nation Watches Closely", "Israeli Prime Minister Ana Novak spoke for an hour on Friday."),
        ("Residents Fear Traffic on Argyle Street", "Sheila Grant has lived there for forty years."),
        ("Meloni Courts Warsaw", "Giorgia Meloni flew to Poland on Monday."),
        ("Farmhouse Pantry Recalls Chilled Soup", "Farmhouse Pantry Foods Inc. is recalling 18,400 tubs of soup."),
        ("Brightwater Lifts Outlook as Cloud Orders Jump", "Brightwater Systems raised its forecast on Wednesday."),
        ("Late Abernathy Header Sends Rovers Through", "Callum Abernathy headed in a winner on Saturday."),
        ("Councils Fight The Storm", "Harwick council said on Monday that the harbour would close."),
        ("Not Everyone Is Happy", "Rancher Bill Contreras lost a fence to the goats."),
        ("Fares Double", "Chinonso Eze, a nurse, paid 3,000 naira for a motorcycle."),
        ("Tribes Hail Ruling", "Raymond Tall Bull, chairman of the tribe, said the decision showed that treaties matter."),
        ("Traders Warn of Empty Streets", "Shopkeepers on Castle Street say takings are down by a tenth."),
        ("Fears of Hunger in Sudan", "World Food Programme stocks in Port Sudan will last until July."),
    ],
)
def test_a_name_stays_whole(heading: str, sentence: str) -> None:
    found = pieces(f"{heading} {sentence} It was a sign of trust.")
    assert [piece.text for piece in found if piece.kind == "heading"] == [heading]


def test_an_adjective_before_a_family_name_ends_the_heading() -> None:
    found = recover(
        "City Come Back to Win\nSubstitute Owen Pryce scored twice on Saturday as City won the cup.\n"
        "Late Winner Sends Quayside Wild Pryce, 19, had not scored in the league before. He found the top corner."
    )
    assert [section.heading for section in found.sections] == [None, "Late Winner Sends Quayside Wild"]


def test_a_title_whose_name_the_sentence_takes_up_is_one() -> None:
    title = "Obituary: Professor Desmond Achebe-Lyle, glaciologist who warned of a warming north"
    first, *_ = pieces(f"{title} Desmond Achebe-Lyle, who has died aged 84, spent 31 winters measuring the ice of Svalbard.")
    assert (first.kind, first.text) == ("heading", title)


def test_a_line_that_says_where_and_when_is_no_heading_but_the_title_stands_above_it() -> None:
    found = recover(
        "Museum Altenfurt zeigt erstmals Briefe der Malerin Luise Hartwig\nAltenfurt, 12. Mai 2025\n"
        "Das Museum Altenfurt zeigt vom 1. Juni an 120 Briefe der Malerin Luise Hartwig."
    )
    assert found.title == "Museum Altenfurt zeigt erstmals Briefe der Malerin Luise Hartwig"
    assert found.sections[0].paragraphs[0] == "Altenfurt, 12. Mai 2025"


def test_a_capital_article_begins_the_sentence() -> None:
    title = "Stadtwerke stellen Busflotte bis 2028 auf Wasserstoff um"
    wanted = Wanted(title=True, headings=True, language="de")
    first, *_ = pieces(f"{title} Die Stadtwerke Kehlheim wollen ihre Dieselbusse ersetzen.", wanted)
    assert (first.kind, first.text) == ("heading", title)


def test_a_name_that_stands_elsewhere_too_stays_whole() -> None:
    first, *_ = pieces("Falcons Stay Top After Draw Falmouth Falcons drew 1-1 on Sunday. Falmouth Falcons have 29 points now.")
    assert (first.kind, first.text) == ("heading", "Falcons Stay Top After Draw")


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("Brynn Elliott", "Brynn joined"),
        ("Praise From Kellan", "Kellan joined"),
        ("Meet The Chef", "Paula Whitford joined"),
        ("A View From Bolgana", "Bolgana, a town, took part"),
    ],
)
def test_a_name_that_is_the_heading_stays_in_it(heading: str, sentence: str) -> None:
    first, *_ = pieces(f"{heading} {sentence} the team in April 2022 as a member. She led the group.")
    assert (first.kind, first.text) == ("heading", heading)


def test_many_sentences_in_one_line_are_seen_as_such() -> None:
    assert is_in_one_line(tuple(marked(paragraphs(LINE * 3))))
    assert not is_in_one_line(tuple(marked(paragraphs((LINE + "\n") * 3))))


@pytest.mark.parametrize(
    "dateline", ["BRUSSELS (AP) —", "KYIV, July 9 (Reuters) -", "NEW YORK, N.Y. –", "(Reuters) -", "SÃO PAULO, 9 July —"]
)
def test_a_heading_ends_before_a_dateline(dateline: str) -> None:
    found = recover(
        f"Leaders Meet Again {dateline} Leaders met on Tuesday to talk about it.\n\nMore was said then by everyone there."
    )
    assert found.title == "Leaders Meet Again"
    assert found.sections[0].paragraphs[0].startswith(dateline)


@pytest.mark.parametrize("dateline", ["(CNN) -- ", "(CNN)", "(Wired) -- ", "MADRID, Spain (Reuters) -- ", "KYIV, May 9 — "])
def test_a_text_that_begins_with_a_dateline_has_no_title(dateline: str) -> None:
    opening = f"{dateline}Nigerian teenager Ada Okafor knocked out second seed Lena Varga on Saturday to reach the final."
    found = recover(f"{opening}\n\nThe player saved three match points before winning the last four games.")
    assert (found.title, found.sections[0].paragraphs[0]) == ("", opening)


@pytest.mark.parametrize("beginning", ["On January 30, 2020, the council voted again.", "Hello again from all of us."])
def test_a_heading_ends_before_words_that_begin_a_sentence(beginning: str) -> None:
    found = recover(f"The Harbour’s Strategic Focus and Path Forward {beginning} It was late.\n\nMore was said then by all.")
    assert found.title == "The Harbour’s Strategic Focus and Path Forward"


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("Cleanup Begins", "Volunteers from Saint Mary's Church handed out brooms, bleach and soup."),
        ("Cadrer un problème – La demande de citoyenneté, vue de l’intérieur", "Nous avons passé trois mois au guichet."),
    ],
)
def test_a_heading_does_not_break_off(heading: str, sentence: str) -> None:
    assert recover(f"{heading} {sentence}\n\n{sentence}").title == heading


def test_an_acronym_before_a_dash_begins_no_sentence() -> None:
    found = recover(
        "Inside NATO — What Comes Next Leaders met on Tuesday to talk about it.\n\nMore was said then by everyone there."
    )
    assert found.title == "Inside NATO — What Comes Next"


@pytest.mark.parametrize(
    "beginning",
    [
        "Marta Ilves has completed the London Marathon on crutches, eleven months after a fall broke both of her legs.",
        "The two ministers met in the Norwegian capital on Monday and agreed to open three border crossings before the winter.",
        "The last hardware store in Coldwater Junction closed on Saturday after 112 years, and half of the town came to see it.",
        "Lokomotiv Harbin striker Pavel Ostrov scored twice in the last ten minutes on Saturday as his side came from behind.",
        "The Welsh soprano Delyth Morgan Pryce, whose recordings of Schubert sold a million copies, has died at the age of 84.",
        "A magnitude 6.1 earthquake struck the coast of Upper Carania early on Monday, killing at least 14 people in the port.",
        "El arquitecto chileno Rafael Aldunate, autor de la biblioteca nacional de Quito, ha ganado el premio de este año.",
    ],
)
def test_no_title_is_cut_out_of_the_first_sentence_of_a_text_without_one(beginning: str) -> None:
    text = f"{beginning} It took many hours.\n\nMore was said on Tuesday by people who had been there. They were tired."
    assert [piece.kind for piece in pieces(text)] == ["text", "text"]


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        (
            "Ferrante out of Halmstad with wrist injury",
            "Defending champion Lucia Ferrante withdrew from the tournament on Sunday.",
        ),
        ("Water found on a distant planet", "Astronomers from the University of New Caldera have detected water vapour there."),
        ("A teacher to four governors", "Ida Mae Trotter taught in a one-room school until she was 75, and wrote to each pupil."),
        ("Introducing the renv package", "The renv team has worked on it for a year, and it can be had from today."),
    ],
)
def test_a_title_in_sentence_case_ends_where_a_sentence_begins_with_a_name(title: str, sentence: str) -> None:
    text = f"{title} {sentence} It took many hours.\n\nMore was said on Tuesday by people who had been there. They were tired."
    assert recover(text).title == title


def test_a_place_and_a_day_far_below_the_title_may_be_a_heading() -> None:
    found = recover(
        "A week on the night trains of Europe\nWe spent seven nights in seven couchettes, and slept in none of them.\n"
        "On the lagoon\nRain fell on Venice. We drank coffee standing up and went back to the station at six.\n"
        "Zurich, 15 May 2025\nEverything was closed but the bank. We sat in the waiting room and read a timetable.\n"
    )
    assert [section.heading for section in found.sections] == [None, "On the lagoon", "Zurich, 15 May 2025"]
