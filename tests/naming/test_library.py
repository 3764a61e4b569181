"""How the entities of articles become those of a library."""

from itertools import permutations

from digest.model.names import Entity, EntityType, Names
from digest.naming import Joined, join
from digest.text.slugs import slug


def an_entity(name: str, *aliases: str, kind: EntityType = "person") -> Entity:
    return Entity(key=slug(name), name=name, type=kind, aliases=aliases)


def an_article(*entities: Entity) -> Names:
    return Names(entities=entities, mentions=())


def names(joined: Joined) -> list[str]:
    return [entity.name for entity in joined.entities]


def test_one_full_name_is_one_entity() -> None:
    joined = join([an_article(an_entity("Ada Byron", "Byron")), an_article(an_entity("Ada Byron", "Lady Byron"))])
    assert joined.entities == (an_entity("Ada Byron", "Byron", "Lady Byron"),)


def test_a_bare_family_name_joins_where_one_is_meant() -> None:
    joined = join([an_article(an_entity("Ada Byron")), an_article(an_entity("Byron"))])
    assert names(joined) == ["Ada Byron"]
    assert joined.keys == ((("ada-byron", "ada-byron"),), (("byron", "ada-byron"),))


def test_a_bare_family_name_stays_itself_where_two_are_meant() -> None:
    joined = join([an_article(an_entity("Ada Byron"), an_entity("George Byron")), an_article(an_entity("Byron"))])
    assert names(joined) == ["Ada Byron", "Byron", "George Byron"]


def test_like_names_are_not_merged() -> None:
    joined = join([an_article(an_entity("John Smith")), an_article(an_entity("Jon Smith"), an_entity("John Smyth"))])
    assert len(joined.entities) == 3


def test_an_acronym_joins_the_one_that_bears_it() -> None:
    movement = an_entity("Orange Democratic Movement", "ODM", kind="organization")
    joined = join([an_article(movement), an_article(an_entity("ODM", kind="organization"))])
    assert names(joined) == ["Orange Democratic Movement"]


def test_a_person_and_a_place_of_one_name_have_two_keys() -> None:
    joined = join([an_article(an_entity("Lincoln", kind="place")), an_article(an_entity("Lincoln"))])
    assert [entity.key for entity in joined.entities] == ["lincoln", "lincoln-person"]


def test_the_order_of_articles_changes_nothing() -> None:
    articles = [
        an_article(an_entity("Ada Byron", "Byron"), an_entity("São Tomé", kind="place")),
        an_article(an_entity("Byron"), an_entity("Sao Tome", kind="place")),
        an_article(an_entity("Sao Tome", kind="organization"), an_entity("Ada Byron", "Ada")),
    ]
    assert len({join(order).entities for order in permutations(articles)}) == 1
