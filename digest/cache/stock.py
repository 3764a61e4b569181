"""What stands in folders, told by size, time and number of each file as git does it, without reading any."""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from struct import Struct

import msgspec

_TICK, _COARSE_TICK, _SECOND = 20_000_000, 2_000_000_000, 1_000_000_000  # nanoseconds between the times that a disk can tell
Row = bytes  # the size of a file, two times, its number and its mode
_ROW = Struct("<QqqQI")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """What stands there by path, a digest of it, and when the newest of it changed, in nanoseconds."""

    digest: bytes
    newest: int
    rows: Sequence[tuple[bytes, Row]]

    def is_older(self, time: int) -> bool:
        """Tell whether all of it changed so long before a time that a change after that time would show."""
        return is_older(self.newest, time)


def is_older(changed: int, time: int) -> bool:
    """Tell whether something changed so long before a time that a change after that time would show."""
    coarse = changed % _SECOND == 0
    return changed + (_COARSE_TICK if coarse else _TICK) < time


def changed(row: Row) -> int:
    """Return when a file changed."""
    times: tuple[int, int] = _ROW.unpack(row)[1:3]
    return max(times)


def is_as_before(row: Row, before: Row, time: int) -> bool:
    """Tell whether a file is the one that it was at a time, so that a change after that would show."""
    return row == before and is_older(changed(row), time)


def is_folder(row: Row) -> bool:
    """Say whether a file is a folder."""
    return stat.S_ISDIR(_ROW.unpack(row)[4])


def _row(found: os.stat_result) -> Row:
    return _ROW.pack(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_mode)


def stock(folders: Iterable[Path]) -> Stock:
    """Take stock of all that is below some folders, without following links; what is not there counts as nothing.

    Raises OSError for a folder that cannot be looked into.
    """
    return _summed(line for folder in folders if folder.is_dir() for line in _below(str(folder)))


def path_in(folder: Path, name: str) -> bytes:
    """Return the path of a file of a folder as a stock has it."""
    return os.fsencode(f"{folder}{os.sep}{name}")


def stock_of_files(folder: Path, names: Iterable[str]) -> Stock:
    """Take stock of files of a folder.

    Raises OSError when one is missing.
    """
    place = f"{folder}{os.sep}"
    return _summed((name, os.lstat(place + name)) for name in names)


def clock(folder: Path) -> int:
    """Return what time it is on the disk of a folder, which may differ from this machine's."""
    folder.mkdir(parents=True, exist_ok=True)
    mark = folder / "clock"
    mark.write_bytes(b"")
    return mark.stat().st_mtime_ns


@contextmanager
def opened(folder: Path | str) -> Iterator[int]:
    """Open a folder, from which to ask for what is in it: the way to the folder is gone once, not for each file."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _below(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    with opened(folder) as place, os.scandir(place) as entries:
        found = [(f"{folder}{os.sep}{entry.name}", entry.stat(follow_symlinks=False)) for entry in entries]
    yield from found
    for path, one in found:
        if stat.S_ISDIR(one.st_mode):
            yield from _below(path)


def _summed(files: Iterable[tuple[str, os.stat_result]]) -> Stock:
    rows = sorted([(os.fsencode(path), _row(found)) for path, found in files])
    newest = max((changed(row) for _, row in rows), default=0)
    digest = blake2b(msgspec.msgpack.encode(rows), digest_size=16).digest()
    return Stock(digest=digest, newest=newest, rows=rows)
