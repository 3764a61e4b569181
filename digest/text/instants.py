"""Days and times to the moments at which they begin."""

from datetime import UTC, date, datetime, tzinfo


def instant(value: date | datetime, zone: tzinfo = UTC) -> datetime:
    """Return the moment a date begins, so that days and instants compare; days, and times without a zone, are those of `zone`."""
    moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day, tzinfo=zone)
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)
