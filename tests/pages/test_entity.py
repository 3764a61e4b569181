import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, cast

import pytest
from builders import a_library, a_site, an_article, an_entity, pages_of
from msgspec import structs
from schemas import validator

from digest.model.library import Library
from digest.model.names import Link
from digest.model.page import Later, Templated
from digest.pages.entity import EntityView, pages

RUIZ, OSLO, BOB = an_entity("Ruiz", "person", "Ruiz", "the mayor"), an_entity("Oslo", "place"), an_entity("Bob")


def views(library: Library) -> dict[str, EntityView]:
    made = pages_of(pages, library)
    return {page.permalink: cast(EntityView, page.body.shown(a_site())) for page in made if isinstance(page.body, Templated)}


def test_there_is_a_page_for_each_entity_that_appears() -> None:
    library = a_library(an_article("x", "Ruiz is in Oslo."), entities=(RUIZ, OSLO, BOB))
    assert sorted(views(library)) == ["/entities/oslo/", "/entities/ruiz/"]


def test_each_sentence_is_quoted_once_around_its_first_mention_and_leads_to_its_paragraph() -> None:
    article = an_article("Bridge", "Nobody came. Then Ruiz met Ruiz. All left.", "Ruiz slept.", date=date(2025, 7, 10))
    (shown,) = views(a_library(article, entities=[RUIZ]))["/entities/ruiz/"].articles
    assert [(quote.before, quote.name, quote.after, quote.permalink) for quote in shown.quotes] == [
        ("Then ", "Ruiz", " met Ruiz.", "/2025/07/bridge/#p1"),
        ("", "Ruiz", " slept.", "/2025/07/bridge/#p2"),
    ]


def test_a_title_that_names_an_entity_counts_but_is_not_quoted_since_it_stands_above() -> None:
    found = views(a_library(an_article("Ruiz wins", "Text."), entities=[RUIZ]))["/entities/ruiz/"]
    assert (found.mentions, found.articles[0].title, found.articles[0].quotes) == (1, "Ruiz wins", ())


def test_three_sentences_of_an_article_are_shown_and_the_others_kept_apart() -> None:
    (shown,) = views(a_library(an_article("x", *["Ruiz slept."] * 5), entities=[RUIZ]))["/entities/ruiz/"].articles
    assert (len(shown.quotes), len(shown.more)) == (3, 2)


def test_who_appears_with_an_entity_is_counted_in_the_articles_that_they_share() -> None:
    library = a_library(an_article("A", "Ruiz, Oslo, Oslo, Bob."), an_article("B", "Bob."), entities=(RUIZ, OSLO, BOB))
    found = views(library)["/entities/ruiz/"]
    assert [(name.name, name.count) for name in found.appears_with] == [("Oslo", 2), ("Bob", 1)]


def test_mentions_are_counted_over_all_articles_and_its_own_name_is_no_alias() -> None:
    library = a_library(an_article("A", "Ruiz, Ruiz."), an_article("B", "Ruiz."), entities=[RUIZ])
    found = views(library)["/entities/ruiz/"]
    assert (found.mentions, [article.title for article in found.articles], found.aliases) == (3, ["A", "B"], ("the mayor",))


def test_an_entity_stands_as_data_with_the_place_of_each_mention() -> None:
    library = a_library(an_article("A", "Then Ruiz slept.", date=date(2025, 7, 10)), entities=[RUIZ])
    body = next(page.body for page in pages_of(pages, library) if page.permalink == "/entities/ruiz/index.json")
    (article,) = json.loads(cast(Later[bytes], body).made(a_site()))["articles"]
    assert article["date"] == "2025-07-10"
    assert article["mentions"] == [{"paragraph": "p1", "start": 5, "end": 9, "text": "Ruiz"}]


def test_mentions_over_time_are_drawn_from_two_days_on() -> None:
    one, two = (an_article(f"A{day}", "Ruiz.", date=date(2025, 7, day)) for day in (1, 9))
    drawn = views(a_library(one, two, entities=[RUIZ]))["/entities/ruiz/"].chart
    assert drawn is not None
    assert [(bar.begins.day, bar.count) for bar in drawn.bars] == [(1, 1), (9, 1)]
    assert views(a_library(one, entities=[RUIZ]))["/entities/ruiz/"].chart is None


def test_what_the_editor_tells_of_an_entity_is_shown() -> None:
    link = Link(label="Wikipedia", url="https://en.wikipedia.org/wiki/Ruiz")
    told = structs.replace(RUIZ, description="Mayor of Oslo.", links=(link,))
    found = views(a_library(an_article("A", "Ruiz."), entities=[told]))["/entities/ruiz/"]
    assert (found.description, found.links) == ("Mayor of Oslo.", (link,))


def test_many_articles_stand_twenty_a_page_and_all_of_them_in_the_data() -> None:
    library = a_library(*(an_article(f"Article {n}", "Ruiz.", date=date(2025, 7, 31 - n)) for n in range(25)), entities=[RUIZ])
    found = views(library)
    assert [len(view.articles) for view in found.values()] == [20, 5]
    second = found["/entities/ruiz/page/2/"]
    assert (second.mentions, second.oldest, second.newest) == (25, date(2025, 7, 7), date(2025, 7, 31))
    (data,) = [page.body for page in pages_of(pages, library) if isinstance(page.body, Later)]
    assert len(json.loads(data.made(a_site()))["articles"]) == 25


def data_of(articles: int) -> dict[str, dict[str, Any]]:
    """Return the data of an entity that so many articles name, the oldest of which is Article 0."""
    days = {n: date(2020, 1, 1) + timedelta(days=n) for n in reversed(range(articles))}
    library = a_library(*(an_article(f"Article {n}", "Ruiz.", date=day) for n, day in days.items()), entities=[RUIZ])
    made = {page.permalink: page.body for page in pages_of(pages, library)}
    return {address: json.loads(body.made(a_site())) for address, body in made.items() if isinstance(body, Later)}


def titles(data: Mapping[str, Any]) -> list[str]:
    return [article["title"] for article in data["articles"]]


@pytest.mark.parametrize("articles", [1, 199, 200, 299, 300, 345])
def test_older_articles_of_an_entity_stand_in_parts_of_its_data_that_lead_from_one_to_the_next(articles: int) -> None:
    data = data_of(articles)
    part: Mapping[str, Any] | None = data["/entities/ruiz/index.json"]
    assert part is not None
    assert part["mentions"] == articles
    found: list[str] = []
    while part:
        validator("entity-articles" if found else "entity").validate(part)
        assert len(part["articles"]) < 200
        found += titles(part)
        part = data.get(part["older"])
    assert found == [f"Article {n}" for n in reversed(range(articles))]


def test_a_new_article_leaves_the_older_parts_of_data_as_they_are() -> None:
    before, after = data_of(345), data_of(346)
    changed = {address for address in after if after[address] != before.get(address)}
    assert changed == {"/entities/ruiz/index.json"}
    assert titles(after["/entities/ruiz/articles-1.json"]) == [f"Article {n}" for n in reversed(range(100))]
