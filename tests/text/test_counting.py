from digest.text.counting import counted


def test_numbers_come_with_the_noun_that_fits() -> None:
    told = [counted(number, "file", "files") for number in (0, 1, 2, 12_345)]
    assert told == ["0 files", "1 file", "2 files", "12,345 files"]
