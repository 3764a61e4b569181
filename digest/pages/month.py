"""The months of the archive: a calendar, and the articles of each day."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby

from digest import permalinks
from digest.cache.values import group_key
from digest.model.library import Library
from digest.model.page import Group, Page, Templated
from digest.model.site import Site
from digest.model.taxonomies import Issue, Taxonomies
from digest.views.calendars import Calendar, months
from digest.views.cards import Card, cards, told_apart
from digest.views.pagination import Pager, paged


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """The articles of a day that stand on a page; `permalink` is its issue's."""

    day: date
    permalink: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLink:
    """Another month that has articles."""

    first: date
    permalink: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthView:
    """A page of a month's articles, newest first; `year` is the address of its year, the months around it may be none."""

    permalink: str
    first: date
    year: str
    calendar: Calendar
    pager: Pager
    days: tuple[DayView, ...]
    previous: MonthLink | None
    following: MonthLink | None


def pages(library: Library, site: Site) -> Iterator[Group]:
    """Make the pages of each month that has articles."""
    told = told_apart(library)
    by_month = [(first, list(issues)) for first, issues in groupby(library[Taxonomies].issues, key=_first)]
    links = [MonthLink(first=first, permalink=permalinks.month(first)) for first, _ in by_month]
    for (_, issues), later, earlier in zip(by_month, [None, *links], [*links[1:], None], strict=False):
        days = [(issue.day, [told(path) for path in issue.articles]) for issue in issues]
        yield Group(
            key=group_key("month", days, earlier, later),
            pages=partial(_pages, issues, earlier, later, cards(library), site.wording.language),
        )


def _pages(
    issues: Sequence[Issue],
    earlier: MonthLink | None,
    later: MonthLink | None,
    announced: Callable[[str], Card],
    language: str,
) -> Iterator[Page]:
    first = _first(issues[0])
    (calendar,) = months({issue.day: len(issue.articles) for issue in issues}, language)
    entries = [(issue.day, path) for issue in issues for path in issue.articles]
    for address, pager, shown in paged(entries, permalinks.month(first)):
        view = MonthView(
            permalink=address,
            first=first,
            year=permalinks.year(first.year),
            calendar=calendar,
            pager=pager,
            days=tuple(
                DayView(day=day, permalink=permalinks.issue(day), cards=tuple(announced(path) for _, path in own))
                for day, own in groupby(shown, key=lambda entry: entry[0])
            ),
            previous=earlier,
            following=later,
        )
        yield Page(permalink=address, body=Templated(template="month.html", view=view))


def _first(issue: Issue) -> date:
    return issue.day.replace(day=1)
