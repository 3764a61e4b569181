"""One file of many entries, each under a key of 16 bytes; an entry that is not what was written is none."""

import os
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from mmap import ACCESS_READ, mmap
from pathlib import Path
from struct import Struct
from tempfile import NamedTemporaryFile
from time import time, time_ns
from typing import NamedTuple

SUFFIX, _UNFINISHED = ".pack", ".part"
_MAGIC = b"digest cache 1\n"
_HEAD = Struct("<16s16sI")  # key, checksum, length
_DAY = 86_400  # seconds; no build takes longer


class Place(NamedTuple):
    """Where an entry stands, and the checksum that it ought to have."""

    pack: Path
    content: memoryview
    checksum: bytes


def places(path: Path) -> Iterator[tuple[bytes, Place]]:
    """Yield the key and the place of each entry of a pack, as far as it can be read.

    Heads are not read through the map: all of the pack would count as memory of the process.
    """
    with suppress(OSError, ValueError), path.open("rb") as file:
        pack = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
        at = len(_MAGIC) if os.pread(file.fileno(), len(_MAGIC), 0) == _MAGIC else len(pack)
        while len(head := os.pread(file.fileno(), _HEAD.size, at)) == _HEAD.size:
            key, checksum, length = _HEAD.unpack(head)
            start, at = at + _HEAD.size, at + _HEAD.size + length
            if at <= len(pack):
                yield key, Place(path, pack[start:at], checksum)


def whole(key: bytes, place: Place) -> memoryview:
    """Return the content of an entry.

    Raises ValueError when it is damaged.
    """
    if _checksum(key, place.content) != place.checksum:
        raise ValueError("damaged")
    return place.content


class NewPack:
    """A pack that is being written; it appears whole in its folder or, where that has no room for it, not at all."""

    def __init__(self, folder: Path) -> None:
        make_cache(folder)
        for path in folder.glob(f"*{_UNFINISHED}"):
            if path.stat().st_mtime < time() - _DAY:  # of a build that was killed
                path.unlink(missing_ok=True)
        self._folder = folder
        self._file = NamedTemporaryFile(dir=folder, suffix=_UNFINISHED, delete=False)  # noqa: SIM115 - open until it is whole
        self._file.write(_MAGIC)

    def add(self, key: bytes, content: bytes | memoryview) -> None:
        """Write an entry."""
        self._file.write(_HEAD.pack(key, _checksum(key, content), len(content)))
        self._file.write(content)

    def finish(self) -> Path:
        """Give the pack its name, which comes after those of older ones."""
        self._file.close()
        path = self._folder / f"{time_ns():020}-{os.getpid()}{SUFFIX}"
        return Path(self._file.name).replace(path)

    def discard(self) -> None:
        """Leave nothing of it."""
        Path(self._file.name).unlink(missing_ok=True)
        with suppress(OSError):
            self._file.close()


def make_cache(folder: Path) -> None:
    """Make a folder that nobody commits."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ".gitignore").write_text("*\n")


def _checksum(key: bytes, content: bytes | memoryview) -> bytes:
    return blake2b(content, digest_size=16, key=key).digest()
