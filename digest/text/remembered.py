"""What is told of a piece of text between white space, remembered: articles write the same few thousand short ones."""

from collections.abc import Callable
from typing import TypeVar

_LONGEST = 40  # characters
_MOST = 1 << 16
Told = TypeVar("Told")


class Remembered(dict[str, Told]):
    """What a function tells of each piece of text that it was asked about, as far as there is room."""

    def __init__(self, tell: Callable[[str], Told]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, piece: str) -> Told:
        told = self._tell(piece)
        if len(piece) <= _LONGEST:
            if len(self) == _MOST:
                self.clear()
            self[piece] = told
        return told
