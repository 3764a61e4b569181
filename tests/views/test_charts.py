from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from digest.views.charts import chart

DAY = date(2025, 3, 1)


def test_a_single_day_draws_nothing() -> None:
    assert chart({}) is None
    assert chart({DAY: 5}) is None


def test_days_become_weeks_and_months_as_time_grows() -> None:
    units = [drawn.unit for days in (1, 200, 900, 9000) if (drawn := chart({DAY: 1, DAY + timedelta(days=days): 2}))]
    assert units == ["day", "week", "month", "year"]


def test_the_highest_bar_fills_the_chart_and_stands_at_its_time() -> None:
    drawn = chart({DAY: 1, DAY + timedelta(days=3): 4})
    assert drawn is not None
    first, last = drawn.bars
    assert (first.is_highest, first.x, last.is_highest, last.height) == (False, 0, True, drawn.height)
    assert last.x == drawn.width * 3 / 5


def test_few_bars_are_no_wider_than_bars_are() -> None:
    drawn = chart({DAY: 1, DAY + timedelta(days=1): 4})
    assert drawn is not None
    assert max(bar.x + bar.width for bar in drawn.bars) < drawn.width / 3
    assert [tick.begins for tick in drawn.ticks] == [DAY, DAY + timedelta(days=1)]


@given(st.dictionaries(st.dates(), st.integers(1, 1000), max_size=20))
def test_any_dates_give_a_chart_that_counts_them_all(counts: dict[date, int]) -> None:
    drawn = chart(counts)
    if drawn:
        assert sum(bar.count for bar in drawn.bars) == sum(counts.values())
        assert all(0 <= bar.x < drawn.width for bar in drawn.bars)
