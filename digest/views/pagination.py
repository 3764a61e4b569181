"""A long list to pages of it, each of which knows its neighbours."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from digest import permalinks

A_PAGE = 20
_NEAR = 2
Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink:
    """Another page of the list, or this one; `follows_gap` when pages before it are left out."""

    number: int
    permalink: str
    follows_gap: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """Where in a list a page stands: its number, how many there are, and links; `previous` and `following` may be empty."""

    number: int
    pages: int
    total: int
    previous: str
    following: str
    links: tuple[PageLink, ...]


def paged(entries: Sequence[Entry], permalink: str, size: int = A_PAGE) -> Iterator[tuple[str, Pager, Sequence[Entry]]]:
    """Cut a list that begins at an address into pages: the address of each, where it stands, and what is on it.

    An empty list has one page.
    """
    pages = max(1, -(-len(entries) // size))
    for number in range(1, pages + 1):
        pager = Pager(
            number=number,
            pages=pages,
            total=len(entries),
            previous=permalinks.numbered(permalink, number - 1) if number > 1 else "",
            following=permalinks.numbered(permalink, number + 1) if number < pages else "",
            links=tuple(_links(number, pages, permalink)),
        )
        yield permalinks.numbered(permalink, number), pager, entries[(number - 1) * size : number * size]


def _links(number: int, pages: int, permalink: str) -> Iterator[PageLink]:
    """Link the first page, the last, and those near this one."""
    near = range(max(1, number - _NEAR), min(pages, number + _NEAR) + 1)
    before = 0
    for shown in sorted({1, *near, pages}):
        yield PageLink(number=shown, permalink=permalinks.numbered(permalink, shown), follows_gap=shown > before + 1)
        before = shown
