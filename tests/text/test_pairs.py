from hypothesis import given
from hypothesis import strategies as st

from digest.text.concordance import concordance
from digest.text.pairs import pairs, pairs_counted

PIECES = st.lists(st.sampled_from("The the mayor’s bridge well-known well known — - (the bridge).".split()))
TEXTS = st.lists(PIECES.map(" ".join), max_size=4)


def test_each_word_is_paired_with_the_next_one() -> None:
    assert pairs("The mayor’s — Bridge, open!") == [("the", "mayor’s"), ("mayor’s", "bridge"), ("bridge", "open")]
    assert pairs("alone") == pairs("") == []


@given(TEXTS, st.lists(PIECES.map(" ".join), max_size=3))
def test_pairs_are_counted_as_in_each_text_alone(texts: list[str], others: list[str]) -> None:
    asked = frozenset(pair for text in others for pair in pairs(text))
    sizes, counts = pairs_counted(concordance(texts), asked)
    assert sizes == [len(pairs(text)) for text in texts]
    assert counts == {
        pair: {number: pairs(text).count(pair) for number, text in enumerate(texts) if pair in pairs(text)} for pair in asked
    }
