"""Files that are taken for what was written to them, or for nothing: a checksum stands before the content."""

from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

SUM = 16  # bytes


def summed(content: bytes | memoryview) -> bytes:
    """Return the checksum of some content."""
    return blake2b(content, digest_size=SUM).digest()


def read_whole(path: Path) -> memoryview | None:
    """Return what was written to a file, if it is there and whole."""
    with suppress(OSError):
        content = memoryview(path.read_bytes())
        return content[SUM:] if summed(content[SUM:]) == content[:SUM] else None
    return None


def write_whole(path: Path, content: bytes) -> None:
    """Write a file in the place of the one before, in one step.

    Raises OSError when it cannot be written.
    """
    fresh = path.with_name(f"{path.name}.new")
    with fresh.open("wb") as file:
        file.write(summed(content))
        file.write(content)
    fresh.replace(path)
