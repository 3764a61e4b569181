import pytest
from builders import a_section
from msgspec.structs import replace

from digest.views.headings import levels


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ([2, 3, 6], [2, 3, 4]),
        ([2, 6, 6, 3, 2], [2, 3, 3, 3, 2]),
        ([4, 3, 2, 3], [2, 2, 2, 3]),
        ([1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 6]),
    ],
)
def test_no_rank_is_left_out_on_the_way_down(written: list[int], shown: list[int]) -> None:
    sections = [replace(a_section("x", heading="A heading"), level=level) for level in written]
    assert list(levels(sections)) == shown


def test_an_opening_without_a_heading_counts_for_nothing() -> None:
    assert list(levels([a_section("x"), replace(a_section("y", heading="A heading"), level=3)])) == [2, 2]
