"""Counts by day to a bar chart: the bars of days, weeks, months or years, whichever are few enough to be seen."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import islice
from typing import Literal

Unit = Literal["day", "week", "month", "year"]
_MOST_BARS = 60
_WIDTH, _HEIGHT, _LOWEST = 600, 100, 3
_WIDEST = 36.0  # two bars as wide as the chart would be a flag
_SHARE = 0.8
_MOST_LABELS = 5
_MONTHS = 12
_COLUMNS, _COLUMN, _COLUMN_HEIGHT = 12, 8, 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A span of time with its count; where it stands and how high, in the chart's units."""

    begins: date
    count: int
    x: float
    width: float
    height: float
    is_highest: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A date under the chart."""

    x: float
    begins: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Bars with the unit of time that each stands for, and the chart's size; times without a count have no bar."""

    unit: Unit
    width: int
    height: int
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One of a few counts in a row, without a scale; its `path` is that of an SVG."""

    x: int
    width: int
    height: int
    is_last: bool
    path: str


def columns(counts: Sequence[int]) -> tuple[Column, ...]:
    """Draw a few counts in a row that ends with the present; a count of none has the lowest column."""
    most = max(counts, default=0) or 1
    last = len(counts) - 1
    before = max(_COLUMNS - len(counts), 0)
    return tuple(
        _column(before + place, max(round(count / most * _COLUMN_HEIGHT), 1) if count else 1, is_last=place == last)
        for place, count in enumerate(counts)
    )


def chart(counts: Mapping[date, int]) -> Chart | None:
    """Draw counts over time; of a single span of time there is nothing to see."""
    days = (max(counts) - min(counts)).days if counts else 0
    for unit, longest, begin, following in _UNITS:
        if days > _MOST_BARS * longest and unit != "year":
            continue
        by_begin = Counter[date]()
        for day, count in counts.items():
            by_begin[begin(day)] += count
        most = None if unit == "year" else _MOST_BARS + 1
        spans = list(islice(_spans(min(by_begin), max(by_begin), following), most)) if by_begin else []
        if len(spans) != most:
            return _drawn(unit, spans, by_begin) if len(spans) > 1 else None
    return None


@cache
def _column(place: int, height: int, *, is_last: bool) -> Column:
    x, width = place * _COLUMN, _COLUMN - 2
    path = f"M{x} {_COLUMN_HEIGHT}v-{height}h{width}v{height}z"
    return Column(x=x, width=width, height=height, is_last=is_last, path=path)


def _drawn(unit: Unit, spans: list[date], counts: Mapping[date, int]) -> Chart:
    step = _WIDTH / max(len(spans), _MOST_LABELS)
    highest = max(counts.values())
    every = -(-len(spans) // _MOST_LABELS)
    return Chart(
        unit=unit,
        width=_WIDTH,
        height=_HEIGHT,
        bars=tuple(
            Bar(
                begins=begins,
                count=counts[begins],
                x=round(place * step, 2),
                width=round(min(step * _SHARE, _WIDEST), 2),
                height=round(max(counts[begins] / highest * _HEIGHT, _LOWEST), 2),
                is_highest=counts[begins] == highest,
            )
            for place, begins in enumerate(spans)
            if begins in counts
        ),
        ticks=tuple(Tick(x=round(place * step, 2), begins=spans[place]) for place in range(0, len(spans), every)),
    )


def _spans(first: date, last: date, following: Callable[[date], date]) -> Iterator[date]:
    """List the spans of time from the first to the last."""
    while first < last:
        yield first
        first = following(first)
    yield last


def _next_month(day: date) -> date:
    """Give the first of the next month; the calendar ends with the year 9999."""
    if (day.year, day.month) == (date.max.year, _MONTHS):
        return date.max
    return date(day.year + day.month // _MONTHS, day.month % _MONTHS + 1, 1)


def _later(day: date, days: int) -> date:
    """Give a day some days later, or the calendar's last."""
    return day + timedelta(days=days) if (date.max - day).days > days else date.max


def _week(day: date) -> date:
    """Give the Monday of a week, or the calendar's first day."""
    return day - timedelta(days=min(day.weekday(), (day - date.min).days))


# With the days of the longest, the first day of the one that a day is in, and that of the one after it.
_UNITS: tuple[tuple[Unit, int, Callable[[date], date], Callable[[date], date]], ...] = (
    ("day", 1, lambda day: day, lambda day: _later(day, 1)),
    ("week", 7, _week, lambda day: _later(day, 7)),
    ("month", 31, lambda day: day.replace(day=1), _next_month),
    ("year", 366, lambda day: day.replace(month=1, day=1), lambda day: date(min(day.year + 1, date.max.year), 1, 1)),
)
