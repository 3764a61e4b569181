"""Takeaways made by rule from labelled articles: true ones in other words, and false ones with one thing changed.

Each is a sentence of an article as it stands, reworded without a change of meaning, or altered in a number, a name, its
strength or its sign; or a sentence of another article of the same source.
"""

import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from digest.text.numbers import numbers
from digest.text.sentences import sentences

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)+")
_FEWEST_WORDS, _MOST_WORDS = 8, 32
_HEDGES = (
    (r"\b(?:could|may|might) (?=[a-z]+\b)", "will "),
    (r"\b(?:could|may|might) be\b", "is"),
    (r"\b(?:plans?|hopes?|aims?|wants?|intends?|seeks?|expects?) to be\b", "is"),
    (r"\b(?:plan|hope|aim|want|intend|expect|need|try)s? to (?=[a-z]+\b)", "already "),
    (r"\bproposed\b", "agreed"),
    (r"\bproposes\b", "decides"),
    (r"\b(?:possible|potential|likely|proposed|suspected|alleged) (?=[a-z])", ""),
    (r"\b(?:possibly|potentially|likely|probably|perhaps|allegedly|reportedly) (?=[a-z])", ""),
    (r"\b(?:some|many|most) of the\b", "all of the"),
    (r"\bMany\b|\bSome\b|\bMost\b", "All"),
    (r"\b(?:often|usually|sometimes)\b", "always"),
    (r"\b(?:discussed|considered|suggested)\b", "approved"),
)
_SIGNS = (
    (r"\b(is|are|was|were|has|have|can|will|should|does|did) not\b", r"\1"),
    (r"\bcannot\b", "can"),
    (r"\b(is|are|was|were)n['’]t\b", r"\1"),
    (r"\b(is|are|was|were|will|can|should) (?!not\b|n)(?=[a-z])", r"\1 not "),
)
_WORDS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A takeaway of an article; `supported_by` counts paragraphs from 1 and is empty when the text does not support it."""

    document: str
    takeaway: str
    supported_by: tuple[int, ...]
    kind: str


def stored(file: Path) -> list[Record]:
    """Read records that are kept in a file."""
    return [
        Record(document=row["document"], takeaway=row["takeaway"], supported_by=tuple(row["supported_by"]), kind=row["kind"])
        for row in json.loads(file.read_text("utf-8"))
    ]


def made(articles: Mapping[str, Sequence[str]], sources: Mapping[str, str]) -> Iterator[Record]:
    """Make records of every kind from the paragraphs of articles; the same articles give the same records."""
    by_source: dict[str, list[str]] = {}
    for name in sorted(articles):
        by_source.setdefault(sources[name], []).append(name)
    for name in sorted(articles):
        chance = random.Random(name)  # noqa: S311 - a draw, no secret
        others = [other for other in by_source[sources[name]] if other != name]
        yield from _of(name, articles[name], chance)
        if others:
            strange = _usable(articles[chance.choice(others)])
            if strange:
                yield Record(document=name, takeaway=chance.choice(strange)[1], supported_by=(), kind="absent")


def _usable(paragraphs: Sequence[str]) -> list[tuple[int, str]]:
    spans = ((number, text[start:end]) for number, text in enumerate(paragraphs, 1) for start, end in sentences(text))
    return [(number, text) for number, text in spans if _FEWEST_WORDS <= len(text.split()) <= _MOST_WORDS and text[-1] in ".!"]


def _of(name: str, paragraphs: Sequence[str], chance: random.Random) -> Iterator[Record]:
    usable = _usable(paragraphs)
    chance.shuffle(usable)
    names = sorted(set(_NAME.findall(" ".join(paragraphs))))
    taken: set[str] = set()
    for number, text in usable:
        for kind, changed in _changes(text, names, chance):
            if kind not in taken and changed != text:
                taken.add(kind)
                true = kind in {"verbatim", "reworded", "shortened"}
                yield Record(document=name, takeaway=changed, supported_by=(number,) if true else (), kind=kind)
                break


def _changes(text: str, names: Sequence[str], chance: random.Random) -> Iterator[tuple[str, str]]:
    yield from _numbers_changed(text, chance)
    name = _NAME.search(text)
    others = [one for one in names if name and one not in text]
    if name and others:
        yield "name", text[: name.start()] + chance.choice(others) + text[name.end() :]
    signs = list(_SIGNS)
    chance.shuffle(signs)
    for kind, pairs in (("stronger", _HEDGES), ("sign", signs)):
        for pattern, mend in pairs:
            if re.search(pattern, text):
                yield kind, re.sub(pattern, mend, text, count=1)
    head, comma, _ = text.rpartition(", ")
    if comma and len(head.split()) >= _FEWEST_WORDS:
        yield "shortened", head + "."
    yield "verbatim", f"{text} "


def _numbers_changed(text: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield the sentence with another number, and with the same one written in another way."""
    found = [number for number in numbers(text) if not number.is_ordinal and number.value > 1]
    if not found:
        return
    number = chance.choice(found)
    value, written = int(number.value), text[number.start : number.end]
    other = value + chance.choice([1, 2, 7]) if number.is_year else value * 2 + 3
    yield "number", f"{text[: number.start]}{other}{text[number.end :]}"
    if number.value == value < len(_WORDS):
        same = _WORDS[value] if written.isdigit() else str(value)
        yield "reworded", f"{text[: number.start]}{same}{text[number.end :]}"
    if text[number.end : number.end + 1] == "%":
        yield "reworded", f"{text[: number.end]} percent{text[number.end + 1 :]}"
