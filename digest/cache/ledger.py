"""What stands in an output folder as a build of ours left it, told by size, times and number, else by content."""

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from hashlib import blake2b
from io import FileIO
from pathlib import Path
from shutil import rmtree
from typing import Self

import msgspec

from digest.cache.pack import make_cache
from digest.cache.stock import is_older

_SUM = 16  # bytes
_SUFFIX = ".ledger"


class Entry(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A file as it was seen last, and the checksum of what was written to it."""

    checksum: bytes
    size: int
    mtime: int
    ctime: int
    inode: int
    mode: int

    @classmethod
    def of(cls, found: os.stat_result, checksum: bytes) -> Self:
        """Enter a file whose content has a checksum."""
        return cls(checksum, found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_mode)


class _Book(msgspec.Struct, array_like=True):
    """All files of an output folder; what changed on its disk at the time of `closed` or after it differs in its times."""

    folder: bytes
    closed: int
    files: dict[str, Entry]


class Ledger:
    """The ledger of an output folder; `twin` is where its former site is kept.

    It may be lost or damaged: then nothing is taken to stand.
    """

    def __init__(self, cache: Path, output: Path) -> None:
        self._cache, self._place = cache, f"{output}{os.sep}"
        self._folder = os.fsencode(os.path.relpath(output, cache))  # so that it is known again where all the project has moved
        name = blake2b(self._folder, digest_size=8).hexdigest()
        self.name = name
        self._path, self.twin = cache / f"{name}{_SUFFIX}", cache / f"{name}.twin"

    @cached_property
    def _book(self) -> _Book:
        book = _read(self._path)
        return book if book and book.folder == self._folder else _Book(self._folder, 0, {})

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing is known of the folder."""
        return not self._book.files

    @property
    def entries(self) -> Mapping[str, Entry]:
        """What is known of each file, by path."""
        return self._book.files

    def entry(self, path: str) -> Entry | None:
        """Return what is known of a file."""
        return self._book.files.get(path)

    def is_whole(self, files: int) -> bool:
        """Tell whether it knows so many files and all of them stand."""
        known = self._book.files
        return len(known) == files and all(self.stands(path, entry.checksum) for path, entry in known.items())

    def checksum(self) -> bytes:
        """Return the checksum of the ledger as it was written last.

        Raises OSError when there is none.
        """
        with self._path.open("rb") as file:
            return file.read(_SUM)

    def stands(self, path: str, checksum: bytes) -> bool:
        """Tell whether a file of ours stands there whose content has a checksum.

        What looks as it was left is not read, unless it is so young that a change in the same moment would not show.
        """
        entry = self._book.files.get(path)
        if entry is None or entry.checksum != checksum:
            return False
        with suppress(OSError):
            found = Entry.of(os.lstat(self._place + path), checksum)
            if found == entry and is_older(max(entry.mtime, entry.ctime), self._book.closed):
                return True
            if (found.mode, found.size) == (entry.mode, entry.size) and _checksum_of(self._place + path) == checksum:
                self._book.files[path] = found
                return True
        return False

    def keep(self, files: Mapping[str, Entry], closed: int) -> None:
        """Remember the files of a new site, which was complete at a time of its disk; forget sites whose folders are gone."""
        self._book = _Book(self._folder, closed, dict(files))
        with suppress(OSError):
            make_cache(self._cache)
            content = msgspec.msgpack.encode(self._book)
            fresh = self._path.with_suffix(".new")
            fresh.write_bytes(summed(content) + content)
            fresh.replace(self._path)
        for path in set(self._cache.glob(f"*{_SUFFIX}")) - {self._path}:
            book = _read(path)
            if not book or not (self._cache / os.fsdecode(book.folder)).exists():
                _forget(path)

    def forget(self) -> None:
        """Remove what is remembered, and the former site."""
        _forget(self._path)


def summed(content: bytes | memoryview) -> bytes:
    """Return the checksum of a file's content."""
    return blake2b(content, digest_size=_SUM).digest()


def _forget(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
    rmtree(path.with_suffix(".twin"), ignore_errors=True)


def _read(path: Path) -> _Book | None:
    with suppress(OSError, msgspec.MsgspecError, ValueError):
        content = memoryview(path.read_bytes())
        if summed(content[_SUM:]) == content[:_SUM]:
            return msgspec.msgpack.decode(content[_SUM:], type=_Book)
    return None


def _checksum_of(path: str) -> bytes | None:
    """Return the checksum of a regular file's content."""
    with FileIO(path, opener=_unfollowed) as file:
        return summed(file.readall()) if stat.S_ISREG(os.fstat(file.fileno()).st_mode) else None


def _unfollowed(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
