from datetime import date

import pytest

from digest.views.calendars import months

FIRST, SECOND = date(2025, 6, 30), date(2025, 7, 1)


def test_each_month_with_articles_has_its_weeks_and_links_to_its_issues() -> None:
    june, july = months({FIRST: 4, SECOND: 1}, "en-GB")
    assert (june.first, june.articles, july.permalink) == (date(2025, 6, 1), 4, "/archive/2025/07/")
    assert [sum(day is not None for day in week) for week in june.weeks] == [1, 7, 7, 7, 7, 1]
    (linked,) = [day for week in june.weeks for day in week if day and day.permalink]
    assert (linked.number, linked.permalink, linked.shade) == (30, "/issues/2025-06-30/", 4)
    assert [day.shade for week in july.weeks for day in week if day and day.articles] == [1]


@pytest.mark.parametrize(("language", "before"), [("en-GB", 1), ("en-US", 2), ("ar-EG", 3)])
def test_a_week_begins_where_the_language_has_it(language: str, before: int) -> None:
    (july,) = months({SECOND: 1}, language)
    assert july.weeks[0][:before] == (None,) * before
    assert len(july.weekdays) == 7


def test_the_calendar_ends_with_the_year_9999() -> None:
    (december,) = months({date.max: 1}, "en")
    assert december.articles == 1
