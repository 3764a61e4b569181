from dataclasses import replace
from datetime import date
from typing import cast

import pytest
from builders import a_library, a_section, a_site, a_takeaway, an_article, an_entity, pages_of, shown_in

from digest.model.article import Article, Inference, Publication
from digest.model.names import Entity
from digest.model.page import Templated
from digest.pages.article import ArticleView, pages

RUIZ, OSLO, NORSE = an_entity("Ruiz"), an_entity("Oslo", "place"), an_entity("Norse", "group")


def view(article: Article, *entities: Entity) -> ArticleView:
    (page, _) = pages_of(pages, a_library(article, entities=entities))
    assert isinstance(page.body, Templated)
    assert page.permalink == page.body.shown(a_site()).permalink
    return cast(ArticleView, page.body.shown(a_site()))


def shown(article: Article, *entities: Entity) -> list[str]:
    return [block.html for section in view(article, *entities).sections for block in section.blocks]


def test_there_is_a_page_for_each_article_at_its_own_address_and_its_record_beside_it() -> None:
    library = a_library(an_article("One", date=date(2025, 7, 10)), an_article("Two"))
    assert [page.permalink for page in pages_of(pages, library)] == [
        "/2025/07/one/",
        "/undated/two/",
        "/2025/07/one/index.json",
        "/undated/two/index.json",
    ]


def test_paragraphs_are_numbered_through_the_article() -> None:
    sections = [a_section("a", "b"), a_section("c", number=2, heading="More", first=3)]
    found = view(an_article(sections=sections))
    assert [(section.id, section.heading, [block.number for block in section.blocks]) for section in found.sections] == [
        ("s1", "", [1, 2]),
        ("s2", "More", [3]),
    ]


def test_each_name_is_linked_where_a_section_first_mentions_it() -> None:
    sections = [a_section("Ruiz met Ruiz & left.", "Ruiz."), a_section("Oslo. Ruiz.", number=2, first=3)]
    first, second, third = shown(an_article(sections=sections), RUIZ, OSLO)
    assert first == '<a href="../../entities/ruiz/index.html">Ruiz</a> met Ruiz &amp; left.'
    assert second == "Ruiz."
    assert third.count("<a ") == 2


def test_groups_are_listed_but_not_linked() -> None:
    article = an_article("x", "A Norse saga.")
    assert shown(article, NORSE) == ["A Norse saga."]
    assert [group.type for group in view(article, NORSE).names] == ["group"]


def test_evidence_is_marked_both_ways() -> None:
    takeaways = [a_takeaway("One.", evidence=["p2"]), a_takeaway("Two.", identifier="t2", evidence=["p2", "p1"])]
    found = view(an_article("x", "a", "b", takeaways=takeaways))
    assert [[(mark.number, mark.takeaway) for mark in block.marks] for block in found.sections[0].blocks] == [
        [(2, "t2")],
        [(1, "t1"), (2, "t2")],
    ]
    assert [[(one.id, one.number, one.strength) for one in takeaway.support] for takeaway in found.takeaways] == [
        [("p2", 2, "strong")],
        [("p2", 2, "strong"), ("p1", 1, "strong")],
    ]


def test_names_are_grouped_by_type_and_counted_in_this_article_alone() -> None:
    library = a_library(an_article("One", "Ruiz, Ruiz, Oslo."), an_article("Two", "Ruiz."), entities=(RUIZ, OSLO))
    (one, _) = [cast(ArticleView, cast(Templated, page.body).shown(a_site())) for page in [*pages_of(pages, library)][:2]]
    assert [(group.type, [(name.name, name.count) for name in group.names]) for group in one.names] == [
        ("person", [("Ruiz", 2)]),
        ("place", [("Oslo", 1)]),
    ]


def test_provenance_says_where_the_text_came_from_and_what_was_inferred() -> None:
    inference = Inference(piece="title", rule="first-line", confidence=0.9)
    article = replace(an_article(path="a/b.txt"), recovery=(inference,))
    found = view(article).provenance
    assert (found.path, found.sha256, found.recovery) == ("a/b.txt", article.sha256, (inference,))


def test_an_article_without_summary_and_takeaways_is_described_by_its_first_sentence() -> None:
    (page, _) = pages_of(pages, a_library(an_article("Oslo", "Oslo woke. It rained.")))
    shown = shown_in(page, a_site())
    assert '<meta name="description" content="Oslo woke.">' in shown
    assert '<meta property="og:description" content="Oslo woke.">' in shown


@pytest.mark.parametrize(("licence", "is_told"), [("CC0", True), ("own", False)])
def test_the_word_for_a_text_of_ones_own_is_not_shown_as_a_licence(licence: str, *, is_told: bool) -> None:
    article = an_article("Oslo", source=Publication(name="The Briefing", licence=licence))
    (page, _) = pages_of(pages, a_library(article))
    assert (f"licence <bdi>{licence}</bdi>" in " ".join(shown_in(page, a_site()).split())) == is_told


def test_groups_are_not_told_to_machines() -> None:
    assert "Norse" not in view(an_article("x", "A Norse saga."), NORSE).linked_data
