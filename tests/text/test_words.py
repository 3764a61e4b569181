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


@given(st.text())
def test_any_text_has_stems(text: str) -> None:
    assert all(stems(text))
