"""Whether one text quotes another: the same words in a row, whatever their marks, case and white space."""

import re
from functools import lru_cache

_MARKS = re.compile(r"[^\w%$€£]+")
_APOSTROPHES = str.maketrans("", "", "'’")


@lru_cache(maxsize=4)
def quoted_words(text: str) -> str:
    """Return the words of a text, each between two spaces, so that a quotation is a part of what it quotes."""
    words = _MARKS.sub(" ", text.translate(_APOSTROPHES)).split()
    return f" {' '.join(words)} ".casefold() if words else " "


def quotes(quotation: str, text: str) -> bool:
    """Say whether a text has a quotation's words in a row."""
    return quoted_words(quotation) in quoted_words(text)
