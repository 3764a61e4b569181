from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from digest.text.dates import in_words, in_zone, latest, parsed, stamp, written
from digest.text.instants import instant

CEST = timezone(timedelta(hours=2))


@pytest.mark.parametrize("text", ["2025-07-10", " 2025-07-10 ", "20250710"])
def test_a_day_is_a_day(text: str) -> None:
    assert parsed(text) == date(2025, 7, 10)
    assert not isinstance(parsed(text), datetime)


@pytest.mark.parametrize("text", ["2025-07-10T09:30:00+02:00", "2025-07-10 09:30:00 +0200", "2025-07-10 09:30 +02:00"])
def test_a_time_keeps_its_zone(text: str) -> None:
    assert parsed(text) == datetime(2025, 7, 10, 9, 30, tzinfo=CEST)
    assert parsed(text).strftime("%H:%M") == "09:30"


@pytest.mark.parametrize("text", ["2025-07-10T09:30:00Z", "2025-07-10 09:30"])
def test_a_time_without_a_zone_is_utc_unless_told_otherwise(text: str) -> None:
    assert instant(parsed(text)) == in_zone(parsed(text), None) == datetime(2025, 7, 10, 9, 30, tzinfo=UTC)


def test_a_time_is_told_in_a_zone_and_a_day_stays_a_day() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    assert in_zone(parsed("2025-07-10T23:30:00Z"), berlin) == datetime(2025, 7, 11, 1, 30, tzinfo=berlin)
    assert in_zone(parsed("2025-07-10 23:30"), berlin) == datetime(2025, 7, 10, 23, 30, tzinfo=berlin)
    assert in_zone(date(2025, 7, 10), berlin) == date(2025, 7, 10)
    assert in_zone(None, berlin) is None


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
def test_a_time_at_the_end_of_time_stays_as_it_is_where_a_zone_has_none_for_it(text: str) -> None:
    assert all(in_zone(parsed(text), ZoneInfo(name)) == parsed(text) for name in ("Asia/Tokyo", "America/New_York"))


def test_a_day_begins_at_midnight_of_its_zone() -> None:
    assert instant(date(2025, 7, 10), ZoneInfo("Europe/Berlin")) == datetime(2025, 7, 9, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    ["", "2025", "2025-13-45", "2025-02-30", "0000-01-01", "10/07/2025", "soon", "2025-07-10T25:00", "2025-07-10 13:00 pm"],
)
def test_what_is_no_date_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        parsed(text)


def test_days_and_instants_of_any_year_and_zone_compare() -> None:
    first = datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14)))
    last = datetime(9999, 12, 31, 23, tzinfo=timezone(timedelta(hours=-14)))
    assert sorted([last, instant(date(2025, 7, 10)), first]) == [first, instant(date(2025, 7, 10)), last]


@pytest.mark.parametrize("hours", [-14, 14])
@pytest.mark.parametrize("moment", [datetime(1, 1, 1), datetime(9999, 12, 31, 23)])  # noqa: DTZ001 - as it is written
def test_a_time_at_either_end_of_the_calendar_has_one_in_utc(moment: datetime, hours: int) -> None:
    zone = timezone(timedelta(hours=hours))
    for told in (in_zone(moment, zone), in_zone(moment.replace(tzinfo=zone), None)):
        assert isinstance(told, datetime)
        assert told.astimezone(UTC).year in {1, 9999}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Published July 10, 2025", "en"),
        ("10 July 2025", "en"),
        ("Jul. 10th, 2025", "en"),
        ("10 juillet 2025", "fr"),
        ("10 de julio de 2025", "es"),
        ("10. Juli 2025", "de"),
        ("2025-07-10", ""),
        ("July 10, 2025", "xx"),
    ],
)
def test_a_day_in_words_is_read_in_the_articles_language(text: str, language: str) -> None:
    assert in_words(text, language) == date(2025, 7, 10)


@pytest.mark.parametrize("text", ["10/07/2025", "July 32, 2025", "Smarch 5, 2025", "July 2025", "", "0000-01-01", "10 July 0000"])
def test_what_is_ambiguous_or_no_day_is_none(text: str) -> None:
    assert in_words(text) is None


def test_the_latest_of_some_dates_is_that_which_begins_last() -> None:
    evening = datetime(2025, 7, 10, 23, tzinfo=timezone(timedelta(hours=-5)))
    assert latest(date(2025, 7, 10), None, evening) == evening
    assert latest(evening, date(2025, 7, 12)) == date(2025, 7, 12)
    assert latest(None) is None


def test_machines_get_offsets_of_whole_minutes() -> None:
    odd = datetime(1880, 1, 1, 12, tzinfo=timezone(timedelta(minutes=53, seconds=28)))
    assert stamp(odd).isoformat() == written(odd) == "1880-01-01T12:00:00+00:53"
    first = datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=23, minutes=59, seconds=59)))
    assert written(first) == "0001-01-01T00:00:00+23:59"
    plain = datetime(2025, 7, 10, 9, 30, tzinfo=timezone(timedelta(hours=2)))
    assert written(plain) == "2025-07-10T09:30:00+02:00"
    assert (written(date(2025, 7, 10)), stamp(date(2025, 7, 10)).isoformat()) == ("2025-07-10", "2025-07-10T00:00:00+00:00")
