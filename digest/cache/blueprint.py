"""What the pages that show articles were planned from: enough to make them again after an edit that changes no other page.

Pages are planned from the outlines of articles, and so alike whatever the pieces hold that are folded. A page that was
planned from a piece which is no article's own is not known here.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path
from struct import Struct, unpack
from typing import Any, NamedTuple

import msgspec
from msgspec import structs

from digest.cache.pack import Pack
from digest.cache.stock import Row
from digest.cache.whole import SUM, checksum_of, grouped, read_whole, summed, write_whole
from digest.model.folded import Folded
from digest.model.names import EntityType
from digest.model.passed_on import PassedOn
from digest.model.problem import Problem
from digest.model.report import Report

GONE = bytes(28)  # where a page stands that is no more
WHOLE, SHARED = -1, -2  # the place of an article among its pieces, and that of what is told of it on many pages
PLACE = Struct("<QI16s")  # where something stands, how long it is, and its checksum
PAIR = Struct("<Ih")  # an article, and the place of a piece of it; or a page, and the place of the piece that it shows
_PIECE = Struct("<II16s")  # bytes, entries, mark
_SUFFIX, _AMENDED, DATA = ".plan", ".amended", ".pages"
_LARGE = ("pages", "leaves", "shared")
_FEW = 500  # articles
Piece = tuple[int, int, bytes]
Rows = Sequence[tuple[bytes, Row]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What a build is given: a mark of all beside the articles, the site as it stands too, the content folder, and the clocks."""

    surroundings: bytes
    content: Rows
    opened: int
    now: datetime


