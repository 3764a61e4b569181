import pytest

from digest.text.unspaced import spaced


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2029年前将电车", "2029 年 前 将 电 车"),
        ("（有轨）电车。A社", "（ 有 轨） 电 车。 A 社"),
        ("がき \u304b\u3099き", "が き \u304b\u3099 き"),
        ("ラーメン 2 杯", "ラ ー メ ン 2 杯"),
        ("𠮷野家", "𠮷 野 家"),
    ],
)
def test_each_letter_of_chinese_and_japanese_stands_by_itself_with_the_marks_behind_it(text: str, expected: str) -> None:
    assert spaced(text) == expected


@pytest.mark.parametrize("text", ["", "Plain  words.", "“Zürich”  –  ok", "서울 시장", "ขยายเส้นทาง", "الترام"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert spaced(text) == text
