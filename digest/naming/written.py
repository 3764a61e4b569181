"""Names as texts write them: runs of capitalised words, and whether a text has a name under another form that means the same."""

import re
from collections.abc import Iterator
from functools import lru_cache

from digest.naming.gazetteers import countries_of_capitals, first_names, is_everyday, is_organization, place_meant
from digest.naming.tokens import tokens
from digest.naming.vocabulary import ORGANIZATION_ENDINGS
from digest.text.dates import calendar_words
from digest.text.patterns import pattern

_RUN = pattern(r"[A-Z][\w’'&.-]*(?: (?:of|the|and|for|de|du|la|&) (?=[A-Z])| (?=[A-Z])|[\w’'&.-])*")
_CAPITALIZED = pattern(r"[A-Z][\w’'-]*\w|[A-Z]")
_ELIDED = pattern(r"[A-Z][a-z]?['’](?=[^\W\d_])")
_ELIDING = frozenset({"fr", "it"})
_GERMAN_PLACE = pattern(
    r"\b(?:[Ii]n|[Nn]ach|[Aa]us|[Bb]ei|[Vv]on) ([A-ZÄÖÜ][\w-]*(?:bach|berg|brück|burg|dorf|feld|furt|hafen|hagen|hausen|heim|"
    r"horst|ingen|kirchen|münde|ow|rode|stadt|stedt|stein|tal|walde|weiler))\b"
)
_LIST = pattern(r"[A-Z][\w’'-]*(?:(?:,? and|,| of| the| for|)(?: the)? [A-Z][\w’'-]*)*")
_SCALES = frozenset({"Mio", "Mrd", "Tsd"})  # "Mio" is a given name elsewhere
NOUNS_BEAR_CAPITALS = frozenset({"de", "lb"})


def runs(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield runs of capitalised words, without a word that only opens the text or the stop that ends it.

    Such a word is everyday, a day, a month, or elided before small letters: "L'équipe". Where all nouns bear capitals, yield
    names of persons and of places.
    """
    if language[:2] in NOUNS_BEAR_CAPITALS:
        yield from full_names(text)
        yield from (place.span(1) for place in _GERMAN_PLACE.finditer(text))
        return
    for run in _RUN.finditer(text):
        first = run[0].split()[0]
        name = _RUN.search(text, run.start() + len(first)) if not run.start() and _only_opens(first, language) else run
        if name and name.end() <= run.end():
            elided = not name.start() and language[:2] in _ELIDING and _ELIDED.match(name[0])
            last = name[0].split()[-1]
            yield name.start() + (elided.end() if elided else 0), name.end() - (last.find(".") == len(last) - 1)


def _only_opens(word: str, language: str) -> bool:
    if (elided := _ELIDED.match(word)) and word[elided.end()].islower():
        return True
    return word.casefold() in calendar_words(language or "en") or all(map(is_everyday, word.split("-")))


def full_names(text: str) -> Iterator[tuple[int, int]]:
    """Yield given names with the capitalised words behind them, in a language where all nouns bear capitals."""
    for run in _RUN.finditer(text):
        words = list(_CAPITALIZED.finditer(text, run.start(), run.end()))
        first = next((word.start() for word in words[:-1] if word[0] in first_names() and word[0] not in _SCALES), None)
        if first is not None:
            yield first, words[-1].end()


def stands_otherwise(name: str, text: str) -> bool:
    """Say whether a text has a name by its acronym, its expansion or its last word, or the place that it means."""
    if is_shortened(name, text) or abbreviates(name, text):
        return True
    own = "".join(word[0] for word in _CAPITALIZED.findall(name))
    if len(own) > 1 and re.search(rf"\b{'[.]?'.join(own)}\b", text):
        return True
    return means_a_place_of(name, text)


def is_shortened(name: str, text: str) -> bool:
    """Say whether a text has the last word of an organisation's name for all of it: `the Commission`."""
    last = name.rsplit(maxsplit=1)[-1]
    stands = last != name and last in _runs_of(text)
    return stands and (last in ORGANIZATION_ENDINGS or is_organization(name))  # last, since it may have to read all towns


@lru_cache(maxsize=2)
def _runs_of(text: str) -> frozenset[str]:
    return frozenset(run.removeprefix("The ") for run in _RUN.findall(text))


def abbreviates(name: str, text: str) -> bool:
    """Say whether a name is an acronym that a text does not have, though it has words that it stands for."""
    bare = name.replace(".", "")
    return bare.isupper() and len(bare) > 1 and name not in text and bare in _initials(text)


def means_a_place_of(name: str, text: str) -> bool:
    """Say whether a text names the country or region that a name means, in any form: `US` for `American`."""
    place = place_meant(name)
    return bool(place) and place in _places(text)


def governs_a_place_of(name: str, text: str) -> bool:
    """Say whether a text names the country of which a name is the capital: "Moscow" for "Russian officials"."""
    country = countries_of_capitals().get(name, "")
    return bool(country) and country in _places(text)


@lru_cache(maxsize=2)
def _initials(text: str) -> frozenset[str]:
    """Return the acronyms that the runs of capitalised words in a text make."""
    found: set[str] = set()
    for run in (*_RUN.findall(text), *_LIST.findall(text)):
        letters = "".join(word[0] for word in _CAPITALIZED.findall(run))
        found.update(
            letters[start:end] for start in range(len(letters)) for end in range(start + 2, min(len(letters), start + 7) + 1)
        )
    return frozenset(found)


@lru_cache(maxsize=8)
def _places(text: str) -> frozenset[str]:
    """Return the countries and regions that a text names, itself or by a capital."""
    spoken = [token.text for token in tokens(text) if token.is_word]
    starts = [at for at, word in enumerate(spoken) if word[0].isupper()]
    named = [" ".join(spoken[at : at + size]) for size in (1, 2, 3) for at in starts]
    return frozenset(place_meant(name) or countries_of_capitals().get(name, "") for name in named)
