import pytest
from builders import a_library, an_article, an_entity

from digest.desk.roll import suggestions
from digest.entity_edits import edits
from digest.model.names import Entities, Entity, EntityType
from digest.naming import edited


@pytest.mark.parametrize("kind", ["person", "place"])
def test_what_is_suggested_for_two_of_one_name_joins_them(kind: EntityType) -> None:
    article = an_article("A", "Paris slept in Paris.", path="a.md")
    twin = Entity(key="paris-2", name="Paris", type=kind)
    found = a_library(article, entities=(an_entity("Paris", "place"), twin))[Entities]
    done = edited(found, edits(suggestions(found), "entities.yaml"), [article])
    assert [entity.key for entity in done.entities.entities] == ["paris"]
    assert done.unmet == ()
