from hypothesis import given
from hypothesis import strategies as st

from digest.text.salience import salient

WORDS = st.lists(st.sampled_from("bridge ferry mayor rain".split()), max_size=5)


def test_what_others_repeat_comes_first_and_copies_are_left_out() -> None:
    sentences = [["rain", "sun"], ["bridge", "ferry", "mayor"], ["bridge", "ferry", "mayor"], ["ferry", "bridge"], ["mayor"]]
    chosen = salient(sentences, ["bridge"], dict.fromkeys(range(5), 1.0), 4)
    assert chosen[0] == 1
    assert 2 not in chosen


@given(st.lists(WORDS, max_size=8), WORDS, st.integers(0, 4))
def test_only_eligible_sentences_are_chosen_each_once_and_not_too_many(
    sentences: list[list[str]], title: list[str], most: int
) -> None:
    eligible = dict.fromkeys(range(0, len(sentences), 2), 1.0)
    chosen = salient(sentences, title, eligible, most)
    assert len(set(chosen)) == len(chosen) <= most
    assert set(chosen) <= set(eligible)
