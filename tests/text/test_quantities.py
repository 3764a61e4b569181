import pytest

from digest.text.quantities import equal, quantities


@pytest.mark.parametrize(
    ("one", "other", "is_equal"),
    [
        ("1,200-metre bridge", "1.2 kilometres", True),
        ("90 minutes", "an hour and a half", True),
        ("150 minutes", "two and a half hours", True),
        ("45 minutes", "three quarters of an hour", True),
        ("four in ten", "40 %", True),
        ("50 percent", "half of them", True),
        ("50 percent", "in the second half", False),
        ("70 percent", "two thirds", False),
        ("7 days", "twice a week", False),
        ("5 ms", "500 cm", False),
    ],
)
def test_quantities_are_compared_across_units_and_parts(one: str, other: str, *, is_equal: bool) -> None:
    assert any(equal(stated, source) for stated in quantities(one) for source in quantities(other)) is is_equal
