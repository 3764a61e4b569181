"""How long a text is, and takes to read."""

from functools import lru_cache
from math import ceil

_WORDS_A_MINUTE = 230


def minutes(*texts: str) -> int:
    """Return the minutes, at least one, that a person needs for the texts."""
    return max(1, ceil(words(*texts) / _WORDS_A_MINUTE))


@lru_cache(maxsize=1 << 14)
def words(*texts: str) -> int:
    """Count the words of the texts."""
    return sum(len(text.split()) for text in texts)
