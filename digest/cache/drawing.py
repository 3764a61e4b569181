"""A plan that is being drawn: each page as it is planned, with the places of the pieces of articles that it shows."""

import os
from collections.abc import Callable, Iterable, Sequence
from io import BufferedWriter
from time import time_ns
from typing import Any, NamedTuple

import msgspec

from digest.cache.blueprint import DATA, PAIR, PLACE, SHARED, WHOLE, Parts, PlanStore
from digest.cache.pack import make_cache
from digest.cache.values import apart
from digest.cache.whole import summed
from digest.model.article import Day
from digest.model.folded import Folded
from digest.model.library import Annotated
from digest.model.marked import Marked
from digest.model.page import Later, Sealed, Templated
from digest.model.problem import Problem


class _Origin(NamedTuple):
    """An article of a plan that is being drawn."""

    drawing: "Drawing"
    number: int


class Drawing:
    """A plan that is being drawn, page by page."""

    def __init__(self, store: PlanStore) -> None:
        self._store, self.data = store, f"{store.name}-{time_ns():020}-{os.getpid()}{DATA}"
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
        self.index: Parts = ()

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
        place, content = len(self._pages) // PLACE.size, b""
        # A piece that is no article's own was joined of several of one, whose page shows it too, and so cannot be read either.
        if all(number >= 0 for number, _ in used):
            pairs = b"".join(PAIR.pack(*one) for one in used)
            day = updated.isoformat() if updated else None
            told = (permalink, day, _maker(body.value).__name__, pairs, body.content)
            content = msgspec.msgpack.encode(told)
        self._pages += self._written(content)
        for number, piece in used:
            if number >= 0 and piece != SHARED:
                self._uses[number] += PAIR.pack(place, piece)

    def _place(self, piece: Folded[Any] | Marked[Any]) -> tuple[int, int]:
        """Return the number of the article that a piece is of, and its place there; none has the number -1."""
        if isinstance(piece, Marked):
            if isinstance(piece.value, Annotated):
                return self._numbers[piece.value.path], WHOLE
            return self._share(piece), SHARED
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
        return PLACE.pack(self._at - len(content), len(content), summed(content))

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


def _maker(body: Templated | Later[Any]) -> Callable[..., object]:
    """Return what a page is made with: a function for what is made later, else the type of its view."""
    shown = body.view if isinstance(body, Templated) else body
    return shown.make if isinstance(shown, Later) else type(shown)
