from hypothesis import given, settings
from hypothesis import strategies as st

from digest.text.ranking import Ranking, ranking

WORDS = st.lists(st.sampled_from("a b c d e f".split()), max_size=8)


def ranked(passages: list[list[str]], *asked: str) -> Ranking[str]:
    counts = {
        word: {at: words.count(word) for at, words in enumerate(passages) if word in words} for word in dict.fromkeys(asked)
    }
    return ranking([*map(len, passages)], counts)


@given(st.lists(WORDS, max_size=6), WORDS)
@settings(deadline=None)
def test_scores_lie_between_nothing_and_one(passages: list[list[str]], query: list[str]) -> None:
    scores = ranked(passages, *query).scores(query)
    assert len(scores) == len(passages)
    assert all(0 <= score <= 1 for score in scores)
    assert all((score > 0) == bool(set(query) & set(passage)) for score, passage in zip(scores, passages, strict=True))


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    passages = [["drone", "talks"], ["drone", "winter"], ["drone"]]
    common, rare, _ = ranked(passages, "drone", "winter").scores(["drone", "winter"])
    assert rare > common


def test_the_order_and_number_of_the_querys_words_do_not_matter() -> None:
    found = ranked([["drone", "talks"], ["winter"]], "drone", "winter", "unheard")
    assert found.scores(["drone", "winter", "drone"]) == found.scores(["winter", "drone"])


def test_a_word_that_stands_nowhere_lowers_every_score() -> None:
    found = ranked([["drone", "talks"], ["winter"]], "drone", "winter", "unheard")
    assert found.scores(["drone", "unheard"])[0] < found.scores(["drone"])[0]


def test_without_words_nothing_is_found() -> None:
    assert ranked([], "a").scores(["a"]) == []
    assert ranked([[], []], "a").scores(["a"]) == [0.0, 0.0]
    assert ranked([["a"]], "a").scores([]) == [0.0]
