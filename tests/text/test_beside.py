"""What a word is said of."""

import re

import pytest

from digest.text.beside import said_of


@pytest.mark.parametrize(
    ("text", "word", "stems"),
    [
        ("the firm said it cut jobs in lyon after fares fell", "cut", {"job"}),
        ("rents in the port rose by 4 percent, wages did not", "rose", {"rent"}),
        ("shops sell less with the rise of robots", "rise", {"robot"}),
        ("a sharp rise in fares was seen in may", "rise", {"fare"}),
        ("the number of nurses has slowly fallen this year", "fallen", {"nurs"}),
        ("the tax was upheld by the court", "upheld", {"tax"}),
        ("a rising star of the party", "rising", {"star"}),
        ("sales, which grew", "grew", {"sale"}),
        ("fell", "fell", set()),
    ],
)
def test_a_word_is_said_of_its_object_or_else_of_its_subject(text: str, word: str, stems: set[str]) -> None:
    found = re.search(word, text)
    assert found
    assert said_of(text, found) == stems
