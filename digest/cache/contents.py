"""Where what is remembered lies in the packs of a folder, by its key."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain

from digest.cache.pack import Listed, Place

_FEW = 500  # keys: to make dicts of all would take longer than to look for so many in each pack


class Contents:
    """The places of the entries of some packs; of a key in several of them, that in the last one."""

    def __init__(self, packs: Iterable[Listed]) -> None:
        self.packs, self._asked = tuple(packs), 0

    def get(self, key: bytes) -> Place | None:
        """Return the place of the entry under a key, if there is one."""
        self._asked += 1
        if self._asked <= _FEW:
            return next(filter(None, (pack.find(key) for pack in reversed(self.packs))), None)
        for pack, numbers in self._numbers:
            if (number := numbers.get(key)) is not None:
                return pack.place(number)
        return None

    def __getitem__(self, key: bytes) -> Place:
        if place := self.get(key):
            return place
        raise KeyError(key)

    @cached_property
    def _numbers(self) -> list[tuple[Listed, Mapping[bytes, int]]]:
        return [(pack, dict(zip(pack.keys, range(len(pack)), strict=True))) for pack in reversed(self.packs)]

    def __iter__(self) -> Iterator[bytes]:
        return chain.from_iterable(pack.keys for pack in self.packs)

    @property
    def size(self) -> int:
        """How many bytes they take."""
        return sum(pack.size for pack in self.packs)
