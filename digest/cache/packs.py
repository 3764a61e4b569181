"""Results of earlier builds on disk.

A build adds what it made as a pack of its own, so that builds at one time need not know of each other. Nothing that is read is
believed, and all may be deleted at any time.
"""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from digest.cache.pack import SUFFIX, NewPack, Place, places, whole
from digest.cache.traces import Parts
from digest.cache.values import Reader, written

_MOST_PACKS = 8


class _Entry(msgspec.Struct, array_like=True):
    task: str
    parts: dict[str, int]
    value: msgspec.Raw


class Packs:
    """What is remembered in a folder; where that cannot be written, nothing is."""

    def __init__(self, folder: Path, reader: Reader) -> None:
        self._folder, self._reader = folder, reader
        self._places: dict[bytes, Place] = {}
        self._parts: dict[str, Parts] = {}
        self._new: NewPack | None = None
        self._is_writable = True
        for path in sorted(folder.glob(f"*{SUFFIX}")):
            self._places |= dict(places(path))

    def get(self, key: bytes, kind: type) -> object | None:
        """Return what is remembered under a key, if it is whole and of the type."""
        with suppress(ValueError, KeyError):
            return self._reader.read(self._entry(key).value, kind)
        return None

    def put(self, key: bytes, value: object, task: str, parts: Parts) -> object:
        """Remember and return a value as the result of a task, and what it was made from; what cannot be written is forgotten."""
        with suppress(ValueError), self._writing():
            entry = _Entry(task, dict(parts), msgspec.Raw(written(value)))
            self._add([(key, msgspec.msgpack.encode(entry))])
        return value

    def parts(self, task: str) -> Parts | None:
        """Return what the result of a task was made from when it was made last."""
        if not self._parts:
            for key in self._places:
                with suppress(ValueError):
                    entry = self._entry(key)
                    self._parts[entry.task] = entry.parts
        return self._parts.get(task)

    def keep(self, used: Collection[bytes] | None) -> None:
        """Save what was put, and join the packs when they are many, or when less than half of what they hold is `used`."""
        packs = {place.pack for place in self._places.values()}
        live = {key: place for key, place in self._places.items() if used is None or key in used}
        joins = self._is_writable and (len(packs) >= _MOST_PACKS or 2 * _size(live.values()) < _size(self._places.values()))
        with self._writing():
            if joins:
                self._add((key, place.content) for key, place in live.items())
            if self._new:
                self._places |= dict(places(self._new.finish()))
                self._new, self._parts = None, {}
            if joins:
                for path in packs:
                    path.unlink(missing_ok=True)
                self._places = {key: place for key, place in self._places.items() if place.pack not in packs}

    def _entry(self, key: bytes) -> _Entry:
        """Raise KeyError when there is none, ValueError when it is damaged or of another kind."""
        try:
            return msgspec.msgpack.decode(whole(key, self._places[key]), type=_Entry)
        except msgspec.DecodeError as error:
            raise ValueError(str(error)) from error

    def _add(self, entries: Iterable[tuple[bytes, bytes | memoryview]]) -> None:
        if self._is_writable:
            self._new = self._new or NewPack(self._folder)
            for key, content in entries:
                self._new.add(key, content)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Write nothing more after the first fault of the disk: the site needs the room, and needs no cache."""
        try:
            yield
        except OSError:
            self._is_writable = False
            if self._new:
                self._new.discard()
                self._new = None


def _size(places: Iterable[Place]) -> int:
    return sum(len(place.content) for place in places)
