"""What is told of a piece of text between white space, remembered: articles write the same few thousand short ones."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from itertools import chain, filterfalse
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


class Listed(Remembered[Told]):
    """What a function tells of pieces, with which of them it told a word of; `words` lists the words in what it told.

    So who looks for a few words need not go through all the pieces of a text.
    """

    def __init__(self, tell: Callable[[str], Told], words: Callable[[Told], Iterable[str]]) -> None:
        super().__init__(tell)
        self._words = words
        self._having: dict[str, list[str]] = defaultdict(list)

    def __missing__(self, piece: str) -> Told:
        told = super().__missing__(piece)
        if piece in self:
            if len(self) == 1:  # all before it was forgotten
                self._having.clear()
            for word in dict.fromkeys(self._words(told)):
                self._having[word].append(piece)
        return told

    def among(self, pieces: Collection[str], words: Iterable[str]) -> Collection[str]:
        """Return those of some pieces that have any of some words."""
        wanted, before = frozenset(words), len(self)
        fresh = [*filterfalse(self.__contains__, pieces)]
        found = {piece for piece in fresh if not wanted.isdisjoint(self._words(self[piece]))}
        if len(self) < before:  # some of the others were forgotten meanwhile
            return {piece for piece in pieces if not wanted.isdisjoint(self._words(self[piece]))}
        found.update(filter(pieces.__contains__, chain.from_iterable(self._having.get(word, ()) for word in wanted)))
        return found
