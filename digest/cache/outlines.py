"""Outlines of articles to articles whose pieces lie where they were remembered."""

from collections.abc import Sequence

import msgspec

from digest.cache.blueprint import Drawn
from digest.cache.packs import Lying, Packs
from digest.cache.values import Plain, Reader
from digest.model.article import Sections
from digest.model.folded import Folded
from digest.model.library import Annotated


class Outlines(Reader):
    """Reads the outlines of a plan."""

    def __init__(self, findings: Sequence[type], packs: Packs) -> None:
        super().__init__(findings)
        self._packs = packs
        self._annotated = self._of(Annotated)

    def outline(self, content: bytes, drawn: Drawn, origin: object) -> Annotated:
        """Read an article; `origin` stands for it where its pieces are shown.

        Raises ValueError, LookupError or TypeError when it is none.
        """
        self._drawn, self._origin, self._pieces = drawn, origin, enumerate(drawn.pieces)
        self._shelf, self._behind = Lying(self._packs, drawn.analysed), 0
        annotated: Annotated = self._annotated(msgspec.json.decode(content))
        return annotated

    def _known(self, kind: type, plain: Plain) -> Plain:
        if not issubclass(kind, Folded):
            return super()._known(kind, plain)
        if kind is Sections:
            return Sections.lying(*self._drawn.written_sections, Lying(self._packs, self._drawn.loaded), 0)
        place, (size, length, mark) = next(self._pieces)
        piece = kind.lying(size, length, mark, self._shelf, self._behind)
        piece.origin, piece.place = self._origin, place
        self._behind += size
        return piece
