"""Results of earlier builds on disk.

A build adds what it made as a pack of its own, so that builds at one time need not know of each other. Nothing that is read is
believed, and all may be deleted at any time.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from struct import Struct, error

import msgspec

from digest.cache.contents import Contents
from digest.cache.pack import SUFFIX, Listed, NewPack, Pack, Place, whole
from digest.cache.traces import Parts
from digest.cache.values import Reader, written

_MOST_PACKS = 8
_FEW = 256  # entries
_SIZE = Struct("<I")


class _Made(msgspec.Struct, array_like=True):
    """What a value is the result of, and what it was made from; it stands behind the value, with its own length at the end."""

    task: str
    parts: dict[str, int]


class Packs:
    """What is remembered in a folder; where that cannot be written, nothing is."""

    def __init__(self, folder: Path, reader: Reader) -> None:
        self._folder, self._reader = folder, reader
        self._fresh: dict[bytes, Place] = {}  # the first of what was put: a build by the plan of before may end in a whole one
        self._parts: dict[str, Parts] = {}
        self._new: NewPack | None = None
        self._is_writable = True
        found = {path: Listed.at(path) for path in sorted(folder.glob(f"*{SUFFIX}"))}
        self._places = Contents(filter(None, found.values()))
        self._unreadable = [path for path, listed in found.items() if not listed]  # of another version, or damaged

    def get(self, key: bytes, kind: type) -> object | None:
        """Return what is remembered under a key, if it is whole and of the type."""
        with suppress(ValueError, KeyError):
            place = self._places.get(key) or self._fresh[key]
            content = whole(key, place)
            return self._reader.read(content[: _split(content)], kind, place.pack, place.at)
        return None

    @property
    def size(self) -> int:
        """How many bytes the values take that were there when the packs were opened, or were saved since."""
        return self._places.size

    def rows(self, key: bytes) -> tuple[Pack, int]:
        """Return where what is folded in the value under a key lies.

        Raises KeyError when nothing is remembered under it, struct.error when that is damaged.
        """
        place = self._places[key]
        return place.pack, place.at + _SIZE.size + _SIZE.unpack(place.pack.read(place.at, _SIZE.size))[0]

    def put(self, key: bytes, value: object, task: str, parts: Parts) -> object:
        """Remember and return a value as the result of a task, and what it was made from; what cannot be written is forgotten.

        What is folded in it lies in the pack from then on.
        """
        with suppress(ValueError), self._writing():
            told, made = written(value), msgspec.msgpack.encode(_Made(task, dict(parts)))
            if place := self._add(key, told.content + made + _SIZE.pack(len(made))):
                told.leave(place.pack, place.at)
                if len(self._fresh) < _FEW:
                    self._fresh[key] = place
        return value

    def parts(self, task: str) -> Parts | None:
        """Return what the result of a task was made from when it was made last."""
        if not self._parts:
            for key in self._places:
                with suppress(ValueError):
                    content = whole(key, self._places[key])
                    made = msgspec.msgpack.decode(content[_split(content) : -_SIZE.size], type=_Made)
                    self._parts[made.task] = made.parts
        return self._parts.get(task)

    def keep(self, used: Collection[bytes] | None) -> Collection[bytes]:
        """Save what was put, and join the packs when they are many, or when less than half of what they hold is `used`.

        Return the keys of what lies elsewhere now.
        """
        joined = self._to_join(used) if self._is_writable else ()
        live = {key: place for pack in joined for key, place in pack.places if used is None or key in used}
        with self._writing():
            for key, place in sorted(live.items(), key=_standing):
                with suppress(ValueError):  # what is damaged was made again, and must not get a checksum of its own
                    self._add(key, whole(key, place))
            packs = [pack for pack in self._places.packs if pack not in joined]
            if self._new:
                packs += filter(None, [Listed.at(self._new.finish())])
                self._new, self._parts, self._fresh = None, {}, {}
            for path in (*(pack.pack.path for pack in joined), *self._unreadable):
                path.unlink(missing_ok=True)
            self._places = Contents(packs)
        return live.keys()

    def _to_join(self, used: Collection[bytes] | None) -> Collection[Listed]:
        """Choose the packs to join: one that holds more than all others together is not written anew for a few small ones."""
        packs, total = self._places.packs, self._places.size
        if used is not None and 2 * sum(place.size for pack in packs for key, place in pack.places if key in used) < total:
            return packs
        return [pack for pack in packs if 2 * pack.size <= total] if len(packs) >= _MOST_PACKS else ()

    def _add(self, key: bytes, content: bytes) -> Place | None:
        """Write an entry, and say where it stands."""
        if not self._is_writable:
            return None
        self._new = self._new or NewPack(self._folder)
        return self._new.add(key, content)

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


def _standing(entry: tuple[bytes, Place]) -> tuple[Path, int]:
    """Say where an entry stands, since entries that were written together are read together."""
    return entry[1].pack.path, entry[1].at


class Lying:
    """What is folded in a value that is remembered, as a shelf; it is looked for when it is read first."""

    __slots__ = ("_key", "_packs", "_rows")

    def __init__(self, packs: Packs, key: bytes) -> None:
        self._packs, self._key = packs, key
        self._rows: tuple[Pack, int] | None = None

    def read(self, at: int, size: int) -> bytes:
        """Return so many bytes from a place on, or less where they are damaged or gone."""
        with suppress(KeyError, error):
            self._rows = self._rows or self._packs.rows(self._key)
            pack, start = self._rows
            return pack.read(start + at, size)
        return b""


def _split(content: bytes) -> int:
    """Return where a value ends and what it was made from begins.

    Raises ValueError when there is no such place.
    """
    if len(content) < _SIZE.size:
        raise ValueError("too short")
    size: int = _SIZE.unpack_from(content, len(content) - _SIZE.size)[0]
    return len(content) - _SIZE.size - size
