"""The language of a text, by its function words."""

from collections import Counter
from collections.abc import Iterable

from digest.structure.lexicon import function_words

_SAMPLE = 10_000
_ENOUGH = 0.12
_PUNCTUATION = ".,;:!?…«»“”\"'()"


def language_of(lines: Iterable[str]) -> str:
    """Return the language whose function words are the most frequent at the beginning of a text, or "" when none is."""
    words = [word.strip(_PUNCTUATION) for word in _beginning(lines).lower().split()]
    counts = Counter(word for word in words if word.isalpha())
    shares = {
        language: sum(counts[word] for word in known.keys() & counts.keys()) / len(words)
        for language, known in function_words().items()
        if words
    }
    best = max(sorted(shares), key=shares.__getitem__, default="")
    return best if best and shares[best] >= _ENOUGH else ""


def _beginning(lines: Iterable[str]) -> str:
    beginning = ""
    for line in lines:
        beginning += " " + line[: _SAMPLE - len(beginning)]
        if len(beginning) >= _SAMPLE:
            break
    return beginning
