"""Dates as editors and articles write them, to a calendar day or an instant with its time zone."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from functools import cache
from math import inf

from babel import UnknownLocaleError
from babel.dates import get_day_names, get_month_names

from digest.text.instants import instant

_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})(?:\.|st|nd|rd|th|er|º)? (?:de )?(?P<month>[^\W\d]+)\.?,? (?:de )?(?P<year>\d{4})\b")
_MONTH_FIRST = re.compile(r"(?P<month>[^\W\d]+)\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})\b")
_SLASHES = re.compile(r"\A(\d{4})/(\d{2})/(\d{2})\b")
# As Jekyll, Pelican, Hugo, letters and linked notes have them.
_LINKED = re.compile(r"\[\[(?:[^\[\]|]*/)?(?P<day>[^\[\]|/#]+)(?:[|#][^\[\]]*)?\]\]")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})")
_DOTS = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})")
_WEEKDAY = re.compile(r"\A[^\W\d]+\.?,? ")
_CLOCK = re.compile(
    r"(?:,? (?:at )?|T)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?(?: ?(?P<half>[AP])\.?M\b\.?)?"
    r"(?: ?(?P<zone>[+-]\d{2}:?(?:\d{2})?(?: [A-Z]+)?|[A-Z]{1,5}))?\Z",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>\d{2}):?(?P<minutes>\d{2})?")
_ZONES = {"Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6}
_ZONES |= {"PST": -8, "PDT": -7, "WET": 0, "WEST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3}
_NOON = 12
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}\b")


def parsed(text: str, language: str = "en") -> date | datetime:
    """Read an ISO 8601 day or time, or one as other programs and letters have it, in the words of a language or in English.

    Raises ValueError when `text` is neither, or could be two days.
    """
    written = _SLASHES.sub(r"\1-\2-\3", text.strip())
    for read in (date.fromisoformat, datetime.fromisoformat):
        with suppress(ValueError):
            return read(written)
    linked = _LINKED.fullmatch(written)
    return _read_loosely(" ".join(linked["day"].split() if linked else written.split()), language)


def _read_loosely(text: str, language: str) -> date | datetime:
    clock = _CLOCK.search(text)
    day = _loose_day(text[: clock.start()] if clock else text, language)
    if day and clock:
        hour, half = int(clock["hour"]), (clock["half"] or "").lower()
        if half and not 1 <= hour <= _NOON:
            raise ValueError(text)
        hour = hour % _NOON + _NOON * (half == "p") if half else hour
        at = time(hour, int(clock["minute"]), int(clock["second"] or 0), tzinfo=_zone(clock["zone"]) if clock["zone"] else None)
        return datetime.combine(day, at)
    if day:
        return day
    try:
        return parsedate_to_datetime(text)
    except (TypeError, IndexError, OverflowError) as error:
        raise ValueError(text) from error


def _loose_day(text: str, language: str) -> date | None:
    if found := _YEAR_FIRST.fullmatch(text) or _DOTS.fullmatch(text):
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    for words in (text, _WEEKDAY.sub("", text)):
        if found := _DAY_FIRST.fullmatch(words) or _MONTH_FIRST.fullmatch(words):
            name = found["month"].casefold()
            month = months(language or "en").get(name) or months("en").get(name)
            if month:
                return date(int(found["year"]), month, int(found["day"]))
    return None


def _zone(text: str) -> tzinfo:
    """Return the zone of a number, or of a name that means one alone.

    Raises ValueError for others.
    """
    if found := _OFFSET.match(text):
        offset = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
        return timezone(-offset if found["sign"] == "-" else offset)
    if text.upper() not in _ZONES:
        raise ValueError(text)
    return timezone(timedelta(hours=_ZONES[text.upper()]))


def in_zone(value: date | datetime | None, zone: tzinfo | None) -> date | datetime | None:
    """Tell a time in a time zone, or else as it is written; a time that is written without a zone is one of `zone`, or UTC."""
    if not isinstance(value, datetime):
        return value
    moment = instant(value, zone or UTC)
    try:
        moment.astimezone(UTC)  # as it is kept between builds
        return moment.astimezone(zone) if zone else moment
    except OverflowError:  # on the first or last day that there is
        return moment.replace(tzinfo=UTC)


def day(value: date | datetime) -> date:
    """Return the calendar day of a date, in its own time zone."""
    return value.date() if isinstance(value, datetime) else value


def latest(*values: date | datetime | None) -> date | datetime | None:
    """Return the last of the dates that are known."""
    return max(filter(None, values), key=instant, default=None)


def stamp(value: date | datetime) -> datetime:
    """Return the moment a date begins, its time zone in whole minutes, as machines want it; old ones have seconds."""
    moment = instant(value)
    if moment.tzinfo is UTC:  # as most are
        return moment
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
        month = months(language or "en").get(found["month"].casefold()) if found else None
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
def months(language: str) -> Mapping[str, int]:
    """Return the number of each month by its names and short names in a language, else in English."""
    try:
        wide, short = (get_month_names(width, locale=language) for width in ("wide", "abbreviated"))
    except (UnknownLocaleError, ValueError):
        return months("en")
    return {name.casefold().rstrip("."): month for names in (wide, short) for month, name in names.items()}
