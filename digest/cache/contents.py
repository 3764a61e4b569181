"""Where what is remembered lies in the packs of a folder, by its key."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from digest.cache.pack import Listed, Place

_FEW = 500  # keys: to make a dict of all would take longer than to look for so many in each pack


class Contents(Mapping[bytes, Place]):
    """The places of the entries of some packs; of a key in several of them, that in the last one."""

    def __init__(self, packs: Iterable[Listed]) -> None:
        self.packs, self._asked = tuple(packs), 0

    def __getitem__(self, key: bytes) -> Place:
        self._asked += 1
        if self._asked > _FEW:
            return self._all[key]
        for pack in reversed(self.packs):
            if place := pack.find(key):
                return place
        raise KeyError(key)

    @cached_property
    def _all(self) -> Mapping[bytes, Place]:
        return {key: place for pack in self.packs for key, place in pack.places}

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    @property
    def size(self) -> int:
        """How many bytes they take."""
        return sum(pack.size for pack in self.packs)
