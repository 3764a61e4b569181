"""Text to the pairs of words that stand side by side in it, as they are written."""

import re
from collections.abc import Iterable
from itertools import chain, pairwise

from digest.text.accents import with_accents
from digest.text.remembered import Remembered

Pair = tuple[str, str]
_WORD = re.compile(r"\w+(?:['’]\w+)?")


def pairs(pieces: Iterable[str]) -> list[Pair]:
    """Return each word of what stands between white space with the next one, case folded, in order."""
    return [*pairwise(chain.from_iterable(map(_WORDS.__getitem__, pieces)))]


def _words(piece: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(with_accents(piece).casefold()))


_WORDS = Remembered(_words)  # of what stands between white space
