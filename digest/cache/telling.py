"""The data of a plan as they are written, each piece behind the others: the file of a new plan, or that of before made longer."""

import os
from io import BufferedWriter
from time import time_ns
from typing import Any

import msgspec

from digest.cache.blueprint import DATA, PLACE, PlanStore
from digest.cache.pack import make_cache
from digest.cache.values import apart
from digest.cache.whole import summed
from digest.model.folded import Folded
from digest.model.marked import Marked
from digest.model.passed_on import PassedOn


class Telling:
    """A file of data that is begun with its first piece; `before` is the name of the one that is there, if one is."""

    def __init__(self, store: PlanStore, before: str) -> None:
        self._folder, self._is_new = store.folder, not before
        self.name = before or f"{store.name}-{time_ns():020}-{os.getpid()}{DATA}"
        self._file: BufferedWriter | None = None
        self.size = 0  # bytes, if any were written

    def write(self, content: bytes) -> tuple[int, int]:
        """Write a piece; return where it stands, and how long it is.

        Raises OSError when it cannot be written.
        """
        if self._file is None:
            self._file = self._opened()
        self._file.write(content)
        self.size += len(content)
        return self.size - len(content), len(content)

    def _opened(self) -> BufferedWriter:
        make_cache(self._folder)
        file: BufferedWriter = (self._folder / self.name).open("xb" if self._is_new else "ab")
        self.size = file.tell()
        return file

    def place(self, content: bytes) -> bytes:
        """Write a piece, and return its place with its checksum; it raises the same."""
        return PLACE.pack(*self.write(content), summed(content))

    def close(self) -> None:
        """Let all be read; it raises the same."""
        if self._file:
            self._file.close()


class Shared:
    """What several pages show, each written once; `places` are those of the plan of before."""

    def __init__(self, places: bytes, telling: Telling) -> None:
        self._places, self._telling = bytearray(places), telling
        # By mark, which is the checksum of what was written.
        self._numbers = {checksum: number for number, (*_, checksum) in enumerate(PLACE.iter_unpack(places))}

    def number(self, piece: PassedOn | Folded[Any] | Marked[Any]) -> int:
        """Return the number of a piece, and write it if it has none.

        Raises OSError when it cannot be written.
        """
        mark = piece.mark or b""
        if mark not in self._numbers:
            self._numbers[mark] = len(self._places) // PLACE.size
            value = piece.value if isinstance(piece, Marked) else piece
            self._places += self._telling.place(msgspec.json.encode(value, enc_hook=apart))
        return self._numbers[mark]

    @property
    def places(self) -> bytes:
        """Where each of them stands."""
        return bytes(self._places)
