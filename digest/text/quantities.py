"""What a text measures in English: quantities in units, parts of a whole and times over, as values that compare."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from digest.text.numbers import WORDS, numbers
from digest.text.patterns import pattern

_LENGTHS = {
    "mm": 0.001,
    "cm": 0.01,
    "m": 1.0,
    "km": 1000.0,
    "millimetre": 0.001,
    "centimetre": 0.01,
    "metre": 1.0,
    "kilometre": 1000.0,
    "millimeter": 0.001,
    "centimeter": 0.01,
    "meter": 1.0,
    "kilometer": 1000.0,
    "inch": 0.0254,
    "inches": 0.0254,
    "foot": 0.3048,
    "feet": 0.3048,
    "yard": 0.9144,
    "mile": 1609.344,
}
_WEIGHTS = {"mg": 0.001, "g": 1.0, "gram": 1.0, "gramme": 1.0, "kg": 1e3, "kilo": 1e3, "kilogram": 1e3, "tonne": 1e6}
_TIMES = {"second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0, "fortnight": 1209600.0}
_VOLUMES = {"ml": 0.001, "cl": 0.01, "litre": 1.0, "liter": 1.0, "millilitre": 0.001, "milliliter": 0.001}
_KINDS_OF_UNIT = {
    "length": _LENGTHS,
    "weight": _WEIGHTS,
    "time": _TIMES,
    "volume": _VOLUMES,
    "age": {"month": 1.0, "year": 12.0, "decade": 120.0, "century": 1200.0, "centuries": 1200.0},
    "part": {"percent": 0.01, "per cent": 0.01, "%": 0.01},
    "times": {"times": 1.0},
}
_UNIT_OF = {unit: (kind, size) for kind, units in _KINDS_OF_UNIT.items() for unit, size in units.items()}
_LONGEST_ABBREVIATION = 2
_UNIT_WORD = "|".join(f"{unit}s?" for unit in sorted(_UNIT_OF, key=len, reverse=True) if len(unit) > _LONGEST_ABBREVIATION)
_ABBREVIATION = "|".join(unit for unit in _UNIT_OF if len(unit) <= _LONGEST_ABBREVIATION)
_AND_A_HALF = "(?: and a half)?"
_UNIT = pattern(rf"(?ai){_AND_A_HALF}[ \u00a0-]?(?P<unit>{_UNIT_WORD}|{_ABBREVIATION})(?!\w){_AND_A_HALF}")
# "Seven days a week" tells a rate.
_ONE_UNIT = pattern(
    r"(?ai)\b(?:(?P<count>half|a quarter of|three quarters of)[ -]an?|an?(?![ -](?:day|week|month|year)\b(?! and a half)))"
    rf"[ -](?P<unit>{_UNIT_WORD})\b{_AND_A_HALF}"
)
_DOZEN = 12
_COUNTS = {"half": 0.5, "a quarter of": 0.25, "three quarters of": 0.75}
_PARTS = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10}
_FEW = "|".join(word for word, value in WORDS.items() if value <= _DOZEN)
_PART = pattern(rf"(?ai)\b(?P<count>an?|{_FEW})[ -](?P<part>{'|'.join(_PARTS)})s?\b")
_OUT_OF = pattern(rf"(?ai)\b(?P<count>\d+|{_FEW}) (?:in|out of)(?: every)? (?P<of>\d+|{_FEW})\b")
_HALF_ALONE = pattern(r"(?ai)(?<!first )(?<!second )(?<!a )\bhalf\b(?![ -]?(?:an?\b|time))")
_OVER = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
_TIMES_OVER = pattern(rf"(?ai)\b(?:{'|'.join(_OVER)})\b")
_OFF, _OFF_OUT_OF, _OFF_A_PART = 0.01, 0.02, 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A quantity where it stands: `text[start:end]` has it in `unit`, `value` in the unit that all of its kind have."""

    start: int
    end: int
    kind: str
    unit: str
    value: float


def quantities(text: str) -> tuple[Quantity, ...]:
    """Return what a text measures: numbers with a unit, parts of a whole (`two thirds`, `67 percent`), and times (`twice`)."""
    return (*_with_units(text), *_parts(text))


def equal(one: Quantity, other: Quantity) -> bool:
    """Say whether two quantities are the same, said in two ways; a part or a conversion is rounded, `seven in ten` more so."""
    if one.kind != other.kind or one.unit == other.unit:
        return False
    off = _OFF_OUT_OF if one.unit.startswith("of ") else _OFF
    farthest = min(off, _OFF_A_PART * other.value) if one.kind == "part" else _OFF * other.value
    return abs(one.value - other.value) <= farthest


def _with_units(text: str) -> Iterator[Quantity]:
    for number in numbers(text):
        unit = _UNIT.match(text, number.end)
        if unit and not (number.is_year or number.is_ordinal):
            yield _quantity(number.start, unit, number.value)
    for match in _ONE_UNIT.finditer(text):
        count = match["count"]
        yield _quantity(match.start(), match, _COUNTS[count.lower()] if count else 1.0)
    for match in _TIMES_OVER.finditer(text):
        yield Quantity(start=match.start(), end=match.end(), kind="times", unit="over", value=_OVER[match[0].lower()])


def _quantity(start: int, match: re.Match[str], count: float) -> Quantity:
    word = match["unit"].lower()
    kind, size = _UNIT_OF.get(word) or _UNIT_OF[word.removesuffix("s")]
    value = (count + 0.5 if "and a half" in match[0].lower() else count) * size
    written = match[0].lower().strip(" \u00a0-").removesuffix("s")
    return Quantity(start=start, end=match.end(), kind=kind, unit=written, value=value)


def _parts(text: str) -> Iterator[Quantity]:
    for match in _PART.finditer(text):
        part = match["part"].lower()
        count = WORDS.get(match["count"].lower(), 1.0)
        yield Quantity(start=match.start(), end=match.end(), kind="part", unit=part, value=count / _PARTS[part])
    for match in _OUT_OF.finditer(text):
        count, whole = _count(match["count"]), _count(match["of"])
        if whole:
            yield Quantity(start=match.start(), end=match.end(), kind="part", unit=f"of {whole}", value=count / whole)
    for match in _HALF_ALONE.finditer(text):
        yield Quantity(start=match.start(), end=match.end(), kind="part", unit="half", value=0.5)


def _count(written: str) -> float:
    return float(written) if written.isdecimal() else WORDS[written.lower()]
