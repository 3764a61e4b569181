"""The language of a text, by its function words or its letters."""

from collections import Counter
from collections.abc import Iterable

from digest.structure.lexicon import function_words
from digest.structure.scripts import language_of_script

_SAMPLE = 10_000
_ENOUGH = 0.12
_PUNCTUATION = ".,;:!?…«»“”\"'()"


def language_of(lines: Iterable[str]) -> str:
    """Return the language that most words at the beginning of a text belong to, or "" when none is known."""
    beginning = _beginning(lines)
    words = [word.strip(_PUNCTUATION) for word in beginning.lower().split()]
    counts = Counter(word for word in words if word.isalpha())
    shares = {
        language: sum(counts[word] for word in known.keys() & counts.keys()) / len(words)
        for language, known in function_words().items()
        if words
    }
    best = max(sorted(shares), key=shares.__getitem__, default="")
    return best if best and shares[best] >= _ENOUGH else language_of_script(beginning)


def _beginning(lines: Iterable[str]) -> str:
    beginning = ""
    for line in lines:
        beginning += " " + line[: _SAMPLE - len(beginning)]
        if len(beginning) >= _SAMPLE:
            break
    return beginning
