from typing import cast

from builders import a_library, a_site, an_article, an_entity

from digest.model.page import Templated
from digest.pages.entities import EntitiesView, pages


def test_everyone_is_listed_by_type_most_often_named_first() -> None:
    entities = [an_entity("Ann"), an_entity("Bob"), an_entity("Oslo", "place"), an_entity("Nobody")]
    library = a_library(an_article("x", "Bob, Ann, Oslo."), an_article("y", "Bob."), entities=entities)
    (page,) = pages(library, a_site())
    view = cast(EntitiesView, cast(Templated, page.body).view)
    assert page.permalink == "/entities/"
    assert [(group.type, [(name.name, name.count) for name in group.names]) for group in view.groups] == [
        ("person", [("Bob", 2), ("Ann", 1)]),
        ("place", [("Oslo", 1)]),
    ]


def test_a_library_that_names_nobody_has_an_empty_list() -> None:
    (page,) = pages(a_library(), a_site())
    assert cast(EntitiesView, cast(Templated, page.body).view).groups == ()
