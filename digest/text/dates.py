"""Dates as editors and articles write them, to a calendar day or an instant with its time zone."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache
from math import inf

from babel import UnknownLocaleError
from babel.dates import get_day_names, get_month_names

_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})(?:\.|st|nd|rd|th|er|º)? (?:de )?(?P<month>[^\W\d]+)\.?,? (?:de )?(?P<year>\d{4})\b")
_MONTH_FIRST = re.compile(r"(?P<month>[^\W\d]+)\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})\b")
_SLASHES = re.compile(r"\A(\d{4})/(\d{2})/(\d{2})\b")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}\b")


def parsed(text: str) -> date | datetime:
    """Read an ISO 8601 day or time, also with slashes in the day.

    Raises ValueError when `text` is neither.
    """
    written = _SLASHES.sub(r"\1-\2-\3", text.strip())
    try:
        return date.fromisoformat(written)
    except ValueError:
        return datetime.fromisoformat(written)


def instant(value: date | datetime, zone: tzinfo = UTC) -> datetime:
    """Return the moment a date begins, so that days and instants compare; days, and times without a zone, are those of `zone`."""
    moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day, tzinfo=zone)
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def in_zone(value: date | datetime | None, zone: tzinfo | None) -> date | datetime | None:
    """Tell a time in a time zone, or else as it is written; a time that is written without a zone is one of `zone`, or UTC."""
    if not isinstance(value, datetime):
        return value
    moment = instant(value, zone or UTC)
    try:
        return moment.astimezone(zone) if zone else moment
    except OverflowError:  # on the first or last day that there is
        return moment


def day(value: date | datetime) -> date:
    """Return the calendar day of a date, in its own time zone."""
    return value.date() if isinstance(value, datetime) else value


def latest(*values: date | datetime | None) -> date | datetime | None:
    """Return the last of the dates that are known."""
    return max(filter(None, values), key=instant, default=None)


def stamp(value: date | datetime) -> datetime:
    """Return the moment a date begins, its time zone in whole minutes, as machines want it; old ones have seconds."""
    moment = instant(value)
    minutes = int((moment.utcoffset() or timedelta()) / timedelta(minutes=1))
    return moment.replace(tzinfo=timezone(timedelta(minutes=minutes)))


def written(value: date | datetime) -> str:
    """Write a day or a moment as ISO 8601, as machines want it."""
    return (stamp(value) if isinstance(value, datetime) else value).isoformat()


def newest_first(value: date | datetime | None) -> float:
    """Return a key that sorts dates from the newest to the oldest, and what has none behind them."""
    return -instant(value).timestamp() if value else inf


def in_words(text: str, language: str = "en") -> date | None:
    """Find a day such as `July 10, 2025` or `10 juillet 2025`; none for what is ambiguous, such as 10/07/2025."""
    try:
        if iso := _ISO.search(text):
            return date.fromisoformat(iso.group())
        found = _DAY_FIRST.search(text) or _MONTH_FIRST.search(text)
        month = _months(language or "en").get(found["month"].casefold()) if found else None
        return date(int(found["year"]), month, int(found["day"])) if found and month else None
    except ValueError:
        return None


@cache
def calendar_words(language: str) -> frozenset[str]:
    """Return the names of the months and of the days of the week in a language, else in English, in small letters."""
    try:
        names = (*get_month_names("wide", locale=language).values(), *get_day_names("wide", locale=language).values())
    except (UnknownLocaleError, ValueError):
        return calendar_words("en")
    return frozenset(name.casefold() for name in names)


@cache
def _months(language: str) -> Mapping[str, int]:
    """Return the number of each month by its names and short names in a language, else in English."""
    try:
        wide, short = (get_month_names(width, locale=language) for width in ("wide", "abbreviated"))
    except (UnknownLocaleError, ValueError):
        return _months("en")
    return {name.casefold().rstrip("."): month for names in (wide, short) for month, name in names.items()}
