from hypothesis import given
from hypothesis import strategies as st

from digest.text.words import stems


def test_forms_of_a_word_share_a_stem_and_function_words_are_left_out() -> None:
    assert stems("The talks were about talking") == ("talk", "talk")


def test_possessives_and_quote_styles_do_not_matter() -> None:
    assert stems("Kyiv’s leader") == stems("Kyiv's leaders") == ("kyiv", "leader")


def test_numbers_stay_whole() -> None:
    assert stems("1,000.5 drones in 2025") == ("1,000.5", "drone", "2025")


def test_an_unknown_language_is_stemmed_as_english() -> None:
    assert stems("drones", "") == stems("drones", "xx") == stems("drones", "en-GB") == ("drone",)


def test_another_language_has_its_own_stems() -> None:
    assert stems("Verhandlungen", "de") == stems("Verhandlung", "de-CH")


def test_each_language_has_its_own_function_words() -> None:
    assert stems("Die Brücke ist in der Stadt", "de") == stems("Brücke Stadt", "de")
    assert stems("el puente de la ciudad", "es") == stems("puente ciudad", "es")
    assert stems("Der Fluss war breit", "en") == ("der", "fluss", "war", "breit")


def test_an_elided_word_is_the_word_behind_the_mark() -> None:
    assert stems("l’incendie d'un dépôt", "fr") == stems("incendie dépôt", "fr")
    assert stems("dell’acqua", "it") == stems("acqua", "it")
    assert stems("aujourd’hui", "fr") != stems("hui", "fr")


@given(st.text())
def test_any_text_has_stems(text: str) -> None:
    assert all(stems(text))
