"""Text to comparable words: case folded, stemmed, function words left out."""

import re
from functools import lru_cache
from itertools import repeat

import snowballstemmer

from digest.text.accents import with_accents

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_ASCII_WORD = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)?|[0-9]+(?:[.,][0-9]+)*")  # the same, where a bitmap of letters will do
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
    algorithm = _ALGORITHMS.get(language[:2], "english")
    words = (_ASCII_WORD if text.isascii() else _WORD).findall(with_accents(text))
    return tuple([stem for stem in map(_stem, words, repeat(algorithm)) if stem is not None])


@lru_cache(maxsize=1 << 16)
def _stem(written: str, algorithm: str) -> str | None:
    """Return the stem of a word as it is written, or None of one that carries no meaning."""
    word = written.casefold().replace("’", "'").removesuffix("'s")
    if word in _FUNCTION_WORDS:
        return None
    return _stemmer(algorithm).stemWord(word) if len(word) <= _LONGEST_STEM else word


@lru_cache
def _stemmer(algorithm: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(algorithm)
