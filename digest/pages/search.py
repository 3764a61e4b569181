"""The search page: what can be asked of the index, and for readers without JavaScript all titles by month."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from digest import permalinks
from digest.model.announcement import Announcement
from digest.model.article import Day
from digest.model.library import Annotated, Library
from digest.model.names import Entities, EntityType
from digest.model.page import Page, Templated
from digest.model.passed_on import PassedOn
from digest.model.site import Site
from digest.model.taxonomies import Publisher, Tag, Taxonomies
from digest.structure.lexicon import function_words
from digest.views.cards import TYPES
from digest.views.pagination import Pager, paged

_A_PAGE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A tag or source that can be asked for, and how many articles have it."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A year or a month that can be asked for, and how many articles are of it."""

    value: str
    begins: date
    unit: Literal["year", "month"]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeTerm:
    """A type of names, and how many articles name one of it."""

    type: EntityType
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchTerms:
    """All that articles can be asked for besides words."""

    types: tuple[TypeTerm, ...]
    tags: tuple[Term, ...]
    sources: tuple[Term, ...]
    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """An article by its title alone."""

    permalink: str
    title: PassedOn
    language: str
    date: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The titles of a month, or of no date."""

    begins: date | None
    titles: tuple[Title, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """One page of all titles, newest first; the first one, which has `terms`, searches `index`.

    A question leaves out the `common` words of the site's language where it has others: most articles have them.
    """

    permalink: str
    pager: Pager
    index: str
    terms: SearchTerms | None
    common: tuple[str, ...]
    months: tuple[Month, ...]


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make the search page, and those that go on with its list; none where search is off."""
    if not site.search:
        return
    for address, pager, shown in paged(library.articles, permalinks.SEARCH, _A_PAGE):
        view = SearchView(
            permalink=address,
            pager=pager,
            index=permalinks.SEARCH_INDEX,
            terms=_terms(library) if pager.number == 1 else None,
            common=tuple(sorted(function_words().get(site.language.partition("-")[0], ()))) if pager.number == 1 else (),
            months=tuple(_months(shown)),
        )
        yield Page(permalink=address, body=Templated(template="search.html", view=view))


def _terms(library: Library) -> SearchTerms:
    found = library[Taxonomies]
    return SearchTerms(
        types=tuple(_types(library)),
        tags=_by_name(found.tags),
        sources=_by_name(found.sources),
        periods=tuple(_periods(found)),
    )


def _by_name(groups: Sequence[Tag] | Sequence[Publisher]) -> tuple[Term, ...]:
    terms = (Term(value=group.slug, name=group.name, count=len(group.articles)) for group in groups)
    return tuple(sorted(terms, key=lambda term: (term.name.casefold(), term.value)))


def _periods(found: Taxonomies) -> Iterator[Period]:
    """Yield each year, the newest first, and behind it its months."""
    counts = Counter({issue.day: len(issue.articles) for issue in found.issues})
    for year, days in groupby(sorted(counts, reverse=True), key=lambda day: day.year):
        own = list(days)
        yield Period(value=f"{year:04}", begins=date(year, 1, 1), unit="year", count=sum(counts[day] for day in own))
        for month, same in groupby(own, key=lambda day: day.replace(day=1)):
            yield Period(value=month.isoformat()[:7], begins=month, unit="month", count=sum(counts[day] for day in same))


def _types(library: Library) -> Iterator[TypeTerm]:
    kinds: Mapping[str, EntityType] = {entity.key: entity.type for entity in library[Entities].entities}
    named = {(kinds[appearance.entity], appearance.article) for appearance in library[Entities].appearances}
    counts = Counter(kind for kind, _ in named)
    return (TypeTerm(type=kind, count=counts[kind]) for kind in TYPES if counts[kind])


def _months(articles: Sequence[Annotated]) -> Iterator[Month]:
    titles = [
        Title(
            permalink=permalinks.article(one.article.slug, one.article.front_matter.date),
            title=one.findings[Announcement].title,
            language=one.findings[Announcement].language,
            date=one.article.front_matter.date,
        )
        for one in articles
    ]
    for begins, own in groupby(titles, key=_month):
        yield Month(begins=begins, titles=tuple(own))


def _month(title: Title) -> date | None:
    return date(title.date.year, title.date.month, 1) if title.date else None
