from datetime import date
from typing import cast

from builders import a_library, a_site, a_takeaway, an_article

from digest.model.library import Library
from digest.model.page import Templated
from digest.pages.home import pages
from digest.views.issues import IssueView

DAY, BEFORE = date(2025, 7, 10), date(2025, 7, 9)


def views(library: Library) -> list[IssueView]:
    return [cast(IssueView, cast(Templated, page.body).shown(a_site())) for page in pages(library, a_site())]


def view(library: Library) -> IssueView:
    first, *_ = views(library)
    assert first.permalink == "/"
    return first


def titles(found: IssueView) -> list[str]:
    return [card.title for group in found.groups for card in group.cards]


def test_a_site_without_articles_has_a_front_page() -> None:
    found = view(a_library())
    assert (found.lead, found.groups, found.day, found.articles, found.in_the_news) == (None, (), None, 0, ())


def test_the_front_page_is_the_latest_issue_and_counts_what_has_no_date() -> None:
    found = view(a_library(an_article("New", date=DAY), an_article("Old", date=BEFORE), an_article("Undated")))
    assert found.lead
    assert (found.lead.title, titles(found), found.day, found.undated) == ("New", [], DAY, 1)


def test_without_an_issue_the_undated_articles_stand_there() -> None:
    found = view(a_library(*(an_article(f"Article {number}") for number in range(30))))
    assert found.lead
    assert (found.day, found.undated, len(titles(found))) == (None, 30, 19)


def test_every_page_that_the_front_page_leads_to_is_there() -> None:
    undated = views(a_library(*(an_article(f"Article {number}") for number in range(50))))
    assert [one.permalink for one in undated] == ["/", "/page/2/", "/page/3/"]
    assert [link.permalink for link in undated[0].pager.links] == ["/", "/page/2/", "/page/3/"]
    assert [one.permalink for one in views(a_library(*(an_article(f"Article {n}", date=DAY) for n in range(50))))] == ["/"]


def test_the_figures_are_those_of_all_articles_of_the_issue() -> None:
    found = view(a_library(an_article("One", takeaways=[a_takeaway("a")]), an_article("Two", takeaways=[a_takeaway("b")])))
    assert (found.articles, found.takeaways, found.minutes) == (2, 2, 2)
