"""What is told of short texts, remembered: articles write the same few thousand words, and pages link the same addresses."""

from collections.abc import Callable
from typing import TypeVar

_LONGEST = 40  # characters
_MOST = 1 << 16
Told = TypeVar("Told")


class Remembered(dict[str, Told]):
    """What a function tells of each text it was asked about, as far as there is room: `most` texts, of `longest` characters."""

    def __init__(self, tell: Callable[[str], Told], most: int = _MOST, longest: int = _LONGEST) -> None:
        super().__init__()
        self._tell, self._most, self._longest = tell, most, longest

    def __missing__(self, piece: str) -> Told:
        told = self._tell(piece)
        if len(piece) <= self._longest:
            if len(self) == self._most:
                self.clear()
            self[piece] = told
        return told
