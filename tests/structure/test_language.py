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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "أعلنت هيئة النقل البحري مواعيد العبّارات لفصل الصيف، وتزوّدها شركة Siemens Mobility بالبطاريات."),
        ("fa", "شهردار گفت که پل تازه در تابستان باز می‌شود."),
        ("ur", "میئر نے کہا کہ نیا پل گرمیوں میں کھولا جائے گا۔"),
        ("he", "ראש העיר אמרה כי הגשר החדש ייפתח בקיץ."),
        ("el", "Ο δήμαρχος είπε ότι η νέα γέφυρα θα ανοίξει το καλοκαίρι."),
        ("ru", "Мэр сказала, что новый мост откроют летом этого года, и это событие."),
        ("uk", "Мерка сказала, що новий міст відкриють улітку."),
        ("ja", "市長は新しい橋が夏に開通すると述べた。"),
        ("zh", "市长说新桥将于夏天开通。"),
        ("ko", "시장은 새 다리가 여름에 열린다고 말했다."),
        ("", "Кметът каза, че новият мост ще бъде отворен през лятото."),
        ("", "12.5, 2025!"),
    ],
)
def test_a_language_with_a_script_of_its_own_is_told_by_its_letters(language: str, text: str) -> None:
    assert language_of([text]) == language
