"""How long a text takes to read."""

from math import ceil

_WORDS_A_MINUTE = 230


def minutes(*texts: str) -> int:
    """Return the minutes, at least one, that a person needs for the texts."""
    words = sum(len(text.split()) for text in texts)
    return max(1, ceil(words / _WORDS_A_MINUTE))
