"""What stands in an output folder as a build of ours left it, told by size, times and number, else by content."""

import os
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from hashlib import blake2b
from io import FileIO
from pathlib import Path
from shutil import rmtree
from types import MappingProxyType
from typing import Self, TypeVar

import msgspec
from msgspec import structs

from digest.cache.pack import make_cache
from digest.cache.stock import clock, is_older, opened
from digest.cache.whole import checksum_of, grouped, read_whole, summed, write_whole

MANIFEST = ".digest-manifest"  # lists our files in a site
_SUFFIX = ".ledger"
_MANY = 1000  # files: they are looked at in the time that another process takes to begin
Seen = TypeVar("Seen")


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


class Twin(msgspec.Struct, array_like=True, frozen=True):
    """The former site: the times at which its folders changed, its files that the site lacks, and the reverse."""

    times: dict[str, int] = {}
    gone: list[str] = []
    fresh: list[str] = []


class _Book(msgspec.Struct, array_like=True):
    """All files of an output folder; what changed on its disk at the time of `closed` or after it differs in its times.

    `strangers` are the user's files among them, `times` those at which anything in a folder came, went or got another name, and
    at which the list of our files changed; these are empty where they are not known.
    """

    folder: bytes
    closed: int
    files: dict[str, Entry]
    strangers: list[str] = []
    times: dict[str, int] = {}
    twin: Twin = Twin()

    def parts(self) -> Iterator[object]:
        """Yield it as parts of a file: what is not large, then the files, then the times."""
        yield structs.replace(self, files={}, times={})
        yield len(self.files)
        yield from map(dict, grouped(self.files.items()))
        yield from map(dict, grouped(self.times.items()))

    @classmethod
    def of(cls, parts: Iterator[memoryview]) -> Self | None:
        """Put the parts together, if there are any."""
        for first in parts:
            book, many = msgspec.msgpack.decode(first, type=cls), msgspec.msgpack.decode(next(parts), type=int)
            for part in parts:
                if len(book.files) < many:
                    book.files.update(msgspec.msgpack.decode(part, type=dict[str, Entry]))
                else:
                    book.times.update(msgspec.msgpack.decode(part, type=dict[str, int]))
            return book
        return None


class _Files(msgspec.Struct, array_like=True):
    """Whether all files of a ledger stand, and what is known now of those that were read again."""

    stand: bool
    again: dict[str, Entry]


class _Folders(msgspec.Struct, array_like=True):
    """What is outermost in the site; then, whether nothing came into its folders or those of its twin, or left them."""

    outermost: list[tuple[str, int]]
    of_site: bool
    of_twin: bool


