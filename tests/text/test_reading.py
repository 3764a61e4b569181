from digest.text.reading import minutes


def test_reading_takes_at_least_a_minute_and_rounds_up() -> None:
    assert [minutes(words) for words in (0, 1, 230, 231)] == [1, 1, 1, 2]
