"""The runs of articles of which each has a search index of its own, and where what is made of them is remembered."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import msgspec

from digest.cache.ledger import Ledger
from digest.cache.pack import IGNORED, make_cache
from digest.cache.values import mark
from digest.cache.version import version
from digest.cache.whole import read_whole, write_whole
from digest.errors import DamagedError
from digest.model.library import Library
from digest.search.pagefind import Made
from digest.search.searchable import Searchable, address, searchable, sources, words

# A reader's browser asks for three small files of each part, so there are some thirty at most; and a part has fewer articles
# than cost Pagefind a second.
_USUAL, _MOST = 384, 32
_FOLDER, _INDEX, _ARTICLES = "search", ".index", ".articles"


class Described(NamedTuple):
    """An article of an index, by its path, its words' mark, its address and the name of its source."""

    path: str
    words: bytes
    permalink: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A run of articles with an index of its own, under a key of all that this is made from; the articles are read when it is."""

    key: bytes
    described: Sequence[Described]
    articles: Callable[[], Sequence[Searchable]]


def part_of(language: str, described: Sequence[Described], articles: Callable[[], Sequence[Searchable]]) -> Part:
    """Return the part of some articles; the version of the program, which is in its key, covers Pagefind's too."""
    key = mark((language, [(one.words, one.permalink, one.source) for one in described]), version())
    return Part(key=key, described=described, articles=articles)


def cut(addresses: Sequence[str]) -> Iterator[slice]:
    """Yield the runs that have an index of their own, of the addresses of articles by date, the oldest first.

    Where a run ends is told by the addresses there, so an article that comes or goes changes the run that it is in, and rarely
    the next one; all are cut anew where there are twice as many as they were cut for.
    """
    usual = max(_USUAL, 1 << (len(addresses) // _MOST).bit_length())
    first = 0
    for end, one in enumerate(addresses, 1):
        length, fewest = end - first, usual // 2
        may_end = length >= fewest and len(addresses) > usual
        is_end = int.from_bytes(blake2b(one.encode("utf-8", "replace"), digest_size=4).digest()) % fewest == 0
        if (may_end and is_end) or length == 2 * usual or end == len(addresses):
            yield slice(first, end)
            first = end


def parts_of(library: Library, language: str) -> Sequence[Part]:
    """Return the parts of a library's index, that of the oldest articles first."""
    by_date, named = library.articles[::-1], sources(library)
    described = [Described(one.path, words(one), address(one), named[one.path]) for one in by_date]

    def read(run: slice) -> Sequence[Searchable]:
        return [searchable(one, named[one.path]) for one in by_date[run]]

    runs = cut([one.permalink for one in described])
    return [part_of(language, described[run], partial(read, run)) for run in runs]


class PartStore:
    """Where the index of each part of a site is remembered, and beside it the articles that it is of: a folder for each site."""

    def __init__(self, cache: Path, site: Path) -> None:
        self._folder = cache / _FOLDER / Ledger(cache, site).name
        self._held: dict[bytes, Made] = {}  # what could not be written

    def _path(self, key: bytes, suffix: str = _INDEX) -> Path:
        return self._folder / f"{key.hex()}{suffix}"

    def has(self, key: bytes) -> bool:
        """Say whether there is something under a key, which may be damaged."""
        return key in self._held or self._path(key).exists()

    def made(self, key: bytes) -> Made | None:
        """Return what Pagefind made of a part, if that is whole."""
        with suppress(msgspec.MsgspecError):
            for content in read_whole(self._path(key)):
                return msgspec.msgpack.decode(content, type=Made)
        return self._held.get(key)

    def whole(self, key: bytes) -> Made:
        """Return it.

        Raises DamagedError when it is not whole.
        """
        if made := self.made(key):
            return made
        hint = "build again: it is made again then"
        raise DamagedError("the search index that digest remembers was damaged while it was at work", hint=hint)

    def articles(self, key: bytes) -> Sequence[Searchable]:
        """Return the articles of a part.

        Raises ValueError when they are not whole.
        """
        for content in read_whole(self._path(key, _ARTICLES)):
            return msgspec.msgpack.decode(content, type=list[Searchable])
        raise ValueError("not whole")

    def keep(self, key: bytes, made: Made) -> None:
        """Remember a part; where nothing can be written, as long as this one is there."""
        try:
            self._write(self._path(key), made)
        except OSError:
            self._held[key] = made

    def keep_articles(self, key: bytes, articles: Sequence[Searchable]) -> None:
        """Remember the articles of a part, if they can be written."""
        with suppress(OSError):
            self._write(self._path(key, _ARTICLES), articles)

    def _write(self, path: Path, value: object) -> None:
        make_cache(self._folder)
        write_whole(path, [value])

    def leave(self, keys: Iterable[bytes]) -> None:
        """Forget all parts but these."""
        left = {IGNORED, *(self._path(key, suffix).name for key in keys for suffix in (_INDEX, _ARTICLES))}
        with suppress(OSError):
            for path in list(self._folder.iterdir()):
                if path.name not in left:
                    path.unlink()
