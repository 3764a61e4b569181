"""How long a text takes to read."""

from math import ceil

_WORDS_A_MINUTE = 230


def minutes(words: int) -> int:
    """Return the minutes, at least one, that a person needs for so many words."""
    return max(1, ceil(words / _WORDS_A_MINUTE))
