from digest.text.reading import minutes


def test_reading_takes_at_least_a_minute_and_rounds_up() -> None:
    assert [minutes(), minutes("word"), minutes("word " * 230), minutes("word " * 230, "more")] == [1, 1, 1, 2]
