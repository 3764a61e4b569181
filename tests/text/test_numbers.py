import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.numbers import numbers, stands_for


@pytest.mark.parametrize(
    "text",
    ["5,000,000", "5 million", "five million", "$5m", "€5 million", "5000000", "5-million"],
)
def test_one_number_written_in_many_ways_has_one_value(text: str) -> None:
    assert [number.value for number in numbers(f"It cost {text} in all.")] == [5_000_000]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("twenty-one of two hundred and five thousand", [21, 205_000]),
        ("a dozen, £1.2bn, 12k and 40%", [12, 1.2e9, 12_000, 40]),
        ("the third floor, the 4th and the 1990s", [3, 4, 1990]),
        ("tens of thousands and dozens more", []),
        ("version 1.42.0 and 10/07/2025", []),
        ("five and six", [5, 6]),
        ("5 m high, 7 k and 3 b", [5, 7, 3]),
        ("$5 m, US$7 m, £2bn and 4 bn", [5e6, 7e6, 2e9, 4e9]),
        ("half a million and half a dozen, half a thouſand", [500_000, 6]),
        ("one and a half million, 2 and a half billion", [1_500_000, 2.5e9]),
        ("twenty-one and a half thousand, but two and a half years", [21_500, 2]),
    ],
)
def test_numbers_are_read_as_people_read_them(text: str, values: list[float]) -> None:
    assert [number.value for number in numbers(text)] == values


def test_a_span_holds_the_number_and_nothing_else() -> None:
    text = "Some 5 million people, or $1.2bn"
    assert [text[number.start : number.end] for number in numbers(text)] == ["5 million", "$1.2bn"]


@pytest.mark.parametrize(
    ("stated", "source", "fits"),
    [
        ("20", "16", False),
        ("100", "149", False),
        ("150", "151", False),
        ("40%", "44%", False),
        ("44%", "44.3%", True),
        ("20 million", "15 million", False),
        ("20 million", "19.6 million", True),
        ("1.3 million", "1,251,000", True),
        ("11", "11.4", False),
        ("1.2 million", "1,187,400", True),
        ("2025", "2024", False),
        ("9", "9.2", False),
        ("40", "40", True),
    ],
)
def test_a_rounded_number_stands_for_the_full_one_but_not_for_another(stated: str, source: str, fits: bool) -> None:  # noqa: FBT001
    assert stands_for(numbers(stated)[0], numbers(source)[0]) is fits


@given(st.text(alphabet="0123456789 .,-%$kmbn\u00a0andfivetwothousand", max_size=60))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    found = numbers(text)
    assert all(0 <= number.start < number.end <= len(text) for number in found)
    assert list(found) == sorted(found, key=lambda number: number.start)
