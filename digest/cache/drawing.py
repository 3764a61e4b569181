"""A plan that is being drawn: each page as it is planned, with the places of the pieces of articles that it shows.

Where the plan of before is at hand, what stands of it is taken over: an article or a page has the number that it had, and what
is new is written behind the rest.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import msgspec

from digest.cache.blueprint import GONE, PAIR, PLACE, SHARED, WHOLE, IndexPart, Leaf, PlanStore
from digest.cache.former import Former
from digest.cache.telling import Shared, Telling
from digest.cache.whole import summed
from digest.errors import DamagedError
from digest.model.folded import Folded
from digest.model.library import Annotated, Whole
from digest.model.marked import Marked
from digest.model.page import Later, Page, Sealed, Templated
from digest.model.passed_on import PassedOn
from digest.model.problem import Problem

_NOBODYS = (1 << 32) - 1, 0


class _Origin(NamedTuple):
    """An article of a plan that is being drawn."""

    drawing: "Drawing"
    number: int


class Drawing:
    """A plan that is being drawn, page by page; `former` is the one of before."""

    def __init__(self, store: PlanStore, former: Former | None = None) -> None:
        self.former = former
        plan = former.plan if former else None
        self.data = Telling(store, plan.data if plan else "")
        self._shared = Shared(plan.shared if plan else b"", self.data)
        self.fresh: dict[int, Annotated] = {}  # articles that are not known of old, by number
        self.numbers: dict[str, int] = {}
        self._uses = [drawn.used if drawn else b"" for drawn in plan.articles] if plan else []
        self._pages = bytearray(plan.pages if plan else b"")
        self._leaves = list(map(msgspec.msgpack.encode, former.leaves)) if former else []  # which take half the room so
        self._live: set[int] = set()
        self._wholes: dict[bytes | None, int] = {}  # the numbers of articles, by mark
        self.is_possible = True
        self.site = ""
        self.problems: Sequence[Problem] = ()
        self.index: list[IndexPart] = []

    def begin(self, site: str, annotated: Iterable[Annotated], problems: Sequence[Problem]) -> None:
        """Give each article and its pieces their numbers; `problems` are those of reading them.

        Raises DamagedError when this is not the site of the plan of before, or when an article is another.
        """
        self.site, self.problems = site, problems
        numbers = self.former.numbers if self.former else {}
        for one in annotated:
            number = self.numbers[one.path] = numbers.get(one.path, len(self._uses))
            if number == len(self._uses):
                self._uses.append(b"")
            if whole := one.findings.find(Whole):
                self._wholes[whole.annotated.mark] = number
                self._compare(one, number)
                continue
            self.fresh[number] = one
            origin = self.origin(number)
            for place, piece in enumerate(one.pieces):
                piece.origin, piece.place = origin, place
        if self.former and site != self.former.plan.site:
            raise DamagedError("the plan of before is that of another site")

    def _compare(self, one: Annotated, number: int) -> None:
        before = self.former.plan.articles[number] if self.former else None
        if not before or (before.id, before.slug) != (one.article.id, one.article.slug):
            raise DamagedError("an article is another than it was")

    def origin(self, number: int) -> object:
        """Return what stands for an article where its pieces are shown."""
        return _Origin(self, number)

    def group(self, key: bytes) -> Sequence[Page]:
        """Return the pages of a group as they are, if it was planned from the same the last time."""
        pages = self.former.group(key) if self.former else {}
        self._live.update(pages)
        return tuple(pages.values())

    def draw(self, page: Page, body: Sealed) -> Page:
        """Remember what a page is planned from; return it, with its file where that stands.

        Where nothing can be written, there will be no plan.
        """
        if self.is_possible:
            try:
                return self._draw(page, body)
            except OSError:
                self.is_possible = False
        return page

    def _draw(self, page: Page, body: Sealed) -> Page:
        own = [self._place(piece) for piece in body.pieces]
        pairs = b"".join([PAIR.pack(*(one or _NOBODYS)) for one in own])
        leaf = Leaf(
            permalink=page.permalink,
            updated=page.updated.isoformat() if page.updated else None,
            listed=page.listed and isinstance(body.value, Templated),
            mark=summed((body.mark or b"") + pairs),
            group=page.group,
        )
        if self.former and (found := self.former.stands(page.permalink, leaf.mark)):
            number, file = found
            self._live.add(number)
            self._leaves[number] = msgspec.msgpack.encode(leaf)
            return replace(page, body=file)
        self._live.add(number := len(self._leaves))
        self._leaves.append(msgspec.msgpack.encode(leaf))
        self._pages += self.data.place(self._content(leaf, body, own, pairs) if body.pieces else b"")
        for one in own:
            if one and one != _NOBODYS:
                self._uses[one[0]] += PAIR.pack(number, one[1])
        return page

    def _content(self, leaf: Leaf, body: Sealed, own: Sequence[tuple[int, int] | None], pairs: bytes) -> bytes:
        # A piece that is no article's own was joined of several of one, whose page shows it too, and so cannot be read either.
        if _NOBODYS in own:
            return b""
        if None in own:
            used = [one or (self._shared.number(piece), SHARED) for one, piece in zip(own, body.pieces, strict=True)]
            pairs = b"".join([PAIR.pack(*one) for one in used])
        return msgspec.msgpack.encode((leaf.permalink, leaf.updated, _maker(body.value).__name__, pairs, body.content))

    def _place(self, piece: PassedOn | Folded[Any] | Marked[Any]) -> tuple[int, int] | None:
        """Return the number of the article that a piece is of, and its place there, if it is no piece that is shared."""
        if isinstance(piece, Marked):
            if piece.mark not in self._wholes and isinstance(piece.value, Annotated):
                self._wholes[piece.mark] = self.numbers[piece.value.path]
            number = self._wholes.get(piece.mark)
            return None if number is None else (number, WHOLE)
        origin = piece.origin
        return (origin.number, piece.place) if isinstance(origin, _Origin) and origin.drawing is self else _NOBODYS

    def tell(self, content: bytes) -> tuple[int, int]:
        """Write what is told of an article; return where it stands, and how long it is."""
        try:
            return self.data.write(content)
        except OSError:
            self.is_possible = False
            return 0, 0

    def finish(self) -> bool:
        """Let all that was drawn be read, if it could be written."""
        try:
            self.data.close()
        except OSError:
            self.is_possible = False
        return self.is_possible

    @property
    def marks(self) -> dict[int, bytes]:
        """What tells articles from others, by number, as far as their pages were drawn."""
        return {number: mark for mark, number in self._wholes.items() if mark}

    @property
    def pages(self) -> bytes:
        """Where each page that was drawn stands; some are gone."""
        pages = bytearray(self._pages)
        for number in set(range(len(self._leaves))) - self._live:
            pages[number * PLACE.size : (number + 1) * PLACE.size] = GONE
        return bytes(pages)

    @property
    def leaves(self) -> bytes:
        """All pages."""
        live = (leaf if number in self._live else None for number, leaf in enumerate(self._leaves))
        return msgspec.msgpack.encode([leaf and msgspec.Raw(leaf) for leaf in live])

    @property
    def shared(self) -> bytes:
        """Where what several pages share stands."""
        return self._shared.places

    def uses(self, number: int) -> bytes:
        """Return which pages show an article."""
        return self._uses[number]


def _maker(body: Templated | Later[Any]) -> Callable[..., object]:
    """Return what a page is made with: a function for what is made later, else the type of its view."""
    shown = body.view if isinstance(body, Templated) else body
    return shown.make if isinstance(shown, Later) else type(shown)
