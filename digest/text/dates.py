"""Dates as editors write them, to a calendar day or an instant with its time zone."""

from datetime import UTC, date, datetime


def parsed(text: str) -> date | datetime:
    """Read an ISO 8601 day or time; a time without a zone is UTC.

    Raises ValueError when `text` is neither.
    """
    text = text.strip()
    if len(text) == len("2025-07-10"):
        return date.fromisoformat(text)
    instant = datetime.fromisoformat(text)
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


def day(value: date | datetime) -> date:
    """Return the calendar day of a date, where it was written."""
    return value.date() if isinstance(value, datetime) else value


def instant(value: date | datetime) -> datetime:
    """Return the moment a date begins, so that days and instants compare; a day begins at midnight UTC."""
    return value if isinstance(value, datetime) else datetime(value.year, value.month, value.day, tzinfo=UTC)
