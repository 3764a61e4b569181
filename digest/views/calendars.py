"""Counts by day to the calendar of a month."""

import calendar
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from babel import Locale

from digest import permalinks

_STEPS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """A day with the articles of its issue; `shade` goes from 0 for none to 4 for the most of any day shown."""

    number: int
    articles: int
    shade: int
    permalink: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The weeks of a month; a cell is none where the week reaches into another month."""

    first: date
    permalink: str
    articles: int
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[CalendarDay | None, ...], ...]


def months(counts: Mapping[date, int], language: str) -> Iterator[Calendar]:
    """Draw the calendar of each month that has articles, in order; weeks begin and days are named as a language has it."""
    locale = Locale.parse(language, sep="-" if "-" in language else "_")
    most = max(counts.values(), default=1)
    names = locale.days["stand-alone"]["narrow"]
    order = [(locale.first_week_day + at) % len(names) for at in range(len(names))]
    for first in sorted({day.replace(day=1) for day in counts}):
        weeks = calendar.Calendar(locale.first_week_day).monthdayscalendar(first.year, first.month)
        yield Calendar(
            first=first,
            permalink=permalinks.month(first),
            articles=sum(counts.get(first.replace(day=number), 0) for week in weeks for number in week if number),
            weekdays=tuple(names[day] for day in order),
            weeks=tuple(tuple(_day(first, number, counts, most) for number in week) for week in weeks),
        )


def shade(count: int, most: int) -> int:
    """Say how dark to draw a count beside the most of its kind: 0 for none, 4 for the most."""
    return -(-count * _STEPS // most)


def _day(first: date, number: int, counts: Mapping[date, int], most: int) -> CalendarDay | None:
    if not number:
        return None
    day = first.replace(day=number)
    articles = counts.get(day, 0)
    return CalendarDay(
        number=number, articles=articles, shade=shade(articles, most), permalink=permalinks.issue(day) if articles else ""
    )
