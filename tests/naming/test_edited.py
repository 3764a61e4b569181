import time

import pytest
from builders import a_library, an_article, an_entity

from digest.model.edits import Edit, Part
from digest.model.names import Appearance, Entities, Entity, Mention, Mentions, Quotes
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


def told(result: Edited) -> list[str]:
    return [one.message for one in result.unmet]


def test_without_edits_nothing_changes() -> None:
    assert after().entities == a_library(*ARTICLES, entities=(JANE, OSLO, SMITH))[Entities]


def test_merged_entities_are_one_with_all_mentions_in_reading_order() -> None:
    result = after(Edit(name="Jane Smith", merge=("Smith",)))
    assert names(result) == {"Jane Smith": ("a.md", "b.md"), "Oslo": ("a.md", "b.md")}
    first = next(one for one in result.entities.appearances if one.entity == "jane-smith")
    places = [(mention.passage, mention.start) for mention in first.mentions]
    assert places == sorted(places)


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
    assert told(after(stray)) == ["no article names 'Nobody'"]


MERKELS = (an_entity("Ann Merkel", "person", "Merkel"), an_entity("David Merkel", "person", "Merkel"))
MERKEL_ARTICLES = (an_article("A", "Ann Merkel left.", path="a.md"), an_article("B", "David Merkel slept.", path="b.md"))


def after_merkels(*edits: Edit) -> Edited:
    library = a_library(*MERKEL_ARTICLES, entities=MERKELS)
    return edited(library[Entities], edits, MERKEL_ARTICLES)


@pytest.mark.parametrize(
    "edit",
    [
        Edit(name="Merkel", description="A person."),
        Edit(name="Merkel", hide=True),
        Edit(name="Merkel", rename="A. Merkel"),
        Edit(name="Ann Merkel", merge=("Merkel",)),
    ],
)
def test_an_alias_that_two_share_means_neither_and_is_told(edit: Edit) -> None:
    result = after_merkels(edit)
    assert names(result) == {"Ann Merkel": ("a.md",), "David Merkel": ("b.md",)}
    assert told(result) == ["'Merkel' means several: Ann Merkel, David Merkel"]


def test_an_alias_of_an_entry_joins_nobody_who_is_not_named_so() -> None:
    result = after_merkels(Edit(name="Ann Merkel", aliases=("Merkel",), description="A person."))
    assert names(result) == {"Ann Merkel": ("a.md",), "David Merkel": ("b.md",)}
    assert told(result) == []


def test_a_name_that_two_types_share_is_met_by_its_key() -> None:
    town = an_entity("Paris", "place")
    person = Entity(key="paris-person", name="Paris", type="person")
    article = an_article("A", "Paris slept in Paris.", path="a.md")
    found = a_library(article, entities=(town, person))[Entities]
    assert len(edited(found, [Edit(name="Paris", description="x")], [article]).entities.entities) == 2
    (joined,) = edited(found, [Edit(name="paris", merge=("paris-person",))], [article]).entities.entities
    assert joined.type == "place"
    assert edited(found, [Edit(name="Paris", hide=True)], [article]).entities.entities == ()


def test_entries_with_a_type_are_looked_for_as_written() -> None:
    (entity,) = declarations(
        [Edit(name="the Alliance", rename="NATO", type="organization"), Edit(name="x"), Edit(name="y", hide=True)]
    )
    assert (entity.name, entity.type, entity.aliases) == ("NATO", "organization", ("the Alliance",))


def test_an_entity_that_is_described_by_an_alias_keeps_its_name_and_address() -> None:
    result = after(Edit(name="Ms Smith", description="A mayor."))
    entity = next(one for one in result.entities.entities if one.description)
    assert (entity.key, entity.name, entity.description) == ("jane-smith", "Jane Smith", "A mayor.")


def test_entities_that_are_merged_under_a_new_name_bear_it() -> None:
    result = after(Edit(name="J. P. Smith", merge=("Jane Smith", "Smith")))
    assert names(result) == {"J. P. Smith": ("a.md", "b.md"), "Oslo": ("a.md", "b.md")}


def test_a_rename_to_a_name_that_is_there_joins_both() -> None:
    described = Edit(name="Jane Smith", description="A mayor.")
    result = after(described, Edit(name="Smith", rename="Jane Smith"))
    assert names(result) == {"Jane Smith": ("a.md", "b.md"), "Oslo": ("a.md", "b.md")}
    entity = next(one for one in result.entities.entities if one.type == "person")
    assert (entity.key, entity.description) == ("jane-smith", "A mayor.")


def test_a_rename_joins_nothing_of_another_type() -> None:
    result = after(Edit(name="Smith", rename="Oslo"))
    assert [(one.key, one.name) for one in result.entities.entities if one.name == "Oslo"] == [
        ("oslo", "Oslo"),
        ("oslo-person", "Oslo"),
    ]


def test_a_part_that_is_there_already_gets_the_articles() -> None:
    result = after(Edit(name="Smith", split=(Part(name="jane smith", articles=("b.md",)),)))
    assert names(result) == {"Jane Smith": ("a.md", "b.md"), "Oslo": ("a.md", "b.md"), "Smith": ("a.md",)}


def test_two_parts_of_one_name_are_one() -> None:
    parts = (Part(name="Bob Smith", articles=("a.md",)), Part(name="Bob Smith", articles=("b.md",)))
    result = after(Edit(name="Smith", split=parts))
    assert [one.key for one in result.entities.entities if one.name == "Bob Smith"] == ["bob-smith"]
    assert names(result)["Bob Smith"] == ("a.md", "b.md")


def test_a_wrong_path_in_a_part_is_told_though_others_are_right() -> None:
    parts = (Part(name="Bob Smith", articles=("a.md", "lost.md")), Part(name="Eve Smith", articles=("gone.md",)))
    result = after(Edit(name="Smith", split=parts))
    assert names(result)["Bob Smith"] == ("a.md",)
    assert told(result) == ["no article 'lost.md' names 'Smith'", "no article 'gone.md' names 'Smith'"]


def test_an_article_goes_to_the_first_part_that_wants_it() -> None:
    parts = (Part(name="Bob Smith", articles=("a.md",)), Part(name="Eve Smith", articles=("a",)))
    result = after(Edit(name="Smith", split=parts))
    assert names(result)["Bob Smith"] == ("a.md",)
    assert told(result) == ["no article 'a' names 'Smith'"]


def test_a_hidden_entity_stays_hidden_when_another_gets_its_name() -> None:
    assert names(after(Edit(name="Oslo", hide=True), Edit(name="Jane Smith", rename="Oslo"))) == {
        "Oslo": ("a.md",),
        "Smith": ("a.md", "b.md"),
    }


def test_many_edits_of_many_names_take_time_in_proportion_to_both() -> None:
    entities = tuple(an_entity(f"Name {number}", "person", f"Alias {number}") for number in range(4_000))
    mention = Mention(entity="", passage="title", start=0, end=1, text="A", sentence=(0, 1))
    appearances = tuple(
        Appearance(entity=entity.key, article="a.md", mentions=Mentions.of((mention,)), quotes=Quotes.of(()))
        for entity in entities
    )
    edits = [Edit(name=f"Alias {number}", rename=f"Other {number}") for number in range(2_000)]
    found = Entities(entities=entities, appearances=appearances)
    started = time.process_time()
    result = edited(found, edits, ARTICLES)
    assert time.process_time() - started < 3
    assert "Other 7" in {entity.name for entity in result.entities.entities}
