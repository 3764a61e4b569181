"""The language of a text, by its function words or its letters."""

from collections import Counter
from collections.abc import Iterable, Mapping

from digest.structure.lexicon import function_words
from digest.structure.scripts import language_of_script

_SAMPLE = 10_000
_ENOUGH = 0.12
_TELLING = 400  # letters in which a language would show
_HARDLY_ANY = 0.05  # the share of its function words that is as good as none: texts of any language known have 0.2 and more
_PUNCTUATION = ".,;:!?…«»“”\"'()"


def language_of(lines: Iterable[str]) -> str:
    """Return the language that most words at the beginning of a text belong to, or "" when none is known."""
    beginning = _beginning(lines)
    shares = _shares(beginning)
    best = max(sorted(shares), key=shares.__getitem__, default="")
    return best if best and shares[best] >= _ENOUGH else language_of_script(beginning)


def is_of_no_language(lines: Iterable[str]) -> bool:
    """Say whether a text is long enough to show its language, and shows none that is told by words or letters: code, figures."""
    beginning = _beginning(lines)
    return (
        len(beginning) >= _TELLING
        and max(_shares(beginning).values(), default=0) < _HARDLY_ANY
        and not language_of_script(beginning)
    )


def _shares(beginning: str) -> Mapping[str, float]:
    """Return the share of each language's function words among the words of a text."""
    words = [word.strip(_PUNCTUATION) for word in beginning.lower().split()]
    counts = Counter(word for word in words if word.isalpha())
    return {
        language: sum(counts[word] for word in known.keys() & counts.keys()) / len(words)
        for language, known in function_words().items()
        if words
    }


def _beginning(lines: Iterable[str]) -> str:
    beginning = ""
    for line in lines:
        beginning += " " + line[: _SAMPLE - len(beginning)]
        if len(beginning) >= _SAMPLE:
            break
    return beginning
