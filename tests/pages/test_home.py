from datetime import date
from typing import cast

from builders import a_library, a_site, a_takeaway, an_article, an_entity

from digest.model.library import Library
from digest.model.page import Templated
from digest.pages.home import HomeView, pages

DAY, BEFORE = date(2025, 7, 10), date(2025, 7, 9)


def view(library: Library) -> HomeView:
    (page,) = pages(library, a_site())
    assert page.permalink == "/"
    return cast(HomeView, cast(Templated, page.body).view)


def test_a_site_without_articles_has_a_front_page() -> None:
    found = view(a_library())
    assert (found.lead, found.others, found.date, found.articles, found.in_the_news) == (None, (), None, 0, ())


def test_the_newest_day_leads_and_the_others_keep_their_order() -> None:
    found = view(a_library(an_article("New", date=DAY), an_article("Old", date=BEFORE), an_article("Undated")))
    assert found.lead
    assert (found.lead.title, [card.title for card in found.others], found.date) == ("New", ["Old", "Undated"], DAY)


def test_of_one_day_the_article_with_most_supported_takeaways_leads() -> None:
    supported = [a_takeaway("One.", evidence=["p1"])]
    found = view(a_library(an_article("A", date=DAY), an_article("B", date=DAY, takeaways=supported)))
    assert found.lead
    assert (found.lead.title, [card.title for card in found.others]) == ("B", ["A"])


def test_who_is_in_the_news_counts_all_articles_and_leaves_groups_out() -> None:
    entities = [an_entity("Ruiz"), an_entity("Oslo", "place"), an_entity("Norse", "group")]
    library = a_library(an_article("One", "Oslo. Norse. Norse."), an_article("Two", "Oslo. Ruiz."), entities=entities)
    assert [(name.name, name.count) for name in view(library).in_the_news] == [("Oslo", 2), ("Ruiz", 1)]


def test_the_figures_are_those_of_all_articles() -> None:
    found = view(a_library(an_article("One", takeaways=[a_takeaway("a")]), an_article("Two", takeaways=[a_takeaway("b")])))
    assert (found.articles, found.takeaways, found.minutes) == (2, 2, 2)
