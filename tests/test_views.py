from datetime import date

from builders import a_section, a_takeaway, an_article, an_entity, annotated

from digest.views import card, grouped, ranked

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


def test_a_card_shows_what_stands_in_the_article() -> None:
    article = an_article(
        "Bridge", "Dr. Ruiz opened it. Nobody came.", date=date(2025, 7, 10), takeaways=[a_takeaway("It is open.")]
    )
    shown = card(annotated(article))
    assert (shown.permalink, shown.title, shown.opening) == ("/2025/07/bridge/", "Bridge", "Dr. Ruiz opened it.")
    assert (shown.takeaways, shown.minutes, shown.sections) == (("It is open.",), 1, 1)


def test_a_summary_of_the_editors_goes_before_the_first_sentence() -> None:
    assert card(annotated(an_article("Bridge", "Text.", summary="In short."))).opening == "In short."


def test_an_article_without_a_paragraph_has_no_opening() -> None:
    assert card(annotated(an_article(sections=[a_section()]))).opening == ""
