from collections.abc import Iterator, Sequence

import pytest
from builders import a_library, a_site

from digest.errors import DigestError
from digest.model.library import Library
from digest.model.page import Page, Verbatim
from digest.model.site import Site
from digest.plan import PageType, plan


def pages_at(*permalinks: str) -> PageType:
    def pages(library: Library, site: Site) -> Iterator[Page]:
        del library, site
        yield from (Page(permalink=permalink, body=Verbatim(content=b"")) for permalink in permalinks)

    return pages


def test_all_pages_are_listed_in_order_of_address() -> None:
    pages = plan(a_library(), a_site(), (pages_at("/b/", "/"), pages_at("/a/")))
    assert [page.permalink for page in pages] == ["/", "/a/", "/b/"]


def test_what_lists_pages_knows_all_others_and_stands_beside_them() -> None:
    def listing(others: Sequence[Page], site: Site) -> Iterator[Page]:
        del site
        yield Page(permalink="/list", body=Verbatim(content=" ".join(page.permalink for page in others).encode()))

    *_, listed = plan(a_library(), a_site(), (pages_at("/b/", "/"),), (listing,))
    assert listed.body == Verbatim(content=b"/ /b/")


@pytest.mark.parametrize("other", ["/2025/07/bridge/", "/2025/07/Bridge/"])
def test_two_pages_at_one_address_are_refused(other: str) -> None:
    with pytest.raises(DigestError) as caught:
        plan(a_library(), a_site(), (pages_at("/2025/07/bridge/"), pages_at(other)))
    assert str(caught.value) == f"two pages at one address: /2025/07/bridge/ and {other}; give one of them another slug"
