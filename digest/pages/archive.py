"""The archive: the years with their months, and the calendars of each year."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from digest import permalinks
from digest.model.library import Library
from digest.model.page import Page, Templated
from digest.model.site import Site
from digest.model.taxonomies import Taxonomies
from digest.views.calendars import Calendar, months, shade

_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSummary:
    """A month with the articles of its days; without any it has no address."""

    first: date
    articles: int
    shade: int
    permalink: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSummary:
    """A year with its twelve months."""

    first: date
    permalink: str
    articles: int
    months: tuple[MonthSummary, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveView:
    """All years, newest first, and how many articles have no date."""

    permalink: str
    articles: int
    years: tuple[YearSummary, ...]
    undated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLink:
    """Another year that has articles."""

    first: date
    permalink: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """The calendars of a year's months that have articles; `previous` and `following` years may be none."""

    permalink: str
    first: date
    articles: int
    calendars: tuple[Calendar, ...]
    previous: YearLink | None
    following: YearLink | None


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make the archive's page, and one for each year."""
    found = library[Taxonomies]
    counts = {issue.day: len(issue.articles) for issue in found.issues}
    by_year = {year: dict(days) for year, days in groupby(counts.items(), key=lambda one: one[0].year)}
    by_month = Counter[date]()
    for day, articles in counts.items():
        by_month[day.replace(day=1)] += articles
    most = max(by_month.values(), default=0)
    years = [_summary(year, by_month, most) for year in by_year]
    view = ArchiveView(
        permalink=permalinks.ARCHIVE,
        articles=len(library.articles),
        years=tuple(years),
        undated=len(found.undated),
    )
    yield Page(permalink=view.permalink, body=Templated(template="archive.html", view=view))
    links = [YearLink(first=year.first, permalink=year.permalink) for year in years]
    for year, later, earlier in zip(years, [None, *links], [*links[1:], None], strict=False):
        shown = YearView(
            permalink=year.permalink,
            first=year.first,
            articles=year.articles,
            calendars=tuple(months(by_year[year.first.year], site.wording.language)),
            previous=earlier,
            following=later,
        )
        yield Page(permalink=shown.permalink, body=Templated(template="year.html", view=shown))


def _summary(year: int, by_month: Mapping[date, int], most: int) -> YearSummary:
    firsts = [date(year, month, 1) for month in range(1, _MONTHS + 1)]
    return YearSummary(
        first=firsts[0],
        permalink=permalinks.year(year),
        articles=sum(by_month.get(first, 0) for first in firsts),
        months=tuple(_month(first, by_month.get(first, 0), most) for first in firsts),
    )


def _month(first: date, articles: int, most: int) -> MonthSummary:
    permalink = permalinks.month(first) if articles else ""
    return MonthSummary(first=first, articles=articles, shade=shade(articles, most), permalink=permalink)
