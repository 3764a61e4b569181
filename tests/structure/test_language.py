import pytest

from digest.structure.language import language_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The council has voted for a tram that will run from the docks to the university."),
        ("fr", "Le conseil a voté pour un tramway qui ira des quais à l’université."),
        ("es", "El consejo ha votado por un tranvía que irá de los muelles a la universidad."),
        ("pt", "O conselho votou por um elétrico que vai das docas para a universidade e não para o mar."),
        ("de", "Der Rat hat für eine Straßenbahn gestimmt, die von den Docks zu der Universität fährt."),
        ("it", "Il consiglio ha votato per un tram che andrà dal porto alla università della città."),
        ("nl", "De raad heeft gestemd voor een tram die van de haven naar het universiteitsgebouw gaat."),
        ("", "Zażółć gęślą jaźń"),
        ("", ""),
    ],
)
def test_a_language_is_told_by_its_function_words(language: str, text: str) -> None:
    assert language_of([text]) == language
