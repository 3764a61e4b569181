"""Text to comparable words: case folded, stemmed, function words left out."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import chain

import snowballstemmer

from digest.text.accents import with_accents

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
    return tuple(chain.from_iterable(map(stemmer(language), text.split())))


def stemmer(language: str) -> Callable[[str], tuple[str, ...]]:
    """Return what gives the stems in a piece of text that stands between white space; no word has white space in it."""
    return _stemmer(_ALGORITHMS.get(language[:2], "english"))


@cache
def _stemmer(algorithm: str) -> Callable[[str], tuple[str, ...]]:
    shorten = lru_cache(maxsize=1 << 16)(snowballstemmer.stemmer(algorithm).stemWord)

    def stems_of(chunk: str) -> tuple[str, ...]:
        words = (word.casefold().replace("’", "'").removesuffix("'s") for word in _WORD.findall(with_accents(chunk)))
        return tuple(shorten(word) if len(word) <= _LONGEST_STEM else word for word in words if word not in _FUNCTION_WORDS)

    return lru_cache(maxsize=1 << 16)(stems_of)
