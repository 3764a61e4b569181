import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.views.pagination import paged


@given(st.integers(0, 200), st.integers(1, 30))
def test_every_entry_stands_on_one_page_and_every_page_is_linked_from_its_neighbours(entries: int, size: int) -> None:
    pages = list(paged(range(entries), "/tags/x/", size))
    assert [entry for _, _, shown in pages for entry in shown] == list(range(entries))
    addresses = [address for address, _, _ in pages]
    assert [pager.previous for _, pager, _ in pages] == ["", *addresses[:-1]]
    assert [pager.following for _, pager, _ in pages] == [*addresses[1:], ""]


@pytest.mark.parametrize(
    ("number", "shown"),
    [(1, "1 2 3 … 10"), (4, "1 2 3 4 5 6 … 10"), (6, "1 … 4 5 6 7 8 … 10"), (10, "1 … 8 9 10")],
)
def test_the_first_page_the_last_and_those_near_are_linked(number: int, shown: str) -> None:
    *_, (_, pager, _) = list(paged(range(200), "/x/"))[:number]
    assert " ".join(f"… {link.number}" if link.follows_gap else str(link.number) for link in pager.links) == shown


def test_an_empty_list_has_one_page() -> None:
    ((address, pager, shown),) = paged("", "/x/")
    assert (address, pager.pages, pager.total, shown) == ("/x/", 1, 0, "")
