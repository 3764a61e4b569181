"""What the pages that show articles were planned from: enough to make them again after an edit that changes no other page.

Pages are planned from the outlines of articles, and so alike whatever the pieces hold that are folded. A page that was
planned from a piece which is no article's own is not known here.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from io import BufferedWriter
from itertools import chain
from pathlib import Path
from struct import Struct, error
from time import time_ns
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import structs

from digest.cache.pack import Pack, make_cache
from digest.cache.stock import Row
from digest.cache.values import Plain, Reader, apart, day, marked, sealed
from digest.cache.whole import grouped, read_whole, summed, write_whole
from digest.model.article import Day
from digest.model.folded import Folded
from digest.model.library import Annotated
from digest.model.marked import Marked
from digest.model.page import Later, Page, Sealed, Templated
from digest.model.problem import Problem
from digest.model.report import Report

WHOLE, _SHARED = -1, -2  # the place of an article among its pieces, and that of what is told of it on many pages
_PLACE = Struct("<QI16s")  # where something stands, how long it is, and its checksum
_PAIR = Struct("<Ih")  # an article, and the place of a piece of it; or a page, and the place of the piece that it shows
_PIECE = Struct("<II16s")  # bytes, entries, mark
_SUFFIX, _DATA = ".plan", ".pages"
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
    """An article when pages were planned: its file, the keys of its results, its outline, its pieces, the pages that use them."""

    path: str
    row: Row
    loaded: bytes
    analysed: bytes
    outline: bytes
    id: str
    slug: str
    problems: tuple[Problem, ...]
    folded: bytes
    used: bytes = b""

    @property
    def pieces(self) -> Sequence[Piece]:
        """The length in bytes and entries, and the mark, of each piece."""
        return list(_PIECE.iter_unpack(self.folded))

    def piece(self, place: int) -> Piece:
        """Return those of one piece."""
        return _PIECE.unpack_from(self.folded, place * _PIECE.size)

    @property
    def uses(self) -> Iterator[tuple[int, int]]:
        """The numbers of the pages that show it, and the places of the pieces that they show."""
        return _PAIR.iter_unpack(self.used)


def folded(pieces: Sequence[Folded[Any]]) -> bytes:
    """Write the lengths and marks of pieces."""
    return b"".join(_PIECE.pack(piece.size, piece.length, piece.mark) for piece in pieces)


class Blueprint(msgspec.Struct, array_like=True):
    """All of a plan: what it depends on beside articles, the clocks when it was made, other files of the content folder."""

    surroundings: bytes
    opened: int
    now: datetime
    site: str
    data: str
    others: dict[bytes, Row]
    pages: bytes
    shared: bytes
    articles: list[Drawn]
    report: Report
    remembered: int  # bytes

    def holds(self, given: Circumstances) -> bool:
        """Say whether a build that is given this would plan alike if no article had changed."""
        until = self.report.until
        return self.surroundings == given.surroundings and self.now <= given.now and (until is None or given.now < until)

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

    def of_several(self, number: int) -> bytes:
        """Return what several pages share; it raises the same."""
        return self._read(self.shared, number)

    def _read(self, places: bytes, number: int) -> bytes:
        at, size, checksum = _PLACE.unpack_from(places, number * _PLACE.size)
        found = self.pack.read(at, size)
        if not size or summed(found) != checksum:
            raise ValueError("damaged, or not known")
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStore:
    """Where the plan of an output folder is kept."""

    folder: Path
    name: str

    @property
    def path(self) -> Path:
        """The file of the plan."""
        return self.folder / f"{self.name}{_SUFFIX}"

    def read(self) -> Blueprint | None:
        """Return the plan, if there is one and it is whole."""
        with suppress(msgspec.MsgspecError):
            for first in (parts := read_whole(self.path)):
                articles = chain.from_iterable(msgspec.msgpack.decode(part, type=list[Drawn]) for part in parts)
                return structs.replace(msgspec.msgpack.decode(first, type=Blueprint), articles=list(articles))
        return None

    def write(self, blueprint: Blueprint) -> None:
        """Keep a plan in the place of the one before."""
        write_whole(self.path, chain([structs.replace(blueprint, articles=[])], grouped(blueprint.articles)))
        for other in self.folder.glob(f"{self.name}-*{_DATA}"):
            if other.name != blueprint.data:
                other.unlink(missing_ok=True)

    def forget(self) -> None:
        """Keep none."""
        for path in (self.path, *self.folder.glob(f"{self.name}-*{_DATA}")):
            path.unlink(missing_ok=True)


class _Origin(NamedTuple):
    """An article of a plan that is being drawn."""

    drawing: "Drawing"
    number: int


class Drawing:
    """A plan that is being drawn, page by page."""

    def __init__(self, store: PlanStore) -> None:
        self._store, self.data = store, f"{store.name}-{time_ns():020}-{os.getpid()}{_DATA}"
        self.annotated: list[Annotated] = []
        self._numbers: dict[str, int] = {}
        self._uses: list[bytearray] = []
        self._pages, self._shared = bytearray(), bytearray()
        self._told: dict[bytes | None, int] = {}  # the numbers of what is shared, by mark
        self._file: BufferedWriter | None = None
        self._at = 0
        self.is_possible = True
        self.site = ""
        self.problems: Sequence[Problem] = ()

    def begin(self, site: str, annotated: Iterable[Annotated], problems: Sequence[Problem]) -> None:
        """Give each article and its pieces their numbers; `problems` are those of reading them."""
        self.site, self.annotated, self.problems = site, list(annotated), problems
        for number, one in enumerate(self.annotated):
            self._uses.append(bytearray())
            self._numbers[one.path] = number
            origin = _Origin(self, number)
            for place, piece in enumerate(one.pieces):
                piece.origin, piece.place = origin, place

    def draw(self, permalink: str, updated: Day, body: Sealed) -> None:
        """Remember what a page is planned from, if it shows an article; where nothing can be written, there will be no plan."""
        if body.pieces and self.is_possible:
            try:
                self._draw(permalink, updated, body)
            except OSError:
                self.is_possible = False

    def _draw(self, permalink: str, updated: Day, body: Sealed) -> None:
        used = [self._place(piece) for piece in body.pieces]
        place, content = len(self._pages) // _PLACE.size, b""
        # A piece that is no article's own was joined of several of one, whose page shows it too, and so cannot be read either.
        if all(number >= 0 for number, _ in used):
            pairs = b"".join(_PAIR.pack(*one) for one in used)
            day = updated.isoformat() if updated else None
            told = (permalink, day, _maker(body.value).__name__, pairs, body.content)
            content = msgspec.msgpack.encode(told)
        self._pages += self._written(content)
        for number, piece in used:
            if number >= 0 and piece != _SHARED:
                self._uses[number] += _PAIR.pack(place, piece)

    def _place(self, piece: Folded[Any] | Marked[Any]) -> tuple[int, int]:
        """Return the number of the article that a piece is of, and its place there; none has the number -1."""
        if isinstance(piece, Marked):
            if isinstance(piece.value, Annotated):
                return self._numbers[piece.value.path], WHOLE
            return self._share(piece), _SHARED
        origin = piece.origin
        return (origin.number, piece.place) if isinstance(origin, _Origin) and origin.drawing is self else (-1, 0)

    def _share(self, piece: Marked[Any]) -> int:
        if piece.mark not in self._told:
            self._told[piece.mark] = len(self._told)
            self._shared += self._written(msgspec.json.encode(piece.value, enc_hook=apart))
        return self._told[piece.mark]

    def _written(self, content: bytes) -> bytes:
        """Write something, and say where it stands."""
        if self._file is None:
            make_cache(self._store.folder)
            self._file = (self._store.folder / self.data).open("xb")
        self._file.write(content)
        self._at += len(content)
        return _PLACE.pack(self._at - len(content), len(content), summed(content))

    def finish(self) -> bool:
        """Let all that was drawn be read, if it could be written."""
        try:
            if self._file:
                self._file.close()
        except OSError:
            self.is_possible = False
        return self.is_possible

    @property
    def pages(self) -> bytes:
        """Where each page that was drawn stands."""
        return bytes(self._pages)

    @property
    def shared(self) -> bytes:
        """Where what several pages share stands."""
        return bytes(self._shared)

    def uses(self, number: int) -> bytes:
        """Return which pages show an article."""
        return bytes(self._uses[number])


class Given(Reader):
    """Reads what pages were planned from; `piece` and `whole` find what they show of articles."""

    def __init__(
        self,
        makers: Mapping[str, Callable[..., object]],
        piece: Callable[[type[Folded[Any]], int, int], Folded[Any]],
        whole: Callable[[int], Marked[Annotated]],
        data: Data,
    ) -> None:
        super().__init__(())
        self._makers, self._piece, self._whole, self._data = makers, piece, whole, data
        self._pairs: Sequence[tuple[int, int]] = ()

    def page(self, number: int) -> Page:
        """Read a page.

        Raises ValueError when it is none.
        """
        try:
            permalink, updated, name, pairs, told = msgspec.msgpack.decode(self._data.of_page(number))
            self._pairs = list(_PAIR.iter_unpack(pairs))
            make, body = self._makers[name], msgspec.json.decode(told)
            view = body.get("view", body)
            plain = view.get("given", view)
            kinds = {key: kind for key, kind in get_type_hints(make).items() if key not in ("site", "return")}
            read = {key: self._of(kind)(plain[key]) for key, kind in kinds.items()}
        except (msgspec.MsgspecError, LookupError, TypeError, AttributeError, error) as fault:
            raise ValueError(f"no page: {fault}") from fault
        shown: Any = make(**read) if isinstance(make, type) else Later(make=make, given=read)
        whole = Templated(template=body["template"], view=shown) if "template" in body else shown
        return sealed(Page(permalink=permalink, body=whole, updated=day(updated)), whole)

    def _special(self, kind: Any) -> Callable[[Plain], Any] | None:  # noqa: ANN401 - a type as it stands in an annotation
        if get_origin(kind) is Marked:
            return self._marked(*get_args(kind))
        if isinstance(kind, type) and issubclass(kind, Folded):
            return lambda plain: self._piece(kind, *self._pairs[plain[0]])
        if get_origin(kind) is Union and any(get_origin(one) is Marked for one in get_args(kind)):
            (other,) = (one for one in get_args(kind) if get_origin(one) is not Marked)
            return lambda plain: self._of(other)(plain) if isinstance(plain, dict) else self._whole(self._pairs[plain[0]][0])
        return super()._special(kind)

    def _marked(self, kind: Any) -> Callable[[Plain], Any]:  # noqa: ANN401 - the same
        """Return the function that reads something with its mark: an article, a row of things, or what several pages share."""
        if kind is Annotated:
            return lambda plain: self._whole(self._pairs[plain[0]][0])
        read = self._of(kind)
        if get_origin(kind) is tuple:
            return lambda plain: marked(read(plain))
        several = cache(lambda number: marked(read(msgspec.json.decode(self._data.of_several(number)))))
        return lambda plain: several(self._pairs[plain[0]][0])


def _maker(body: Templated | Later[Any]) -> Callable[..., object]:
    """Return what a page is made with: a function for what is made later, else the type of its view."""
    shown = body.view if isinstance(body, Templated) else body
    return shown.make if isinstance(shown, Later) else type(shown)
