"""Files that are taken for what was written to them, or for nothing: a checksum stands before their parts.

A large one is written and read part by part, so that never all of it is in memory as bytes.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from struct import Struct
from typing import TypeVar

import msgspec

One = TypeVar("One")
SUM = 16  # bytes
_SIZE = Struct("<I")
_GROUP = 1000  # entries


def summed(content: bytes | memoryview) -> bytes:
    """Return the checksum of some content."""
    return blake2b(content, digest_size=SUM).digest()


def grouped(ones: Iterable[One]) -> Iterator[Sequence[One]]:
    """Yield many entries as parts of a file."""
    rest = iter(ones)
    while group := list(islice(rest, _GROUP)):
        yield group


def write_whole(path: Path, parts: Iterable[object]) -> None:
    """Write a file in the place of the one before, in one step.

    Raises OSError when it cannot be written.
    """
    fresh, total = path.with_name(f"{path.name}.new"), blake2b(digest_size=SUM)
    with fresh.open("wb") as file:
        file.write(total.digest())
        for part in parts:
            content = msgspec.msgpack.encode(part)
            for piece in (_SIZE.pack(len(content)), content):
                total.update(piece)
                file.write(piece)
        file.seek(0)
        file.write(total.digest())
    fresh.replace(path)


def checksum_of(path: Path) -> bytes:
    """Return the checksum that stands before the parts of a file.

    Raises OSError when there is none.
    """
    with path.open("rb") as file:
        return file.read(SUM)


def read_whole(path: Path) -> Iterator[memoryview]:
    """Yield the parts of a file, if it is there and whole."""
    try:
        content = memoryview(path.read_bytes())
    except OSError:
        return
    if summed(content[SUM:]) == content[:SUM]:
        at = SUM
        while at < len(content):
            end = at + _SIZE.size + _SIZE.unpack_from(content, at)[0]
            yield content[at + _SIZE.size : end]
            at = end
