"""Whether one text quotes another: the same words in a row, whatever their marks, case and white space and what is left out."""

import re
from functools import lru_cache

from digest.text.accents import with_accents

_MARKS = re.compile(r"[^\w%$€£]+")
_LEFT_OUT = re.compile(r"\[?(?:…|\.\.\.)\]?|\[[^\]]*\]")
_APOSTROPHES = str.maketrans("", "", "'’")


@lru_cache(maxsize=8)
def quoted_words(text: str) -> str:
    """Return the words of a text, each between two spaces, so that a quotation is a part of what it quotes."""
    words = _MARKS.sub(" ", with_accents(text).translate(_APOSTROPHES)).split()
    return f" {' '.join(words)} ".casefold() if words else " "


def quotes(quotation: str, text: str) -> bool:
    """Say whether a text has a quotation's words in a row, but for what `…` or `[…]` leaves out; marks alone quote nothing."""
    parts = [words for part in _LEFT_OUT.split(quotation) if (words := quoted_words(part)).strip()]
    said, at = quoted_words(text), 0
    for part in parts:
        at = said.find(part, at)
        if at < 0:
            return False
        at += len(part) - 1
    return bool(parts)