class Ledger:
    """The ledger of an output folder; `twin` is where its former site is kept.

    It may be lost or damaged: then nothing is taken to stand. What looks at the files and at the folders may do so ahead, in
    other processes of this program, which send what `look_at_files` and `look_at_folders` saw: `seen_files` and `seen_folders`
    wait for that.
    """

    def __init__(self, cache: Path, output: Path) -> None:
        self._cache, self._place = cache, f"{output}{os.sep}"
        self._folder = os.fsencode(os.path.relpath(output, cache))  # so that it is known again where all the project has moved
        self.name = blake2b(self._folder, digest_size=8).hexdigest()
        self._path, self.twin = cache / f"{self.name}{_SUFFIX}", cache / f"{self.name}.twin"
        self.seen_files: Callable[[], bytes] = bytes
        self.seen_folders: Callable[[], bytes] = bytes
        self._outermost: Collection[tuple[str, int]] = frozenset()

    @cached_property
    def _book(self) -> _Book:
        book = _read(self._path)
        return book if book and book.folder == self._folder else _Book(self._folder, 0, {})

    @property
    def is_large(self) -> bool:
        """Tell whether to look at all that it knows takes so long that another process had better do it."""
        return len(self._book.files) > _MANY

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
        if len(self._book.files) != files:
            return False
        seen = _decoded(self.seen_files(), _Files) or self._files()
        self._book.files |= seen.again
        return seen.stand

    def look_at_files(self) -> bytes:
        """Look whether all files stand."""
        return msgspec.msgpack.encode(self._files())

    def _files(self) -> _Files:
        known = self._book.files
        with suppress(OSError):
            otherwise = self._otherwise()
            stand = all(self.stands(path, known[path].checksum) for path in otherwise)
            return _Files(stand=stand, again={path: known[path] for path in otherwise})
        return _Files(stand=False, again={})

    def _otherwise(self) -> list[str]:
        """List the files that look otherwise than they were left, or are too young to tell.

        Raises OSError when one is missing.
        """
        known, closed = self._book.files.items(), self._book.closed
        with opened(self._place) as place:
            looked = ((path, entry, os.stat(path, dir_fd=place, follow_symlinks=False)) for path, entry in known)
            return [
                path
                for path, entry, found in looked
                if found.st_ctime_ns != entry.ctime or found.st_ino != entry.inode or not is_older(entry.ctime, closed)
            ]

    def look_at_folders(self) -> bytes:
        """Look whether anything came into the folders of the site or those of its twin, or left them.

        Raises OSError when there is no site.
        """
        site, times = Path(self._place), self._book.times
        outermost = sorted(names_in(site))  # first, so that the look shows what came before
        seen = _Folders(outermost=outermost, of_site=_are_as_before(site, times), of_twin=self._is_former(self.twin))
        return msgspec.msgpack.encode(seen)

    def strangers(self, place: Path) -> Sequence[str] | None:
        """Return the user's files in the output folder, if nothing came into it since it was looked at, or left it."""
        if not self._book.times or place.is_symlink():
            return None
        with suppress(OSError):
            seen = _decoded(self.seen_folders(), _Folders)
            self._outermost = frozenset(seen.outermost) if seen else names_in(place)
            is_as_before = seen.of_site if seen else _are_as_before(place, self._book.times)
            return self._book.strangers if is_as_before else None
        return None

    def former(self, place: Path) -> Twin | None:
        """Return what is known of the twin, which was moved to a place, if nothing came into it since, or left it."""
        seen = _decoded(self.seen_folders(), _Folders)
        return self._book.twin if (seen.of_twin if seen else self._is_former(place)) else None

    def _is_former(self, place: Path) -> bool:
        twin, fresh = self._book.twin, frozenset(self._book.twin.fresh)
        inner = {path: time for path, time in twin.times.items() if path}  # the outermost was moved, and is told by what is in it
        shared = [path for path in self._book.files if path not in fresh]
        names = {path.partition("/")[0] for path in (*shared, *twin.gone)} | {MANIFEST}
        with suppress(OSError):
            if twin.times and names == {entry.name for entry in place.iterdir()} and _are_as_before(place, inner):
                above = (path for path in shared if "/" not in path)
                return all(os.lstat(place / path).st_ino == self._book.files[path].inode for path in above)
        return False

    def stayed(self, place: Path) -> bool:
        """Say whether the output folder, which was moved to a place since, still holds what it held when it was looked at."""
        inner = {path: time for path, time in self._book.times.items() if path}
        return names_in(place) == self._outermost and _are_as_before(place, inner)

    def checksum(self) -> bytes:
        """Return the checksum of the ledger as it was written last.

        Raises OSError when there is none.
        """
        return checksum_of(self._path)

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

    def keep(
        self,
        files: dict[str, Entry],
        closed: int,
        strangers: Sequence[str] | None = None,
        folders: Mapping[str, int | None] = MappingProxyType({}),
    ) -> None:
        """Remember the files of a new site, which was complete at a time of its disk; forget sites whose folders are gone.

        `strangers` are the user's files in it, where it is known that there are no others; `folders` are those of our files, with
        the times of such as are as they were.
        """
        before, self._book = self._book, _Book(self._folder, closed, files)
        self.seen_files = self.seen_folders = bytes  # that was before
        if strangers is not None:
            old = before.files
            changed = [path for path, entry in files.items() if old.get(path) is not entry]
            fresh = [path for path in changed if path not in old or old[path].inode != files[path].inode]
            gone = [path for path in (*fresh, *before.strangers) if path in old or path not in files]
            gone += sorted(old.keys() - files.keys())
            self._book.strangers, self._book.twin = list(strangers), Twin(before.times, gone, fresh)
            with suppress(OSError):
                self._book.times = self._times(folders, strangers)
        with suppress(OSError):
            make_cache(self._cache)
            write_whole(self._path, self._book.parts())
        for path in set(self._cache.glob(f"*{_SUFFIX}")) - {self._path}:
            book = _read(path)
            if not book or not (self._cache / os.fsdecode(book.folder)).exists():
                _forget(path)

    def _times(self, folders: Mapping[str, int | None], strangers: Iterable[str]) -> dict[str, int]:
        """Return the times of all folders; none where one changed in the moment in which it is looked at."""
        looked, root = clock(self._cache), self._place
        known = {path: time for path, time in folders.items() if time is not None}
        changed = {MANIFEST, *(folders.keys() - known.keys())}
        for path in strangers:
            changed.update(folders_above(f"{path}/" if Path(root + path).is_dir() else path))
        found = {path: os.lstat(root + path).st_ctime_ns for path in sorted(changed)}
        return known | found if all(is_older(time, looked) for time in found.values()) else {}

    def forget(self) -> None:
        """Remove what is remembered, and the former site."""
        _forget(self._path)


def names_in(folder: Path) -> frozenset[tuple[str, int]]:
    """Return what is in a folder, each with its number."""
    with os.scandir(folder) as entries:
        return frozenset((entry.name, entry.inode()) for entry in entries)


def _are_as_before(place: Path, times: Mapping[str, int]) -> bool:
    with suppress(OSError), opened(place) as root:
        return all(os.stat(path or ".", dir_fd=root, follow_symlinks=False).st_ctime_ns == time for path, time in times.items())
    return False


def _decoded(seen: bytes, kind: type[Seen]) -> Seen | None:
    """Read what another process saw, if it said so."""
    with suppress(msgspec.MsgspecError):
        return msgspec.msgpack.decode(seen, type=kind)
    return None


def folders_above(path: str) -> Iterator[str]:
    """Yield the folders that a path stands in, the outermost first."""
    at = path.find("/")
    while at >= 0:
        yield path[:at]
        at = path.find("/", at + 1)


def _forget(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
    rmtree(path.with_suffix(".twin"), ignore_errors=True)


def _read(path: Path) -> _Book | None:
    with suppress(msgspec.MsgspecError):
        return _Book.of(read_whole(path))
    return None


def _checksum_of(path: str) -> bytes | None:
    """Return the checksum of a regular file's content."""
    with FileIO(path, opener=_unfollowed) as file:
        return summed(file.readall()) if stat.S_ISREG(os.fstat(file.fileno()).st_mode) else None


def _unfollowed(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
