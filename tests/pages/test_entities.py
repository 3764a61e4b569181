import json
from typing import cast

from builders import a_library, a_site, an_article, an_entity, shown_in

from digest.model.library import Library
from digest.model.page import Page, Templated, Verbatim
from digest.pages.entities import EntitiesView, LettersView, pages


def made(library: Library) -> dict[str, Page]:
    return {page.permalink: page for page in pages(library, a_site())}


def overview(library: Library) -> EntitiesView:
    return cast(EntitiesView, cast(Templated, made(library)["/entities/"].body).shown(a_site()))


def letters(library: Library, permalink: str) -> LettersView:
    return cast(LettersView, cast(Templated, made(library)[permalink].body).shown(a_site()))


def a_crowd(size: int) -> Library:
    people = [an_entity(f"Ann {chr(65 + number % 26)}x{number}") for number in range(size)]
    return a_library(an_article("x", " ".join(f"{person.name}." for person in people)), entities=people)


def test_everyone_is_listed_by_type_most_often_named_first() -> None:
    entities = [an_entity("Ann"), an_entity("Bob"), an_entity("Oslo", "place"), an_entity("Nobody")]
    library = a_library(an_article("x", "Bob, Ann, Oslo."), an_article("y", "Bob."), entities=entities)
    assert [(group.type, [(name.name, name.count) for name in group.names]) for group in overview(library).groups] == [
        ("person", [("Bob", 2), ("Ann", 1)]),
        ("place", [("Oslo", 1)]),
    ]
    assert sorted(made(library)) == ["/entities/", "/entities/index.json"]


def test_a_library_that_names_nobody_has_an_empty_list() -> None:
    assert overview(a_library()).groups == ()


def test_the_list_stands_as_data_too() -> None:
    body = made(a_library(an_article("x", "Ann."), entities=[an_entity("Ann")]))["/entities/index.json"].body
    assert json.loads(cast(Verbatim, body).content) == [{"name": "Ann", "type": "person", "url": "/entities/ann/", "mentions": 1}]


def test_many_names_stand_by_letter_of_the_family_name_on_pages_of_their_own() -> None:
    library = a_crowd(500)
    (group,) = overview(library).groups
    assert (len(group.names), group.total, group.everyone) == (60, 500, "/entities/all/person/")
    first, second = letters(library, "/entities/all/person/"), letters(library, "/entities/all/person/page/2/")
    assert (first.pager.pages, first.pager.following, second.pager.previous) == (2, second.permalink, first.permalink)
    assert sum(len(letter.names) for view in (first, second) for letter in view.letters) == 500
    assert [link.letter for link in first.links] == [chr(65 + number) for number in range(26)]


def test_each_letter_leads_to_the_page_on_which_it_begins() -> None:
    library = a_crowd(500)
    for link in letters(library, "/entities/all/person/").links:
        page, _, anchor = link.permalink.partition("#")
        assert anchor in {letter.id for letter in letters(library, page).letters}


def test_a_list_by_letter_leads_back_to_the_overview_whatever_the_menu() -> None:
    shown = shown_in(made(a_crowd(61))["/entities/all/person/"], a_site())
    assert '<p class="kicker"><a href="../../index.html">People & places</a></p>' in shown
