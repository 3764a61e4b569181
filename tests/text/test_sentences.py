import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.sentences import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The tram runs. It is late.", 2),
        ("Mr. Benton met Dr. Okello at 5 p.m. They talked.", 2),
        ("The U.S. Army came. It stayed.", 2),
        ("هل يكفي رصيف واحد؟ أجابت منصور. نعم.", 3),
        ("It cost $3.5 million. J. Smith paid.", 2),
        ("Why? Nobody knows! “It was dark.” He left.", 4),
        ("She came on Jan. 5 by train.", 1),
        ("Il est venu. « Pourquoi ? » a-t-il dit.", 2),
        ("¿Quién? Nadie lo sabe.", 2),
        ("Er kam z.B. mit dem Zug. Sie ging.", 2),
        ("It sank in 1989.[12] The crew [all five] lived.", 2),
        ("no end", 1),
        ("Them… They went.", 2),
        ("", 0),
        ("  \n ", 0),
    ],
)
def test_sentences_are_counted(text: str, count: int) -> None:
    assert len(split(text)) == count


def test_closing_quotes_belong_to_their_sentence() -> None:
    assert split('"It is late." He left.') == ['"It is late."', "He left."]


@given(st.text(alphabet="aA. ?!\"'”\n1"))
def test_sentences_are_the_text_but_for_white_space(text: str) -> None:
    assert "".join("".join(split(text)).split()) == "".join(text.split())


@pytest.mark.parametrize("text", ["." * 300_000, ". " * 150_000, "A. " * 100_000, " " * 300_000, ".'" * 150_000])
def test_hostile_text_is_split_in_linear_time(text: str) -> None:
    assert len(sentences(text)) <= len(text)
