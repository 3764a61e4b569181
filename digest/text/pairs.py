"""Text to the pairs of words that stand side by side in it, as they are written."""

import re
from itertools import chain, pairwise

from digest.text.accents import with_accents
from digest.text.remembered import Remembered

_WORD = re.compile(r"\w+(?:['’]\w+)?")


def pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Return each word with the next one, case folded, in order."""
    return tuple(pairwise(chain.from_iterable(map(_WORDS.__getitem__, text.split()))))


def _words(piece: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(with_accents(piece).casefold()))


_WORDS = Remembered(_words)  # of what stands between white space
