"""Text to comparable words: case folded, stemmed, function words left out."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import chain

import snowballstemmer

from digest.text.accents import with_accents
from digest.text.remembered import Remembered

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_ALGORITHMS = {
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "nl": "dutch",
    "pt": "portuguese",
}
_LONGEST_STEM = 40
_FUNCTION_WORDS = frozenset(
    "a about after all also an and are as at be been but by can could did do does for from had has have he her his how i if in "
    "into is it its may more most not of on or our she should so some such than that the their them then there these they this "
    "those to up was we were what when where which while who will with would you your".split()
)


def stems(text: str, language: str = "en") -> tuple[str, ...]:
    """Return the stems of the words that carry meaning, in order."""
    return tuple(chain.from_iterable(map(stems_between_spaces(language).__getitem__, text.split())))


def stems_between_spaces(language: str) -> Mapping[str, tuple[str, ...]]:
    """Return the stems by pieces of text between white space; no word has white space in it."""
    return _stems(_ALGORITHMS.get(language[:2], "english"))


@cache
def _stems(algorithm: str) -> Mapping[str, tuple[str, ...]]:
    shorten = lru_cache(maxsize=1 << 16)(snowballstemmer.stemmer(algorithm).stemWord)

    def stems_of(piece: str) -> tuple[str, ...]:
        words = (word.casefold().replace("’", "'").removesuffix("'s") for word in _WORD.findall(with_accents(piece)))
        return tuple(shorten(word) if len(word) <= _LONGEST_STEM else word for word in words if word not in _FUNCTION_WORDS)

    return Remembered(stems_of)
