"""Small counts of things in other languages than English, in words or digits: what is counted, and how many."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from digest.text.dates import months
from digest.text.patterns import pattern
from digest.text.words import stems

# From two on; "_" where the word means something else too.
_WORDS = {
    "de": "zwei drei vier fünf sechs sieben _ neun zehn elf zwölf",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze",
    "it": "due tre quattro cinque sei sette otto nove dieci undici dodici",
    "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf",
    "pt": "dois três quatro cinco seis sete oito nove dez onze doze",
}
_VALUES = {language: {word: value for value, word in enumerate(words.split(), 2)} for language, words in _WORDS.items()}
_VALUES["pt"]["duas"] = 2
_LARGEST = 12
_NUMBER = r"(?:[^\W\d_]{3,8}|\d{1,2})"
_COUNT = pattern(rf"(?<![\w.,:/-])(?P<count>{_NUMBER}) (?=(?P<thing>[^\W\d_]+))")
_OR_ANOTHER = pattern(rf"(?:a|à|ad|al|au|bis|tot|até|o|ou|of|oder|e|et|y|und|en) (?P<other>{_NUMBER}) (?P<thing>[^\W\d_]+)")
_SHORTEST_THING = 3
_BOUND = pattern(
    r"(?i)\b(?:als|dan|di|de|que|fast|knapp|rund|etwa|circa|ca\.|ungefähr|casi|unos|unas|presque|environ|quasi|bijna|ongeveer|"
    r"quase|uns|umas|mindestens|höchstens) $"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many of what, and from which character to which the number stands; `is_bound` when it only says about how many."""

    start: int
    end: int
    value: int
    thing: str
    is_bound: bool


def counts(text: str, language: str) -> Iterator[Count]:
    """Yield the counts of a text from one or two to twelve."""
    values = _VALUES.get(language[:2], {})
    for found in _COUNT.finditer(text):
        value = _value(found["count"], values)
        thing = _thing(found, values, language) if 0 < value <= _LARGEST else ""
        if thing:
            is_bound = bool(_BOUND.search(text, 0, found.start()))
            yield Count(start=found.start(), end=found.end("count"), value=value, thing=thing, is_bound=is_bound)


def _value(written: str, values: Mapping[str, int]) -> int:
    return int(written) if written.isdecimal() else values.get(written.lower(), 0)


def _thing(found: re.Match[str], values: Mapping[str, int], language: str) -> str:
    """Return the stem of what is counted, unless it is a month; two numbers may count one thing: "da due a tre mesi"."""
    another = _OR_ANOTHER.match(found.string, found.end())
    thing = another["thing"] if another and _value(another["other"], values) else found["thing"]
    is_thing = len(thing) >= _SHORTEST_THING and thing.casefold() not in months(language)
    return next(iter(stems(thing, language)), "") if is_thing else ""
