from digest.text.pairs import pairs


def test_each_word_is_paired_with_the_next_one() -> None:
    assert pairs("The mayor’s — Bridge, open!".split()) == [("the", "mayor’s"), ("mayor’s", "bridge"), ("bridge", "open")]
    assert pairs(["alone"]) == pairs([]) == []
