import re
from pathlib import Path

import pytest

from digest.text.unaccented import UNACCENTED, unaccented
from digest.text.unspaced import SPACE, TANGUT, UNSPACED, spaced

STATIC = Path(__file__).parents[2] / "templates" / "static"
LETTERS = [STATIC / "script.js" / "75-search-words.js", STATIC / "search.js" / "05-unspaced.js"]
INDEX = (STATIC / "search.js" / "10-index.js").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2029年前将电车", "2029 年 前 将 电 车"),
        ("（有轨）电车。A社", "（ 有 轨） 电 车。 A 社"),
        ("がき\u304b\u3099き", "が き \u304b\u3099 き"),
        ("ラーメン 2 杯 in  Kobe", "ラ ー メ ン| 2| 杯| in Kobe"),
        ("新しい（大きい） 店 ", "新 し い（ 大 き い）| 店"),
        ("𠮷野家", "𠮷 野 家"),
    ],
)
def test_each_letter_of_chinese_and_japanese_stands_by_itself_with_the_marks_behind_it(text: str, expected: str) -> None:
    assert spaced(text) == expected.replace("|", SPACE)


@pytest.mark.parametrize("text", ["ขยายเส้นทาง", "ລົດໄຟໃໝ່", "ရထားလမ်း", "រថភ្លើង"], ids=["Thai", "Lao", "Burmese", "Khmer"])
def test_letters_vowels_and_tones_of_other_scripts_without_spaces_go_by_stand_ins(text: str) -> None:
    stand_ins = spaced(text).split()
    assert [chr(ord(one) - TANGUT + 0x0E00) for one in stand_ins] == [*text]
    assert all(one.isalpha() for one in stand_ins)


@pytest.mark.parametrize("text", ["", "Plain  words.", "“Zürich”  –  ok", "서울 시장", "الترام", "བོད་སྐད", "ქართული"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert spaced(text) == text


def test_letters_without_a_plain_one_in_them_are_written_as_plain_ones_with_an_accent() -> None:
    assert unaccented("Øresund, Łódź, Weißensee") == "Ȍresund, Ḹódź, Weiṩsensee"
    assert unaccented("ǿ, Ǽ, ḓ, cafe\u0301") == "ȍ\u0301, ȀE\u0301, d\u032d, café"
    assert len({*UNACCENTED.values()}) == len(UNACCENTED)


def meant(text: str) -> str:
    """Read the escapes of a string in a script."""
    return re.sub(r"\\{1,2}u(?:\{(\w+)\}|(\w{4}))", lambda escape: chr(int(escape[1] or escape[2], 16)), text)


def test_the_scripts_of_the_theme_know_the_same_letters() -> None:
    for letters in (re.search(r"const UNSPACED =\n(.*?);\n", part.read_text("utf-8"), re.DOTALL) for part in LETTERS):
        assert letters
        assert meant("".join(re.findall(r'"(.*)"', letters[1]))) == f"[{UNSPACED}]"
    assert dict(re.findall(r'(\w): "(\w\w?)"', meant(INDEX))) == UNACCENTED
    assert f"const [FIRST, END, TANGUT] = [0x0e00, 0x1800, 0x{TANGUT:x}]" in INDEX
    assert f'const SPACE = "\\u{ord(SPACE):x}"' in INDEX
