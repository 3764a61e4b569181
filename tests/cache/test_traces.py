from collections.abc import Callable
from functools import partial

import pytest
from builders import a_site, a_source

from digest.analyse import analysed
from digest.cache.traces import Recipe, changes
from digest.guard import guarded
from digest.load import load
from digest.model.page import Page, Templated
from digest.pages.not_found import NotFoundView
from digest.parts import READERS
from digest.render import render

TEMPLATES = (("article.html", "{{ view }}"), ("home.html", "{{ view }}"))
RENDER = partial(render, site=a_site(), templates=TEMPLATES)


def recipe(step: Callable[..., object] = RENDER, version: bytes = b"1", **changed: object) -> Recipe:
    return Recipe(partial(step, **changed), version)


def a_page(permalink: str = "/a/", template: str = "article.html") -> Page:
    return Page(permalink=permalink, body=Templated(template=template, view=NotFoundView(permalink="/404.html")))


def test_the_same_step_and_item_have_one_key() -> None:
    assert recipe().key(a_page()) == recipe().key(a_page())


@pytest.mark.parametrize(
    "other",
    [
        recipe(version=b"2"),
        recipe(site=a_site("Another")),
        recipe(templates=TEMPLATES[:1]),
        Recipe(partial(render, templates=TEMPLATES), b"1"),
    ],
    ids=["program", "site", "templates", "parameters"],
)
def test_what_a_step_was_given_is_in_the_key(other: Recipe) -> None:
    assert other.key(a_page()) != recipe().key(a_page())


def test_what_the_item_holds_is_in_the_key() -> None:
    pages = a_page(), a_page("/b/"), a_page(template="home.html")
    assert len({recipe().key(page) for page in pages}) == len(pages)


def test_a_guarded_step_goes_by_the_step_that_is_guarded() -> None:
    step = partial(load, readers=READERS)
    guard = partial(guarded, step=step, seconds=1)
    assert Recipe(guard, b"1").key(a_source("x")) == Recipe(step, b"1").key(a_source("x"))
    assert Recipe(guard, b"1").gives is Recipe(step, b"1").gives


def test_a_function_within_a_function_is_no_step() -> None:
    with pytest.raises(ValueError, match="nothing says what"):
        Recipe(lambda _: None, b"1")


def test_what_cannot_be_written_has_no_key() -> None:
    assert recipe().key(a_page("/\ud800/")) is None


def test_it_is_said_in_words_what_changed() -> None:
    first = recipe()
    before = first.parts(a_page())

    def told(other: Recipe, permalink: str = "/a/") -> str:
        return changes(before, other.parts(a_page(permalink)), first.common, other.common)

    assert changes(None, before, {}, first.common) == "not in the cache"
    assert told(first) == "damaged in the cache or changed in the site"
    other = recipe(site=a_site("Another"), templates=(("article.html", "{{ site }}"), TEMPLATES[1]))
    assert told(other, "/b/") == "site/title, templates/article.html, permalink changed"
    assert told(recipe(templates=TEMPLATES[:1])) == "templates/home.html changed"
    assert changes(before, other.parts(a_page("/b/")), other.common, other.common) == "parameters, permalink changed"


def test_rows_go_by_their_names_only_where_these_are_words() -> None:
    step = recipe(menu=((("a", "b"), 1), ({}, 2)), feeds=(("full", True), ("limit", 20)))
    assert {"menu", "feeds/full", "feeds/limit"} <= step.common.keys()


def test_what_an_article_is_made_from_is_told_whatever_its_editor_states() -> None:
    stated = a_source("---\ntitle: A\nviews: 99999999999999999999999\n---\nText.", "a.md")
    article = load(stated, READERS).article
    step = Recipe(partial(analysed, annotators=(), licences=None), b"1")
    assert step.key(article)
    assert "front_matter/extra/views" in step.parts(article)


def test_a_task_is_named_by_where_its_item_stands() -> None:
    assert recipe().task(a_page()) == "render /a/"
    assert Recipe(partial(load, readers=READERS), b"1").task(a_source("x", "x.md")) == "load x.md"
