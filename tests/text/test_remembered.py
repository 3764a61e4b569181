from digest.text.remembered import Remembered


def test_a_short_piece_is_told_of_once_and_a_long_one_each_time() -> None:
    asked: list[str] = []

    def length(piece: str) -> int:
        asked.append(piece)
        return len(piece)

    known = Remembered(length)
    assert [known[piece] for piece in ("port", "port", "o" * 41, "o" * 41)] == [4, 4, 41, 41]
    assert asked == ["port", "o" * 41, "o" * 41]


def test_there_is_an_end_to_what_is_remembered() -> None:
    known = Remembered(int)
    assert sum(known[str(number)] for number in range(70_000)) == sum(range(70_000))
    assert len(known) <= 1 << 16