class Drawn(msgspec.Struct, array_like=True):
    """An article when pages were planned: its file, the keys of its results, its outline, its pieces, the pages that use them.

    The first of its pieces are `passed_on`. The outline is `told` at a place of the plan's file of data, in so many bytes; `mark`
    tells all of the article from others.
    """

    path: str
    row: Row
    loaded: bytes
    analysed: bytes
    outline: bytes
    told: tuple[int, int]
    mark: bytes
    id: str
    slug: str
    problems: tuple[Problem, ...]
    sections: bytes
    passed_on: tuple[str, ...]
    folded: bytes
    used: bytes = b""

    @property
    def written_sections(self) -> Piece:
        """The length in bytes and entries, and the mark, of its sections."""
        return _PIECE.unpack(self.sections)

    @property
    def pieces(self) -> Sequence[Piece]:
        """The length in bytes and entries, and the mark, of each piece."""
        return list(_PIECE.iter_unpack(self.folded))

    @property
    def sizes(self) -> Sequence[int]:
        """The length in bytes of each piece."""
        return unpack(f"<{len(self.folded) // 4}I", self.folded)[:: _PIECE.size // 4]

    def piece(self, place: int) -> Piece:
        """Return those of one piece."""
        return _PIECE.unpack_from(self.folded, place * _PIECE.size)

    @property
    def uses(self) -> Iterator[tuple[int, int]]:
        """The numbers of the pages that show it, and the places of the pieces that they show."""
        return PAIR.iter_unpack(self.used)


def folded(pieces: Sequence[PassedOn | Folded[Any]]) -> bytes:
    """Write the lengths and marks of pieces; what is passed on stands in the plan itself, and takes no room."""
    sizes = ((0, 0) if isinstance(piece, PassedOn) else (piece.size, piece.length) for piece in pieces)
    return b"".join(_PIECE.pack(*size, piece.mark) for size, piece in zip(sizes, pieces, strict=True))


class Leaf(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A page when it was planned: its place, and a mark of all that it is made from; `group` is the key of its group, if any."""

    permalink: str
    updated: str | None
    listed: bool
    mark: bytes
    group: bytes


class IndexPart(msgspec.Struct, array_like=True, frozen=True):
    """A part of the search index: its key, and its articles, the oldest first, by their numbers and the marks of their words."""

    key: bytes
    articles: list[int]
    marks: list[bytes]


class Blueprint(msgspec.Struct, array_like=True):
    """All of a plan: what it depends on beside articles, the clocks when it was made, other files of the content folder.

    Pages and articles have numbers that stay; some have none any more. `stale` pages were made again since they were planned.
    """

    surroundings: bytes
    opened: int
    now: datetime
    site: str
    data: str
    others: dict[bytes, Row]
    pages: bytes
    leaves: bytes
    stale: list[int]
    shared: bytes
    articles: list[Drawn | None]
    report: Report
    index: list[IndexPart]
    remembered: int  # bytes
    drawn: int  # bytes of data, when all was planned
    types: dict[str, EntityType] = {}  # of names without one in the articles that were edited since

    def holds(self, given: Circumstances) -> bool:
        """Say whether a build that is given this would plan alike if no article had changed."""
        until = self.report.until
        return self.surroundings == given.surroundings and self.now <= given.now and (until is None or given.now < until)

    def article(self, number: int) -> Drawn:
        """Return the article of a number.

        Raises LookupError when there is none any more.
        """
        if found := self.articles[number]:
            return found
        raise LookupError(number)

    def has(self, page: int) -> bool:
        """Say whether there still is a page of a number."""
        return self.pages[page * PLACE.size : (page + 1) * PLACE.size] != GONE

    def size(self, folder: Path) -> int:
        """Return how many bytes of data there are.

        Raises OSError when there are none.
        """
        return (folder / self.data).stat().st_size

    def open(self, folder: Path) -> "Data":
        """Open the file of what pages were planned from."""
        return Data(Pack(os.open(folder / self.data, os.O_RDONLY | os.O_CLOEXEC), folder / self.data), self.pages, self.shared)


class Data(NamedTuple):
    """What pages were planned from: that of each page, and what several share."""

    pack: Pack
    pages: bytes
    shared: bytes

    def of_page(self, number: int) -> bytes:
        """Return what a page was planned from.

        Raises ValueError when that is damaged, or not known.
        """
        return self._read(self.pages, number)

    def of_several(self, number: int) -> tuple[bytes, bytes]:
        """Return what several pages share, and its mark, which is the checksum of what was written; it raises the same."""
        return self._read(self.shared, number), self.shared[(number + 1) * PLACE.size - SUM : (number + 1) * PLACE.size]

    def _read(self, places: bytes, number: int) -> bytes:
        at, size, checksum = PLACE.unpack_from(places, number * PLACE.size)
        found = self.pack.read(at, size)
        if not size or summed(found) != checksum:
            raise ValueError("damaged, or not known")
        return found


class _Amended(msgspec.Struct, array_like=True):
    """What became of the plan that has a checksum: all but what pages were planned from, and articles by number."""

    drawn: bytes
    plan: Blueprint
    articles: dict[int, Drawn | None]


class PlanStore:
    """Where the plan of an output folder is kept: as it was drawn and, in a file of its own, what a few edits made of it.

    So an edit need not write again what is told of all other articles.
    """

    def __init__(self, *, folder: Path, name: str) -> None:
        self.folder, self.name = folder, name
        self._drawn: Blueprint | None = None

    @property
    def path(self) -> Path:
        """The file of the plan as it was drawn."""
        return self.folder / f"{self.name}{_SUFFIX}"

    @property
    def _amendments(self) -> Path:
        return self.folder / f"{self.name}{_AMENDED}"

    def read(self) -> Blueprint | None:
        """Return the plan, if there is one and it is whole."""
        with suppress(msgspec.MsgspecError, OSError):
            for first in (parts := read_whole(self.path)):
                articles = chain.from_iterable(msgspec.msgpack.decode(part, type=list[Drawn | None]) for part in parts)
                self._drawn = structs.replace(msgspec.msgpack.decode(first, type=Blueprint), articles=list(articles))
                return self._amended(self._drawn)
        return None

    def _amended(self, drawn: Blueprint) -> Blueprint:
        """Return what edits made of a plan; where that is lost, the site no longer is the one of the plan, which tells itself."""
        for part in read_whole(self._amendments):
            found = msgspec.msgpack.decode(part, type=_Amended)
            if found.drawn == checksum_of(self.path):
                articles = [found.articles.get(number, article) for number, article in enumerate(drawn.articles)]
                return structs.replace(found.plan, **_large(drawn), articles=articles)
        return drawn

    def write(self, blueprint: Blueprint) -> None:
        """Keep a plan in the place of the one before."""
        changed = self._changed(blueprint)
        if changed is None:
            write_whole(self.path, chain([structs.replace(blueprint, articles=[])], grouped(blueprint.articles)))
            self._amendments.unlink(missing_ok=True)
        else:
            small = structs.replace(blueprint, **dict.fromkeys(_LARGE, b""), articles=[])
            write_whole(self._amendments, [_Amended(checksum_of(self.path), small, changed)])
        for other in self.folder.glob(f"{self.name}-*{DATA}"):
            if other.name != blueprint.data:
                other.unlink(missing_ok=True)

    def _changed(self, now: Blueprint) -> dict[int, Drawn | None] | None:
        """Return the articles that changed since a plan was drawn, if they are few and that is all that is large in it."""
        drawn = self._drawn
        if (
            drawn is None
            or len(now.articles) != len(drawn.articles)
            or any(_large(now)[key] is not _large(drawn)[key] for key in _LARGE)
        ):
            return None
        pairs = zip(now.articles, drawn.articles, strict=True)
        changed = {number: article for number, (article, before) in enumerate(pairs) if article is not before}
        return changed if len(changed) <= _FEW else None

    def forget(self) -> None:
        """Keep none."""
        for path in (self.path, self._amendments, *self.folder.glob(f"{self.name}-*{DATA}")):
            path.unlink(missing_ok=True)


def _large(blueprint: Blueprint) -> dict[str, bytes]:
    """Return what of a plan is as large as there are pages, and stays as it was drawn."""
    return {name: getattr(blueprint, name) for name in _LARGE}
