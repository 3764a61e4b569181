from hypothesis import given
from hypothesis import strategies as st

from digest.text.quoting import quotes


def test_marks_case_and_white_space_do_not_matter() -> None:
    assert quotes("we don't  know", "He said: “We don’t know.”")


def test_words_must_follow_each_other_and_be_whole() -> None:
    assert not quotes("we know", "We do not know.")
    assert not quotes("port", "The airport closed.")


@given(st.lists(st.text(alphabet="abc’' é", min_size=1), max_size=5).map(" ".join))
def test_every_text_quotes_itself(text: str) -> None:
    assert quotes(text, text)
