import pytest

from digest.text.alone import stands_alone


@pytest.mark.parametrize(
    "sentence",
    [
        "The city will close the harbour bridge on 1 August.",
        "Mayor Ana Ruiz said the work “cannot wait” for the summer to end.",
        "In July, the council voted to rebuild the old harbour bridge.",
        "Car sales on Son Heung-min’s island rose by nine percent.",
        "Das neue Gesetz tritt am 1. Januar in allen Ländern in Kraft.",
        "Die am Montag gesperrte Brücke wird in dieser Woche wieder geöffnet.",
        "El alcalde anunció que el puente se cerrará en agosto.",
    ],
)
def test_whole_sentences_stand_alone(sentence: str) -> None:
    assert stands_alone(sentence, "en")


@pytest.mark.parametrize(
    "sentence",
    [
        "He said the bridge would open again in the autumn.",
        "It’s the first time that the bridge closes for repairs.",
        "This means that ferries will run all night in August.",
        "However, ferries will run every ten minutes in August.",
        "As a result, ferries will run every ten minutes in August.",
        "Will the bridge open again before the winter comes?",
        "“We will open the bridge again in the autumn,” said Ruiz.",
        "The mayor said “we will open the bridge again.",
        "Too short to tell.",
        "which was closed for repairs in the summer of 2024.",
        "THE CITY WILL CLOSE THE HARBOUR BRIDGE ON 1 AUGUST.",
        "The bridge will be closed for the following reasons, said Ruiz:",
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
