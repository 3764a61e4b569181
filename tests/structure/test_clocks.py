import pytest

from digest.structure.clocks import times_before
from digest.structure.recover import recover


@pytest.mark.parametrize(
    "times", [("11:30", "14:05", "18:40"), ("11.30am", "2.05pm", "6.40pm"), ("11h30 –", "14h05 –", "18h40 –")]
)
def test_the_entries_of_a_live_report_keep_their_times_in_their_headings(times: tuple[str, str, str]) -> None:
    first, second, third = times
    found = recover(
        f"Storm Bettina live: Thousands without power as bridge closes\nFollow the storm as it crosses the coast.\n"
        f"{third} Power restored to 12,000 homes Engineers have reconnected most homes that lost electricity overnight.\n"
        f"{second} Ferry passengers spend second night aboard The ferry is still unable to dock at Stranmore.\n"
        f"{first} Mayor urges people to stay at home Mayor Judith Crane said the worst had not yet passed.\n"
    )
    assert [section.heading for section in found.sections] == [
        None,
        f"{third} Power restored to 12,000 homes",
        f"{second} Ferry passengers spend second night aboard",
        f"{first} Mayor urges people to stay at home",
    ]


def test_two_times_make_no_live_report() -> None:
    assert times_before(["11:30 Rain fell.", "14:05 It stopped.", "All was well."]) == (0, 0, 0)


def test_a_line_that_is_a_time_is_left_as_it_is() -> None:
    assert times_before(["11:30", "12:30 Rain fell.", "14:05 It stopped.", "9 p.m. All was well."]) == (0, 6, 6, 7)
