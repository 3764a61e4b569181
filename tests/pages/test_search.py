from dataclasses import replace
from datetime import date
from typing import cast

import pytest
from builders import a_site, a_source

from digest.analyse import analyse, annotate
from digest.model.library import Library
from digest.model.page import Page, Templated
from digest.pages import search
from digest.pages.search import SearchView
from digest.parts import ANNOTATORS, COLLECTORS
from digest.readers import markdown


def library(*matters: str) -> Library:
    """Make a library of articles with the front matter given."""
    sources = [
        a_source(f"---\ntitle: Number {n}\n{matter}---\n\nAna Ruiz slept.\n", f"{n}.md") for n, matter in enumerate(matters)
    ]
    return analyse([annotate(markdown.read(source), ANNOTATORS) for source in sources], COLLECTORS)


def view(page: Page) -> SearchView:
    return cast(SearchView, cast(Templated, page.body).shown(a_site()))


def views(*matters: str) -> list[SearchView]:
    return [view(page) for page in search.pages(library(*matters), a_site())]


def test_all_titles_stand_by_month_newest_first_and_the_undated_last() -> None:
    (only,) = views("", "date: 2025-07-10\n", "date: 2024-07-01\n", "date: 2025-07-30\n")
    assert [(month.begins, [title.title for title in month.titles]) for month in only.months] == [
        (date(2025, 7, 1), ["Number 3", "Number 1"]),
        (date(2024, 7, 1), ["Number 2"]),
        (None, ["Number 0"]),
    ]


def test_what_can_be_asked_for_has_counts() -> None:
    (only,) = views("tags: [Roads, Ärzte]\ndate: 2025-07-10\nsource: {name: Post}\n", "tags: [roads]\ndate: 2025-01-01\n")
    assert only.terms
    assert [(term.value, term.name, term.count) for term in only.terms.tags] == [("roads", "Roads", 2), ("arzte", "Ärzte", 1)]
    assert [(term.name, term.count) for term in only.terms.sources] == [("Post", 1)]
    assert [(period.value, period.count) for period in only.terms.periods] == [("2025", 2), ("2025-07", 1), ("2025-01", 1)]
    assert [(term.type, term.count) for term in only.terms.types] == [("person", 2)]


def test_a_long_list_goes_on_on_further_pages_which_do_not_search() -> None:
    first, second = views(*(["date: 2025-07-10\n"] * 201))
    assert (first.permalink, first.pager.previous, first.pager.following) == ("/search/", "", "/search/page/2/")
    assert (second.permalink, second.pager.previous, second.pager.following) == ("/search/page/2/", "/search/", "")
    assert second.terms is None
    assert [len(one.titles) for one in second.months] == [1]


def test_a_library_without_articles_has_its_search_page_too() -> None:
    (only,) = views()
    assert (only.pager.total, only.months) == (0, ())


@pytest.mark.parametrize("on", [True, False])
def test_where_search_is_off_there_is_no_page(*, on: bool) -> None:
    assert bool(list(search.pages(library(""), replace(a_site(), search=on)))) == on
