"""How the entities of articles become those of a library."""

from itertools import permutations

from builders import an_entity

from digest.model.names import Entity
from digest.naming import Joined, join


def an_article(*entities: Entity) -> tuple[Entity, ...]:
    return entities


def names(joined: Joined) -> list[str]:
    return [entity.name for entity in joined.entities]


def test_one_full_name_is_one_entity() -> None:
    joined = join(
        [an_article(an_entity("Ada Byron", "person", "Byron")), an_article(an_entity("Ada Byron", "person", "Lady Byron"))]
    )
    assert joined.entities == (an_entity("Ada Byron", "person", "Byron", "Lady Byron"),)


def test_an_entity_is_called_as_most_articles_call_it_and_its_aliases_stand_in_that_order() -> None:
    often, seldom = an_entity("São Tomé", "place", "St Thomas"), an_entity("Sao Tome", "place", "Chocolate Island")
    other = an_entity("Sao Tome", "place", "Chocolate Island", "The Island")
    joined = join([an_article(often)] * 3 + [an_article(seldom), an_article(other)])
    (found,) = joined.entities
    assert (found.name, found.aliases) == ("São Tomé", ("St Thomas", "Chocolate Island", "Sao Tome", "The Island"))


def test_a_bare_family_name_joins_where_one_is_meant() -> None:
    joined = join([an_article(an_entity("Ada Byron")), an_article(an_entity("Byron"))])
    assert names(joined) == ["Ada Byron"]
    assert joined.keys == ((), (("byron", "ada-byron"),))


def test_a_bare_family_name_stays_itself_where_two_are_meant() -> None:
    joined = join([an_article(an_entity("Ada Byron"), an_entity("George Byron")), an_article(an_entity("Byron"))])
    assert names(joined) == ["Ada Byron", "Byron", "George Byron"]


def test_like_names_are_not_merged() -> None:
    joined = join([an_article(an_entity("John Smith")), an_article(an_entity("Jon Smith"), an_entity("John Smyth"))])
    assert len(joined.entities) == 3


def test_an_acronym_joins_the_one_that_bears_it() -> None:
    movement = an_entity("Orange Democratic Movement", "organization", "ODM")
    joined = join([an_article(movement), an_article(an_entity("ODM", "organization"))])
    assert names(joined) == ["Orange Democratic Movement"]


def test_a_person_and_a_place_of_one_name_have_two_keys() -> None:
    joined = join([an_article(an_entity("Lincoln", "place")), an_article(an_entity("Lincoln"))])
    assert [entity.key for entity in joined.entities] == ["lincoln", "lincoln-person"]


def test_the_order_of_articles_changes_nothing() -> None:
    articles = [
        an_article(an_entity("Ada Byron", "person", "Byron"), an_entity("São Tomé", "place")),
        an_article(an_entity("Byron"), an_entity("Sao Tome", "place")),
        an_article(an_entity("Sao Tome", "organization"), an_entity("Ada Byron", "person", "Ada")),
    ]
    assert len({join(order).entities for order in permutations(articles)}) == 1
