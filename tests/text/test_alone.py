import pytest

from digest.text.alone import shows_picture, stands_alone


@pytest.mark.parametrize(
    "sentence",
    [
        "The city will close the harbour bridge on 1 August.",
        "Mayor Ana Ruiz said the work “cannot wait” for the summer to end.",
        "In July, the council voted to rebuild its old harbour bridge.",
        "Prosser will not say what he thinks of the new bridge.",
        "Car sales on Son Heung-min’s island rose by nine percent.",
        "Das neue Gesetz tritt am 1. Januar in allen Ländern in Kraft.",
        "Die am Montag gesperrte Brücke wird in dieser Woche wieder geöffnet.",
        "The two largest banks in Spain will merge in the autumn.",
        "The mayor of Orford, Ann Lee, told readers that she had no degree.",
        "El alcalde anunció que el puente se cerrará en agosto.",
    ],
)
def test_whole_sentences_stand_alone(sentence: str) -> None:
    assert stands_alone(sentence, "en")


@pytest.mark.parametrize(
    "sentence",
    [
        "Mine was the first house of the street to be sold.",
        "The two met at the old harbour bridge in August.",
        "The first of these bridges was closed for repairs in August.",
        "Not so in Orford, where the bridge was closed in August.",
        "Doing so would close the old harbour bridge until August.",
        "Once there, passengers will wait for a ferry until noon.",
        "Readers who knew her bought the book about the bridge.",
        "The university refused the map because she had no degree.",
        "He said the bridge would open again in the autumn.",
        "It’s the first time that the bridge closes for repairs.",
        "This means that ferries will run all night in August.",
        "However, ferries will run every ten minutes in August.",
        "As a result, ferries will run every ten minutes in August.",
        "Will the bridge open again before the winter comes?",
        "“We will open the bridge again in the autumn,” said Ruiz.",
        "The mayor said “we will open the bridge again.",
        "Too short to tell.",
        "Daniel Radcliffe as Harry Potter in “Harry Potter and the Order of the Phoenix”",
        "which was closed for repairs in the summer of 2024.",
        "THE CITY WILL CLOSE THE HARBOUR BRIDGE ON 1 AUGUST.",
        "The bridge will be closed for the following reasons, said Ruiz:",
        "According to him, the bridge failed because of its cost.",
        "Under his leadership, the council had supported the bridge plan.",
        "On a good day it carries nine people and a bicycle.",
        "In March she left the council of the city of Lind.",
        "The cause was pneumonia, her son said on Monday.",
        "Pictured: the harbour bridge on the day when it was opened.",
        "The city will " + "really " * 60 + "close the bridge.",
    ],
)
def test_what_points_back_leads_on_asks_or_is_cut_does_not(sentence: str) -> None:
    assert not stands_alone(sentence, "en")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Das neue Gesetz tritt am 1. Januar in allen Ländern in Kraft."),
        ("de", "Die von der EU verhängten Zölle treten am Montag in Kraft."),
        ("de", "Die am Montag gesperrte Brücke wird in dieser Woche wieder geöffnet."),
        ("es", "En Madrid el alcalde anunció que el puente se cerrará en agosto."),
        ("fr", "En 2024, le pont était fermé de janvier à la fin du mois d’août."),
    ],
)
def test_whole_sentences_of_other_languages_stand_alone(language: str, sentence: str) -> None:
    assert stands_alone(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Das teilte die Deutsche Bahn am Freitag in Köln mit."),
        ("de", "Damit steigen die Kosten der Brücke auf neun Millionen Euro."),
        ("de", "Laut ihm wird der Bau im kommenden Jahr fertig sein."),
        ("de", "Deren Vorsitzende sprach am Freitag von einem Trauerspiel."),
        ("es", "Según él, la ciudad no consultó a los vecinos del barrio."),
        ("fr", "Selon lui, la ville aurait dû consulter les habitants."),
        ("it", "Lo ha confermato anche il presidente durante un convegno."),
        ("sv", "Han sade att regeringen i Stockholm inte ändrar budgeten."),
        ("es", "Entonces duraron once meses los cortes de agua en el pueblo."),
        ("fr", "Toutefois, le pont restera fermé jusqu’à la fin du mois d’août."),
        ("fr", "C’est la première fois que le pont ferme pour des travaux."),
        ("it", "Inoltre il ponte resterà chiuso fino alla fine di agosto."),
        ("nl", "Daarom blijft de brug tot het einde van augustus gesloten."),
        ("pt-BR", "No entanto, a ponte ficará fechada até ao fim de agosto."),
    ],
)
def test_what_leads_on_in_other_languages_does_not(language: str, sentence: str) -> None:
    assert not stands_alone(sentence, language)


def test_a_line_that_tells_of_a_picture_is_told_from_one_that_tells_of_an_event() -> None:
    pictures = (
        "President Bush pauses Tuesday during a news conference at the summit in Canada.",
        "Isaac Arellano holds a candle and sings for miners Tuesday in Price, Utah.",
        "The ferry Halcyon lies on its side off Brunholm harbor after the accident.",
    )
    events = (
        "Peace talks in Geneva ended without a deal on Friday.",
        "The march through Kyiv drew 9,000 people on Sunday.",
        "Mayor Ana Ruiz said that the bridge stands empty.",
        "Ferry rides will cost nine crowns from May.",
    )
    assert all(map(shows_picture, pictures))
    assert not any(map(shows_picture, events))


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Les deux ont prêté des livres aux lecteurs de la ville.", "fr"),
        ("Letztere liehen im Juni viele Bücher an Leser aus.", "de"),
        ("Tale biblioteca ha prestato libri ai lettori di tutta la città.", "it"),
        ("Los dos prestaron libros a los lectores de la ciudad.", "es"),
    ],
)
def test_what_takes_up_the_sentence_before_in_other_languages_does_not_stand_alone(sentence: str, language: str) -> None:
    assert not stands_alone(sentence, language)
