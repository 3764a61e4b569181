"""The plan of the last build while the next one is drawn: which articles and pages are as they were."""

from collections import defaultdict
from collections.abc import Callable, Mapping

import msgspec

from digest.cache.blueprint import Blueprint, Leaf
from digest.cache.values import day
from digest.model.page import Page, Standing


class Former:
    """The plan of before; `known` are the numbers of the articles that did not change, by path.

    `standing` gives the file at an address, which has not changed since.
    """

    def __init__(self, plan: Blueprint, known: Mapping[str, int], standing: Callable[[str], Standing | None]) -> None:
        self.plan, self.known, self._standing = plan, known, standing
        self.numbers = {drawn.path: number for number, drawn in enumerate(plan.articles) if drawn}
        self.leaves = msgspec.msgpack.decode(plan.leaves, type=list[Leaf | None])
        stale, groups, broken = frozenset(plan.stale), defaultdict[bytes, list[int]](list), set[bytes]()
        self._pages: dict[str, int] = {}
        for number, leaf in enumerate(self.leaves):
            if leaf and number in stale:
                broken.add(leaf.group)
            elif leaf:
                self._pages[leaf.permalink] = number
                groups[leaf.group].append(number)
        self._groups = {key: numbers for key, numbers in groups.items() if key and key not in broken}

    def group(self, key: bytes) -> Mapping[int, Page]:
        """Return the pages of a group by number, if all of them stand."""
        found = {number: self._page(number) for number in self._groups.get(key, ())}
        pages = {number: page for number, page in found.items() if page}
        return pages if len(pages) == len(found) else {}

    def stands(self, permalink: str, mark: bytes) -> tuple[int, Standing] | None:
        """Return the number and the file of the page at an address, if it is made from the same."""
        number = self._pages.get(permalink)
        leaf = None if number is None else self.leaves[number]
        if number is None or leaf is None or leaf.mark != mark:
            return None
        file = self._standing(permalink)
        return (number, file) if file else None

    def _page(self, number: int) -> Page | None:
        leaf = self.leaves[number]
        file = self._standing(leaf.permalink) if leaf else None
        if not leaf or not file:
            return None
        return Page(permalink=leaf.permalink, body=file, updated=day(leaf.updated), listed=leaf.listed, group=leaf.group)
