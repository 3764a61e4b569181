import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.quoting import quoted_words, quotes


def test_marks_case_and_white_space_do_not_matter() -> None:
    assert quotes("we don't  know", "He said: “We don’t know.”")


def test_words_must_follow_each_other_and_be_whole() -> None:
    assert not quotes("we know", "We do not know.")
    assert not quotes("port", "The airport closed.")


def test_words_may_be_left_out_between_parts_in_order() -> None:
    text = "The bridge will close on Monday, and ferries will run."
    assert quotes("The bridge … ferries will run", text)
    assert quotes("[It] will close [...] will run", text)
    assert not quotes("ferries will run … The bridge", text)


@pytest.mark.parametrize("quotation", ["…", "—", "[…]", "...", ""])
def test_marks_without_a_word_quote_nothing(quotation: str) -> None:
    assert not quotes(quotation, f"He said {quotation} and left.")


@given(
    st.lists(st.text(alphabet="abc’' é", min_size=1), max_size=5).map(" ".join).filter(lambda text: quoted_words(text).strip())
)
def test_every_text_quotes_itself(text: str) -> None:
    assert quotes(text, text)
