"""Results of earlier builds on disk, in a few files of many entries each.

A build adds what it made as a file of its own, which appears whole or not at all, so that builds at one time need not know of
each other. Nothing that is read is believed: an entry that is not what was written is none. All may be deleted at any time.
"""

import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from mmap import ACCESS_READ, mmap
from pathlib import Path
from struct import Struct
from tempfile import NamedTemporaryFile
from time import time, time_ns
from typing import IO, NamedTuple

import msgspec

from digest.cache.traces import Parts
from digest.cache.values import Reader, written

_MAGIC = b"digest cache 1\n"
_SUFFIX, _UNFINISHED = ".pack", ".part"
_HEAD = Struct("<16s16sI")  # key, checksum, length
_MOST_PACKS = 8
_DAY = 86_400  # seconds; no build takes longer


class _Place(NamedTuple):
    pack: Path
    content: memoryview
    checksum: bytes


class _Entry(msgspec.Struct, array_like=True):
    task: str
    parts: dict[str, int]
    value: msgspec.Raw


class Packs:
    """What is remembered in a folder; where that cannot be written, nothing is."""

    def __init__(self, folder: Path, reader: Reader) -> None:
        self._folder, self._reader = folder, reader
        self._places: dict[bytes, _Place] = {}
        self._parts: dict[str, Parts] = {}
        self._pack: IO[bytes] | None = None
        for path in sorted(folder.glob(f"*{_SUFFIX}")):
            self._places |= dict(_places(path))

    def get(self, key: bytes, kind: type) -> object | None:
        """Return what is remembered under a key, if it is whole and of the type."""
        with suppress(ValueError, KeyError):
            return self._reader.read(self._entry(key).value, kind)
        return None

    def put(self, key: bytes, value: object, task: str, parts: Parts) -> None:
        """Remember a value as the result of a task, and what it was made from; what cannot be written is forgotten."""
        with suppress(ValueError, OSError):
            content = msgspec.msgpack.encode(_Entry(task, dict(parts), msgspec.Raw(written(value))))
            _append(self._opened(), key, content)

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
        joins = len(packs) >= _MOST_PACKS or 2 * _size(live) < _size(self._places)
        with suppress(OSError):
            for key, place in live.items() if joins else ():
                _append(self._opened(), key, place.content)
            self._finish()
            self._parts = {}
            if joins:
                self._places = {key: place for key, place in self._places.items() if place.pack not in packs}
                for path in packs:
                    path.unlink(missing_ok=True)

    def _entry(self, key: bytes) -> _Entry:
        """Raise KeyError when there is none, ValueError when it is damaged."""
        _, content, checksum = self._places[key]
        if _checksum(key, content) != checksum:
            raise ValueError("damaged")
        return msgspec.msgpack.decode(content, type=_Entry)

    def _opened(self) -> IO[bytes]:
        """Begin a pack, if none is begun, and remove those that killed builds left unfinished."""
        if not self._pack:
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / ".gitignore").write_text("*\n")
            for path in self._folder.glob(f"*{_UNFINISHED}"):
                if path.stat().st_mtime < time() - _DAY:
                    path.unlink(missing_ok=True)
            self._pack = NamedTemporaryFile(dir=self._folder, suffix=_UNFINISHED, delete=False)  # noqa: SIM115 - until it is whole
            self._pack.write(_MAGIC)
        return self._pack

    def _finish(self) -> None:
        """Give the pack that was begun a name by which builds will find it, after those that are older."""
        if self._pack:
            self._pack.close()
            path = self._folder / f"{time_ns():020}-{os.getpid()}{_SUFFIX}"
            Path(self._pack.name).replace(path)
            self._pack = None
            self._places |= dict(_places(path))


def _places(path: Path) -> Iterator[tuple[bytes, _Place]]:
    """Yield the key and the place of each entry of a pack, as far as it can be read."""
    with suppress(OSError, ValueError), path.open("rb") as file:
        pack = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
        at = len(_MAGIC) if pack[: len(_MAGIC)] == _MAGIC else len(pack)
        while at + _HEAD.size <= len(pack):
            key, checksum, length = _HEAD.unpack_from(pack, at)
            start, at = at + _HEAD.size, at + _HEAD.size + length
            if at <= len(pack):
                yield key, _Place(path, pack[start:at], checksum)


def _append(pack: IO[bytes], key: bytes, content: bytes | memoryview) -> None:
    pack.write(_HEAD.pack(key, _checksum(key, content), len(content)))
    pack.write(content)


def _checksum(key: bytes, content: bytes | memoryview) -> bytes:
    return blake2b(content, digest_size=16, key=key).digest()


def _size(places: Mapping[bytes, _Place]) -> int:
    return sum(len(place.content) for place in places.values())
