"""Outlines of articles to articles whose pieces lie where they were remembered."""

from collections.abc import Sequence
from sys import intern
from typing import Any, TypeVar

import msgspec

from digest.cache.blueprint import Drawn
from digest.cache.packs import Lying, Packs
from digest.cache.values import Form, Plain, Reader
from digest.model.article import Sections
from digest.model.folded import Folded
from digest.model.library import Annotated
from digest.model.names import Appearance, Entity, Mentions, Named, Quotes
from digest.model.passed_on import PassedOn

Piece = TypeVar("Piece", bound=Folded[Any])


class _Appearing(msgspec.Struct, gc=False):
    """Who appears; how often is told by the pieces."""

    entity: str


class _Told(msgspec.Struct, gc=False):
    """What is told of names."""

    entities: list[msgspec.Raw]
    appearances: list[_Appearing]


class Outlines(Reader):
    """Reads the outlines of a plan."""

    _decoder = msgspec.json.Decoder

    def __init__(self, findings: Sequence[type], packs: Packs) -> None:
        super().__init__(findings)
        self._packs = packs
        self._annotated = self._of(Annotated)
        self._entity = msgspec.json.Decoder(Entity).decode
        self._told: dict[bytes, Entity] = {}

    def outline(self, content: bytes, drawn: Drawn, origin: object) -> Annotated:
        """Read an article; `origin` stands for it where its pieces are shown.

        Raises ValueError, LookupError or TypeError when it is none.
        """
        self._drawn, self._origin, self._pieces = drawn, origin, enumerate(drawn.pieces)
        self._shelf, self._behind = Lying(self._packs, drawn.analysed), 0
        annotated: Annotated = self._annotated(content)
        return annotated

    def _special(self, kind: Any) -> Form | None:  # noqa: ANN401 - a type as it stands in an annotation
        return Form(_Told, self._named) if kind is Named else super()._special(kind)

    def _named(self, told: _Told) -> Named:
        """Give what is told of names its pieces; entities that are written alike are one."""
        path, piece = self._drawn.path, self._piece
        return Named(
            entities=tuple([self._told.get(bytes(one)) or self._known_from_now(bytes(one)) for one in told.entities]),
            appearances=tuple(
                [
                    Appearance(entity=intern(one.entity), article=path, mentions=piece(Mentions), quotes=piece(Quotes))
                    for one in told.appearances
                ]
            ),
        )

    def _known_from_now(self, told: bytes) -> Entity:
        return self._told.setdefault(told, self._entity(told))

    def _known(self, kind: type, plain: Plain) -> Plain:
        if kind is PassedOn:
            place, told = next(self._pieces)
            line = PassedOn(self._drawn.passed_on[place], told[2])
            line.origin, line.place = self._origin, place
            return line
        if not issubclass(kind, Folded):
            return super()._known(kind, plain)
        if kind is Sections:
            return Sections.lying(self._drawn.written_sections, Lying(self._packs, self._drawn.loaded), 0)
        return self._piece(kind)

    def _piece(self, kind: type[Piece]) -> Piece:
        """Return the next piece of an article."""
        place, told = next(self._pieces)
        at, self._behind = self._behind, self._behind + told[0]
        return kind.lying(told, self._shelf, at, self._origin, place)
