from datetime import date

from builders import a_library, a_takeaway, an_article, an_entity

from digest.model.article import Publication
from digest.views.cards import TermView, cards, grouped, ranked

ENTITIES = {entity.key: entity for entity in (an_entity("Ann"), an_entity("Oslo", "place"), an_entity("Bob"))}


def test_entities_are_ranked_by_count_and_then_by_key() -> None:
    assert [(name.name, name.count) for name in ranked({"bob": 1, "ann": 1, "oslo": 2}, ENTITIES)] == [
        ("Oslo", 2),
        ("Ann", 1),
        ("Bob", 1),
    ]


def test_names_are_grouped_by_type_in_a_fixed_order_and_keep_their_rank() -> None:
    groups = grouped(ranked({"oslo": 9, "bob": 2, "ann": 1}, ENTITIES))
    assert [(group.type, [name.name for name in group.names]) for group in groups] == [
        ("person", ["Bob", "Ann"]),
        ("place", ["Oslo"]),
    ]


def test_a_card_shows_what_stands_in_the_article_with_links_to_its_terms() -> None:
    article = an_article(
        "Bridge",
        "Dr. Ruiz opened it. Nobody came.",
        date=date(2025, 7, 10),
        tags=["Roads"],
        source=Publication(name="The Paper"),
        takeaways=[a_takeaway("It is open.", evidence=["p1"])],
    )
    shown = cards(a_library(article))(article.path)
    assert (shown.permalink, shown.title, shown.opening) == ("/2025/07/bridge/", "Bridge", "Dr. Ruiz opened it.")
    assert (shown.minutes, shown.sections, [takeaway.text for takeaway in shown.takeaways]) == (1, 1, ["It is open."])
    assert shown.tags == (TermView(name="Roads", permalink="/tags/roads/"),)
    assert shown.source == TermView(name="The Paper", permalink="/sources/the-paper/")
