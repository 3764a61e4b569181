import posixpath
from dataclasses import replace
from datetime import UTC, date, datetime
from random import Random
from urllib.parse import urljoin

import pytest
from builders import an_article, an_entity
from hypothesis import given, settings
from hypothesis import strategies as st

from digest import permalinks
from digest.model.article import Article

MODEST = settings(max_examples=100, deadline=None)
NAMES = st.sampled_from(["a", "bridge-opens", "2025", "07", "entities"])
ADDRESSES = st.builds(
    lambda parts, end: "/" + "/".join(parts) + (end if parts else ""), st.lists(NAMES, max_size=4), st.sampled_from(["/", ".css"])
)
SLUGS = st.sampled_from(["a", "A", "b", "a-1c1a7d3e", "b-b"])
ARTICLES = st.lists(st.tuples(SLUGS, st.sampled_from([None, date(2025, 7, 10), date(2025, 8, 1)])), max_size=8).map(
    lambda drawn: [replace(an_article(path=f"{n}.md", date=day), slug=slug) for n, (slug, day) in enumerate(drawn)]
)


@given(ADDRESSES, ADDRESSES, st.sampled_from(["", "#p3"]), st.sampled_from(["http://h/", "http://h/repo/", "file:///tmp/site/"]))
@MODEST
def test_a_relative_link_leads_to_its_target_from_any_page_and_under_any_root(
    target: str, origin: str, fragment: str, root: str
) -> None:
    here = urljoin(root, permalinks.file(origin) or "index.html")
    link = permalinks.relative(target + fragment, origin)
    assert not link.startswith("/")
    assert urljoin(here, link) == urljoin(root, permalinks.file(target)) + fragment


@given(ADDRESSES)
@MODEST
def test_a_file_never_leaves_the_output_folder(address: str) -> None:
    assert posixpath.normpath(permalinks.file(address)) == (permalinks.file(address) or ".")


def test_a_link_to_a_place_on_the_same_page_is_its_fragment() -> None:
    assert permalinks.relative("/a/#p3", "/a/") == "#p3"


@pytest.mark.parametrize(
    ("day", "address"),
    [
        (None, "/undated/x/"),
        (date(2025, 7, 10), "/2025/07/x/"),
        (datetime(2025, 12, 31, 23, 59, tzinfo=UTC), "/2025/12/x/"),
        (date(33, 4, 3), "/0033/04/x/"),
    ],
)
def test_an_article_stands_under_its_month(day: date | None, address: str) -> None:
    assert permalinks.article("x", day) == address


def test_an_entity_stands_under_its_key() -> None:
    assert permalinks.entity(an_entity("Anna Ruiz")) == "/entities/anna-ruiz/"


def test_terms_and_days_have_folders_and_further_pages_stand_below_their_list() -> None:
    assert (permalinks.tag("nato"), permalinks.source("paper")) == ("/tags/nato/", "/sources/paper/")
    assert permalinks.issue(date(2025, 7, 10)) == "/issues/2025-07-10/"
    assert (permalinks.year(33), permalinks.month(date(2025, 7, 10))) == ("/archive/0033/", "/archive/2025/07/")
    assert [permalinks.numbered("/tags/nato/", number) for number in (1, 2)] == ["/tags/nato/", "/tags/nato/page/2/"]


def test_full_addresses_have_the_base_url_or_begin_at_the_root() -> None:
    assert permalinks.absolute("/a/", "https://example.org/news/") == "https://example.org/news/a/"
    assert permalinks.absolute("/a/", "") == "/a/"


def addresses(articles: tuple[Article, ...]) -> dict[str, str]:
    return {one.path: permalinks.article(one.slug, one.front_matter.date).casefold() for one in articles}


@given(ARTICLES, st.randoms(use_true_random=False))
@MODEST
def test_every_article_has_an_address_of_its_own_whatever_the_order(articles: list[Article], random: Random) -> None:
    found = addresses(permalinks.with_unique_slugs(articles, {}))
    assert len(set(found.values())) == len(found) == len(articles)
    shuffled = list(articles)
    random.shuffle(shuffled)
    assert addresses(permalinks.with_unique_slugs(shuffled, {})) == found


def test_the_first_by_path_keeps_its_slug_and_a_mark_that_is_taken_already_gets_another() -> None:
    first, second = an_article("Bridge", path="1.md"), an_article("Bridge", path="2.md")
    marked = permalinks.with_unique_slugs([second, first], {})[1].slug
    third = replace(an_article(path="0.md"), slug=marked)
    slugs = {one.path: one.slug for one in permalinks.with_unique_slugs([first, second, third], {})}
    assert slugs["1.md"] == "bridge"
    assert slugs["0.md"] == marked
    assert slugs["2.md"].startswith(marked + "-")
