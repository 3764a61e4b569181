"""Results of earlier builds on disk.

A build adds what it made as a pack of its own, so that builds at one time need not know of each other. Nothing that is read is
believed, and all may be deleted at any time.
"""

from collections import Counter
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
    parts: msgspec.Raw  # hundreds, and seldom asked for
    value: msgspec.Raw


_ENTRIES = msgspec.msgpack.Decoder(_Entry)
_PARTS = msgspec.msgpack.Decoder(dict[str, int])


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
            entry = _Entry(task, msgspec.Raw(msgspec.msgpack.encode(parts)), msgspec.Raw(written(value)))
            self._add([(key, msgspec.msgpack.encode(entry))])
        return value

    def parts(self, task: str) -> Parts | None:
        """Return what the result of a task was made from when it was made last."""
        if not self._parts:
            for key in self._places:
                with suppress(ValueError, msgspec.DecodeError):
                    entry = self._entry(key)
                    self._parts[entry.task] = _PARTS.decode(entry.parts)
        return self._parts.get(task)

    def keep(self, used: Collection[bytes] | None) -> None:
        """Save what was put, and join the packs when they are many, or when less than half of what they hold is `used`."""
        live = {key: place for key, place in self._places.items() if used is None or key in used}
        joined = self._to_join(live.values()) if self._is_writable else frozenset()
        with self._writing():
            self._add((key, place.content) for key, place in live.items() if place.pack in joined)
            if self._new:
                self._places |= dict(places(self._new.finish()))
                self._new, self._parts = None, {}
            for path in joined:
                path.unlink(missing_ok=True)
            self._places = {key: place for key, place in self._places.items() if place.pack not in joined}

    def _to_join(self, live: Collection[Place]) -> Collection[Path]:
        """Choose the packs to join: one that holds more than all others together is not written anew for a few small ones."""
        sizes = Counter[Path]()
        for place in self._places.values():
            sizes[place.pack] += len(place.content)
        total = sizes.total()
        if 2 * sum(len(place.content) for place in live) < total:
            return sizes.keys()
        return {path for path, size in sizes.items() if 2 * size <= total} if len(sizes) >= _MOST_PACKS else ()

    def _entry(self, key: bytes) -> _Entry:
        """Raise KeyError when there is none, ValueError when it is damaged or of another kind."""
        try:
            return _ENTRIES.decode(whole(key, self._places[key]))
        except msgspec.DecodeError as error:
            raise ValueError(str(error)) from error

    def _add(self, entries: Iterable[tuple[bytes, bytes | memoryview]]) -> None:
        for key, content in entries if self._is_writable else ():
            self._new = self._new or NewPack(self._folder)
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
