"""The language of a text, by its function words or its letters."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from digest.structure.lexicon import function_words
from digest.structure.scripts import language_of_script
from digest.text.remembered import Remembered

_SAMPLE = 4_000  # characters: of no article known to us does the rest change what its language is
_ENOUGH = 0.12
_TELLING = 400  # letters in which a language would show
_HARDLY_ANY = 0.05  # the share of its function words that is as good as none: texts of any language known have 0.2 and more
_PUNCTUATION = ".,;:!?…«»“”\"'()"


def language_of(texts: Iterable[str]) -> str:
    """Return the language that most words at the beginning of some texts belong to, or "" when none is known."""
    beginning = _beginning(texts)
    shares = _shares(beginning)
    best = max(sorted(shares), key=shares.__getitem__, default="")
    return best if best and shares[best] >= _ENOUGH else language_of_script(beginning)


def is_of_no_language(texts: Iterable[str]) -> bool:
    """Say whether texts are long enough to show their language, and show none that is told by words or letters: code, figures."""
    beginning = _beginning(texts)
    return (
        len(beginning) >= _TELLING
        and max(_shares(beginning).values(), default=0) < _HARDLY_ANY
        and not language_of_script(beginning)
    )


def _shares(beginning: str) -> Mapping[str, float]:
    """Return the share of each language's function words among the words of a text."""
    words = beginning.split()
    found = dict.fromkeys(function_words(), 0)
    for languages, count in Counter(filter(None, map(_LANGUAGES_OF.__getitem__, words))).items():
        for language in languages.split():
            found[language] += count
    return {language: count / len(words) for language, count in found.items() if words}


def _languages_of(word: str) -> str:
    """Return the languages that a word, with what stands around it, is a function word of, as one text: few differ."""
    return _languages().get(word.lower().strip(_PUNCTUATION), "")


@cache
def _languages() -> Mapping[str, str]:
    """Return the languages of each function word that is written in letters alone."""
    languages: dict[str, list[str]] = {}
    for language, words in function_words().items():
        for word in filter(str.isalpha, words):
            languages.setdefault(word, []).append(language)
    return {word: " ".join(known) for word, known in languages.items()}


def _beginning(texts: Iterable[str]) -> str:
    return " ".join(("", *texts))[: _SAMPLE + 1]


_LANGUAGES_OF = Remembered(_languages_of)
