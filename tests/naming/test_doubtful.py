from builders import an_entity

from digest.model.names import Entity
from digest.naming import doubtful


def doubts(*entities: Entity) -> list[tuple[str, str, str]]:
    return [(doubt.first.name, doubt.reason, doubt.second.name) for doubt in doubtful(entities)]


def test_a_family_name_alone_may_be_short_for_each_full_name() -> None:
    found = doubts(an_entity("Smith"), an_entity("Ann Smith"), an_entity("Bob Smith"))
    assert found == [("Smith", "may be short for", "Ann Smith"), ("Smith", "may be short for", "Bob Smith")]


def test_names_that_differ_by_a_letter_are_doubtful() -> None:
    assert doubts(an_entity("Sloviansk", "place"), an_entity("Slovyansk", "place")) == [
        ("Sloviansk", "is spelled like", "Slovyansk")
    ]


def test_one_name_of_two_types_is_doubtful() -> None:
    person = Entity(key="paris-person", name="Paris", type="person")
    assert doubts(person, an_entity("Paris", "place"))[0][1] == "is of another type than"


def test_one_name_of_one_type_is_doubtful_too() -> None:
    other = Entity(key="ann-smith-person", name="ann Smith", type="person")
    assert doubts(an_entity("Ann Smith"), other) == [("Ann Smith", "has the same name as", "ann Smith")]


def test_different_names_are_not_doubtful() -> None:
    assert doubts(an_entity("Ann Smith"), an_entity("Bob Smith"), an_entity("Oslo", "place")) == []
