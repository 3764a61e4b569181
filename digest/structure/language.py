"""The language of a text, by its function words or its letters."""

from collections import Counter
from collections.abc import Iterable, Mapping

from digest.structure.lexicon import function_words
from digest.structure.scripts import language_of_script

_SAMPLE = 10_000
_ENOUGH = 0.12
_TELLING, _HARDLY_ANY = (
    50,
    0.03,
)  # words in which a language would show, and the share of its function words that is as good as none
_PUNCTUATION = ".,;:!?…«»“”\"'()"


def language_of(lines: Iterable[str]) -> str:
    """Return the language that most words at the beginning of a text belong to, or "" when none is known."""
    beginning = _beginning(lines)
    _, shares = _shares(beginning)
    best = max(sorted(shares), key=shares.__getitem__, default="")
    return best if best and shares[best] >= _ENOUGH else language_of_script(beginning)


def is_of_no_language(lines: Iterable[str]) -> bool:
    """Say whether a text is long enough to show its language, and shows none that is told by words or letters: code, figures."""
    beginning = _beginning(lines)
    words, shares = _shares(beginning)
    return words >= _TELLING and max(shares.values()) < _HARDLY_ANY and not language_of_script(beginning)


def _shares(beginning: str) -> tuple[int, Mapping[str, float]]:
    """Count the words of a text, and the share of each language's function words."""
    words = [word.strip(_PUNCTUATION) for word in beginning.lower().split()]
    counts = Counter(word for word in words if word.isalpha())
    shares = {
        language: sum(counts[word] for word in known.keys() & counts.keys()) / len(words)
        for language, known in function_words().items()
        if words
    }
    return len(words), shares


def _beginning(lines: Iterable[str]) -> str:
    beginning = ""
    for line in lines:
        beginning += " " + line[: _SAMPLE - len(beginning)]
        if len(beginning) >= _SAMPLE:
            break
    return beginning
