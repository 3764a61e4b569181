from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

import pytest
from builders import a_library, a_site

from digest.errors import DigestError
from digest.model.library import Library
from digest.model.page import Group, Page, Place, Standing, Verbatim
from digest.model.site import Site
from digest.pages import about
from digest.plan import plan


def pages_at(*permalinks: str) -> Callable[[Library, Site], Iterator[Page]]:
    def pages(library: Library, site: Site) -> Iterator[Page]:
        del library, site
        yield from (Page(permalink=permalink, body=Verbatim(content=b"")) for permalink in permalinks)

    return pages


def test_pages_come_one_at_a_time() -> None:
    def pages(library: Library, site: Site) -> Iterator[Page]:
        yield from pages_at("/a/")(library, site)
        raise RuntimeError("asked for too early")

    assert next(plan(a_library(), a_site(), (pages,))).permalink == "/a/"


def test_what_lists_pages_knows_the_places_of_all_others_and_stands_behind_them() -> None:
    def listing(others: Sequence[Place], site: Site) -> Iterator[Page]:
        del site
        yield Page(permalink="/list", body=Verbatim(content=" ".join(place.permalink for place in others).encode()))

    *_, listed = plan(a_library(), a_site(), (pages_at("/b/", "/"), pages_at("/a/")), (listing,))
    assert listed.body == Verbatim(content=b"/ /a/ /b/")


def test_machines_are_led_to_listed_pages_of_templates_alone() -> None:
    def listing(others: Sequence[Place], site: Site) -> Iterator[Page]:
        del site
        yield from (Page(permalink=f"{place.permalink}?", body=Verbatim(content=b"")) for place in others if place.listed)

    def pages(library: Library, site: Site) -> Iterator[Page]:
        page = next(about.pages(library, site))
        yield from (page, replace(page, permalink="/hidden/", listed=False), *pages_at("/feed.xml")(library, site))

    *_, last = plan(a_library(), a_site(), (pages,), (listing,))
    assert last.permalink == "/about/?"


@pytest.mark.parametrize("other", ["/2025/07/bridge/", "/2025/07/Bridge/"])
def test_two_pages_at_one_address_are_refused(other: str) -> None:
    with pytest.raises(DigestError) as caught:
        list(plan(a_library(), a_site(), (pages_at("/2025/07/bridge/"), pages_at(other))))
    assert str(caught.value) == f"two pages at one address: /2025/07/bridge/ and {other}; give one of them another slug"


def test_pages_of_a_group_that_is_known_are_not_planned_again() -> None:
    def groups(library: Library, site: Site) -> Iterator[Group]:
        for key in ("old", "new"):
            yield Group(key=key.encode(), pages=partial(pages_at(f"/{key}/"), library, site))

    standing = Page(permalink="/as-it-was/", body=Standing(path="as-it-was/index.html", content=b"", checksum=b"1"), group=b"old")
    found = plan(a_library(), a_site(), (groups,), known=lambda key: [standing] if key == b"old" else ())
    assert [(page.permalink, page.group) for page in found] == [("/as-it-was/", b"old"), ("/new/", b"new")]
