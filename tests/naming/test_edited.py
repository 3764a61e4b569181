from builders import a_library, an_article, an_entity

from digest.model.edits import Edit, Part
from digest.model.names import Entities
from digest.naming import Edited, declarations, edited

SMITH, JANE, OSLO = an_entity("Smith"), an_entity("Jane Smith", "person", "Ms Smith"), an_entity("Oslo", "place")
ARTICLES = (
    an_article("A", "Jane Smith left Oslo. Then Smith slept.", "Smith.", path="a.md"),
    an_article("B", "Smith is in Oslo.", path="b.md"),
)


def after(*edits: Edit) -> Edited:
    library = a_library(*ARTICLES, entities=(JANE, OSLO, SMITH))
    return edited(library[Entities], edits, ARTICLES)


def names(result: Edited) -> dict[str, tuple[str, ...]]:
    """Pair each entity with the articles that name it."""
    entities = {entity.key: entity.name for entity in result.entities.entities}
    found: dict[str, tuple[str, ...]] = dict.fromkeys(entities.values(), ())
    for one in result.entities.appearances:
        found[entities[one.entity]] += (one.article,)
    return found


def test_without_edits_nothing_changes() -> None:
    assert after().entities == a_library(*ARTICLES, entities=(JANE, OSLO, SMITH))[Entities]


def test_merged_entities_are_one_with_all_mentions_in_reading_order() -> None:
    result = after(Edit(name="Jane Smith", merge=("Smith",)))
    assert names(result) == {"Jane Smith": ("a.md", "b.md"), "Oslo": ("a.md", "b.md")}
    first = next(one for one in result.entities.appearances if one.entity == "jane-smith")
    places = [(mention.passage, mention.start) for mention in first.mentions]
    assert places == sorted(places)
    assert {mention.entity for mention in first.mentions} == {"jane-smith"}


def test_a_split_gives_the_named_articles_to_another_entity() -> None:
    result = after(Edit(name="Smith", split=(Part(name="Bob Smith", articles=("b.md",)),)))
    assert names(result)["Bob Smith"] == ("b.md",)
    assert names(result)["Smith"] == ("a.md",)


def test_a_split_understands_the_slugs_of_articles() -> None:
    assert "Bob Smith" in names(after(Edit(name="Smith", split=(Part(name="Bob Smith", articles=("b",)),))))


def test_a_renamed_entity_keeps_its_old_name_as_an_alias() -> None:
    entity = next(one for one in after(Edit(name="Oslo", rename="Christiania")).entities.entities if one.type == "place")
    assert (entity.key, entity.name, entity.aliases) == ("christiania", "Christiania", ("Oslo",))


def test_a_hidden_entity_is_gone_with_its_appearances() -> None:
    assert "Oslo" not in names(after(Edit(name="Oslo", hide=True)))


def test_a_type_and_a_description_are_the_editors() -> None:
    result = after(Edit(name="oslo", type="organization", description="A club."))
    entity = next(one for one in result.entities.entities if one.key == "oslo")
    assert (entity.name, entity.type, entity.description) == ("Oslo", "organization", "A club.")


def test_an_entry_is_met_by_an_alias_too() -> None:
    assert names(after(Edit(name="Ms Smith", rename="Jane A. Smith")))["Jane A. Smith"] == ("a.md",)


def test_an_entry_that_meets_nothing_is_told() -> None:
    stray = Edit(name="Nobody", rename="No One")
    assert after(stray).unused == (stray,)


def test_entries_with_a_type_are_looked_for_as_written() -> None:
    (entity,) = declarations(
        [Edit(name="the Alliance", rename="NATO", type="organization"), Edit(name="x"), Edit(name="y", hide=True)]
    )
    assert (entity.name, entity.type, entity.aliases) == ("NATO", "organization", ("the Alliance",))
