"""Text to the pairs of words that stand side by side in it, as they are written."""

import re
from itertools import pairwise

from digest.text.accents import with_accents

_WORD = re.compile(r"\w+(?:['’]\w+)?")


def pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Return each word with the next one, case folded, in order."""
    return tuple(pairwise(_WORD.findall(with_accents(text).casefold())))
