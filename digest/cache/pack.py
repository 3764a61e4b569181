"""One file of many entries, each under a key of 16 bytes; an entry that is not what was written is none."""

import errno
import os
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from struct import Struct
from tempfile import mkstemp
from time import time, time_ns
from typing import NamedTuple, Self
from weakref import finalize

SUFFIX, _UNFINISHED = ".pack", ".part"
IGNORED = ".gitignore"
_MAGIC, _END = b"digest cache 4\n", b"digest index 4\n"
_HEAD = Struct("<16s16sI")  # key, checksum, length
_LISTED = Struct("<16s16sIQ")  # the same, and where it stands
_TAIL = Struct(f"<16sQ{len(_END)}s")  # the checksum of the list of all, its length, and the mark of its end
_KEY = 16  # bytes
_DAY = 86_400  # seconds; no build takes longer


class Pack:
    """A file of entries that can be read as long as anything holds it, though it may have lost its name."""

    def __init__(self, descriptor: int, path: Path) -> None:
        self._descriptor, self.path = descriptor, path
        finalize(self, os.close, descriptor)

    def read(self, at: int, size: int) -> bytes:
        """Return so many bytes from a place on, if there are as many.

        A map would be quicker, but all of it that was read counts as memory of the process.
        """
        return os.pread(self._descriptor, size, at)

    def put(self, content: bytes, at: int) -> None:
        """Write some bytes at a place."""
        if os.pwrite(self._descriptor, content, at) != len(content):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


class Place(NamedTuple):
    """Where an entry stands, and the checksum that it ought to have."""

    pack: Pack
    at: int
    size: int
    checksum: bytes


class Listed(Sequence[bytes]):
    """The keys of a pack's entries, in order, so that a few of them are found without a look at all."""

    def __init__(self, pack: Pack, rows: bytes, end: int) -> None:
        self.pack, self._rows, self._end = pack, rows, end

    @classmethod
    def at(cls, path: Path) -> Self | None:
        """List the entries of a pack, as far as it can be read; a list of them stands at its end."""
        with suppress(OSError):
            pack = Pack(os.open(path, os.O_RDONLY | os.O_CLOEXEC), path)
            end = path.stat().st_size
            if rows := _listed(pack, end):
                return cls(pack, rows, end - _TAIL.size - len(rows) - len(_END))
            if rows := b"".join(sorted(_met(pack, end))):
                return cls(pack, rows, end)
        return None

    def __len__(self) -> int:
        return len(self._rows) // _LISTED.size

    def __getitem__(self, number: int) -> bytes:  # type: ignore[override] # no slices
        return self._rows[number * _LISTED.size : number * _LISTED.size + _KEY]

    def find(self, key: bytes) -> Place | None:
        """Return the place of the entry under a key."""
        number = bisect_left(self, key)
        return self.place(number) if number < len(self) and self[number] == key else None

    def place(self, number: int) -> Place:
        """Return the place of an entry by its number."""
        _, checksum, size, at = _LISTED.unpack_from(self._rows, number * _LISTED.size)
        return Place(self.pack, at, size, checksum)

    @property
    def keys(self) -> Sequence[bytes]:
        """The keys of all entries."""
        return [self._rows[at : at + _KEY] for at in range(0, len(self._rows), _LISTED.size)]

    @property
    def places(self) -> Iterator[tuple[bytes, Place]]:
        """The key and the place of each entry."""
        return ((key, Place(self.pack, at, size, checksum)) for key, checksum, size, at in _LISTED.iter_unpack(self._rows))

    @property
    def size(self) -> int:
        """How many bytes the entries take."""
        return self._end - len(_MAGIC) - len(self) * _HEAD.size


def _met(pack: Pack, end: int) -> Iterator[bytes]:
    """Go from entry to entry of a pack that was cut off."""
    at = len(_MAGIC) if pack.read(0, len(_MAGIC)) == _MAGIC else end
    while len(head := pack.read(at, _HEAD.size)) == _HEAD.size and not head.startswith(_END):
        key, checksum, size = _HEAD.unpack(head)
        start, at = at + _HEAD.size, at + _HEAD.size + size
        if at <= end:
            yield _LISTED.pack(key, checksum, size, start)


def _listed(pack: Pack, end: int) -> bytes:
    """Return the list of a pack's entries, if it is whole."""
    tail = pack.read(max(0, end - _TAIL.size), _TAIL.size)
    if len(tail) < _TAIL.size:
        return b""
    checksum, size, mark = _TAIL.unpack(tail)
    if mark != _END or size > end - len(tail):
        return b""
    listed = pack.read(end - _TAIL.size - size, size)
    return listed.removeprefix(_END) if _checksum(_END, listed) == checksum else b""


def whole(key: bytes, place: Place) -> bytes:
    """Return the content of an entry.

    Raises ValueError when it is damaged.
    """
    content = place.pack.read(place.at, place.size)
    if _checksum(key, content) != place.checksum:
        raise ValueError("damaged")
    return content


class NewPack:
    """A pack that is being written; it appears whole in its folder or, where that has no room for it, not at all."""

    def __init__(self, folder: Path) -> None:
        make_cache(folder)
        for path in folder.glob(f"*{_UNFINISHED}"):
            if path.stat().st_mtime < time() - _DAY:  # of a build that was killed
                path.unlink(missing_ok=True)
        self._folder = folder
        descriptor, name = mkstemp(dir=folder, suffix=_UNFINISHED)
        self.pack, self._end = Pack(descriptor, Path(name)), len(_MAGIC)
        self._list = bytearray()
        self.pack.put(_MAGIC, 0)

    def add(self, key: bytes, content: bytes) -> Place:
        """Write an entry, and return where it stands."""
        start = self._end + _HEAD.size
        checksum = _checksum(key, content)
        entry = _HEAD.pack(key, checksum, len(content)) + content
        self.pack.put(entry, self._end)
        self._list += _LISTED.pack(key, checksum, len(content), start)
        self._end += len(entry)
        return Place(self.pack, start, len(content), checksum)

    def finish(self) -> Path:
        """List its entries at its end, in order of their keys, and give it its name, which comes after those of older ones."""
        rows = (self._list[at : at + _LISTED.size] for at in range(0, len(self._list), _LISTED.size))
        listed = _END + b"".join(sorted(rows))
        self.pack.put(listed + _TAIL.pack(_checksum(_END, listed), len(listed), _END), self._end)
        path = self._folder / f"{time_ns():020}-{os.getpid()}{SUFFIX}"
        self.pack.path = self.pack.path.replace(path)
        return path

    def discard(self) -> None:
        """Leave nothing of it but what is held."""
        self.pack.path.unlink(missing_ok=True)


def make_cache(folder: Path) -> None:
    """Make a folder that nobody commits."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / IGNORED).write_text("*\n")


def _checksum(key: bytes, content: bytes) -> bytes:
    return blake2b(content, digest_size=16, key=key).digest()
