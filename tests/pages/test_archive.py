from datetime import date
from typing import cast

import pytest
from builders import a_library, a_site, an_article, pages_of, shown_in

from digest.model.library import Library
from digest.model.page import Templated, View
from digest.pages import archive, issue, month, undated
from digest.pages.archive import ArchiveView, YearView
from digest.pages.month import MonthView
from digest.plan import PageType

DAYS = [date(2025, 7, 10), date(2025, 7, 10), date(2025, 7, 9), date(2024, 12, 31), None]


def a_library_of_days(*days: date | None) -> Library:
    return a_library(*(an_article(f"Article {number}", date=day) for number, day in enumerate(days)))


def views(pages: PageType, library: Library) -> dict[str, View]:
    return {page.permalink: cast(Templated, page.body).shown(a_site()) for page in pages_of(pages, library)}


def test_the_archive_counts_articles_by_month_and_leads_to_those_that_have_some() -> None:
    found = cast(ArchiveView, views(archive.pages, a_library_of_days(*DAYS))["/archive/"])
    assert (found.articles, found.undated) == (5, 1)
    assert [(year.permalink, year.articles) for year in found.years] == [("/archive/2025/", 3), ("/archive/2024/", 1)]
    linked = [(month.permalink, month.articles, month.shade) for month in found.years[0].months if month.permalink]
    assert linked == [("/archive/2025/07/", 3, 4)]


def test_a_year_shows_its_calendars_and_leads_to_the_years_around_it() -> None:
    found = cast(YearView, views(archive.pages, a_library_of_days(*DAYS))["/archive/2024/"])
    assert [calendar.first for calendar in found.calendars] == [date(2024, 12, 1)]
    assert found.following
    assert (found.previous, found.following.permalink) == (None, "/archive/2025/")


def test_a_month_lists_the_articles_of_each_day_twenty_a_page() -> None:
    library = a_library_of_days(*[date(2025, 7, 10)] * 25, date(2025, 7, 9), date(2025, 6, 1))
    found = views(month.pages, library)
    assert list(found) == ["/archive/2025/07/", "/archive/2025/07/page/2/", "/archive/2025/06/"]
    second = cast(MonthView, found["/archive/2025/07/page/2/"])
    assert [(one.permalink, len(one.cards)) for one in second.days] == [("/issues/2025-07-10/", 5), ("/issues/2025-07-09/", 1)]
    assert second.previous
    assert second.previous.permalink == "/archive/2025/06/"


def test_undated_articles_have_their_place_only_when_there_are_some() -> None:
    assert list(views(undated.pages, a_library_of_days(*[None] * 21))) == ["/archive/undated/", "/archive/undated/page/2/"]
    assert not views(undated.pages, a_library_of_days(date(2025, 7, 10)))


def test_each_day_with_articles_has_an_issue() -> None:
    assert list(views(issue.pages, a_library_of_days(*DAYS))) == [
        "/issues/2025-07-10/",
        "/issues/2025-07-09/",
        "/issues/2024-12-31/",
    ]


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        (archive.pages, "Les articles parus en 2025."),
        (month.pages, "Les articles parus en juillet 2025."),
        (issue.pages, "Les articles du 10 juillet 2025."),
    ],
)
def test_a_day_a_month_and_a_year_are_each_told_as_their_language_does(pages: PageType, told: str) -> None:
    made = pages_of(pages, a_library_of_days(date(2025, 7, 10)))
    assert any(f'content="{told}"' in shown_in(page, a_site(language="fr")) for page in made)
