"""Results that became files of the site: what is remembered of these is their checksum, since the site has their content."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from digest.cache.ledger import Ledger
from digest.cache.packs import Packs
from digest.cache.traces import Parts
from digest.cache.whole import summed
from digest.model.page import Output, Standing, Summed

Found = Callable[[str, bytes], Output | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """Where a result was to stand, and the checksum of its content."""

    path: str
    checksum: bytes


class Pages:
    """What is remembered in packs, but for files of the site: `found` gives these by path and checksum, if they stand there."""

    def __init__(self, packs: Packs, found: Found) -> None:
        self._packs, self._found = packs, found

    def get(self, key: bytes, kind: type) -> object | None:
        """Return what is remembered under a key, if it is whole, of the type and, as a file, in the site."""
        mark = self._packs.get(key, _Mark) if kind is Output else None
        return self._found(mark.path, mark.checksum) if isinstance(mark, _Mark) else self._packs.get(key, kind)

    def put(self, key: bytes, value: object, task: str, parts: Parts) -> object:
        """Remember a value as the result of a task, and what it was made from; return it, a file with its checksum."""
        if not isinstance(value, Output):
            return self._packs.put(key, value, task, parts)
        checksum = value.checksum if isinstance(value, Summed) else summed(value.content)
        self._packs.put(key, _Mark(path=value.path, checksum=checksum), task, parts)
        return value if isinstance(value, Summed) else Summed(path=value.path, content=value.content, checksum=checksum)

    def parts(self, task: str) -> Parts | None:
        """Return what the result of a task was made from when it was made last."""
        return self._packs.parts(task)

    def keep(self, used: Collection[bytes] | None) -> Collection[bytes]:
        """Save what was put, and forget what is not among `used`, if that is known.

        Return the keys of what lies elsewhere now.
        """
        return self._packs.keep(used)


class WholePages(Pages):
    """The same for a preview, whose files are in no site: those that it makes are remembered whole."""

    def put(self, key: bytes, value: object, task: str, parts: Parts) -> object:
        """Remember and return a value as the result of a task, and what it was made from."""
        return self._packs.put(key, value, task, parts)


def standing(ledger: Ledger) -> Found:
    """Find files where they stand, without reading them."""

    def found(path: str, checksum: bytes) -> Output | None:
        return Standing(path=path, content=b"", checksum=checksum) if ledger.stands(path, checksum) else None

    return found


def read_from(folder: Path) -> Found:
    """Find files by reading them from a site."""
    return partial(_read, folder)


def _read(folder: Path, path: str, checksum: bytes) -> Output | None:
    try:
        content = (folder / path).read_bytes()
    except OSError:
        return None
    return Output(path=path, content=content) if summed(content) == checksum else None
