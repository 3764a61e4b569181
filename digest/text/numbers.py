"""The numbers that a text states, in digits or in English words, as values that compare."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log10

from digest.text.concordance import Concordance
from digest.text.patterns import pattern
from digest.text.remembered import Remembered

_SCALES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}
_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
WORDS = {word: float(value) for value, word in enumerate(_UNITS.split(), 1)}
WORDS |= {word: 10.0 * value for value, word in enumerate(_TENS.split(), 2)}
WORDS |= {"zero": 0.0, "dozen": 12.0}
_ORDINALS = "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
_ORDINAL_WORDS = {word: float(value) for value, word in enumerate(_ORDINALS.split(), 3)}
_SCALE_WORD = "|".join(_SCALES)
_FIGURE = pattern(
    rf"""(?x)(?<![\w.,/])(?P<sign>[A-Z]{{0,3}}[$€£¥]\s?)?
      (?P<figure>\d{{1,3}}(?:[,\u00a0\u202f]\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)
      (?:(?:[\ \u00a0-](?(sign)|(?![kmbKMB]\b))|(?=[kmbtKMBT]))(?P<scale>{_SCALE_WORD}|(?i:k|mn?|bn?|tr?n)(?![\w'’-]))(?:s\b)?)?
      (?:st|nd|rd|th|s)?(?![\w]|[.,]\d|/\d)"""
)
_PLAIN = pattern(
    r"""(?x)(?<![\w.,/-])
      (?:\d{1,3}(?P<mark>[.,'’\ \u00a0\u202f])\d{3}(?:(?P=mark)\d{3})*(?:[.,]\d{1,2})? | \d+(?:[.,]\d+)?)
      (?![\w/]|[.,]\d)"""
)
_GROUP = pattern(r"[.,'’ \u00a0\u202f](?=\d{3}(?!\d))")
_YEAR = pattern(r"1\d{3}|2[01]\d\d")
_DIGIT = pattern(r"\d")
_WORD = pattern(r"[A-Za-z]+")
_HALF = pattern(
    rf"""(?xai)(?<![\w-])
      (?:(?P<whole>\d+|(?:(?:{_TENS.replace(" ", "|")})[\ -])?(?:{_UNITS.replace(" ", "|")}))[\ -]and[\ -]a[\ -])?
      half(?:[\ -]an?)?[\ -](?P<scale>{_SCALE_WORD}|dozen)(?!\w)"""
)
_NUMBER_WORDS = frozenset(word + ending for word in (*WORDS, *_SCALES) for ending in ("", "s"))
_TELLING = _NUMBER_WORDS | _ORDINAL_WORDS.keys()
_BETWEEN = frozenset((" ", "-", " and "))
_YEARS = range(1000, 2200)
_SMALLEST_ROUNDED = 1000  # smaller whole numbers are counts
_LARGEST_UNROUNDED = 12
_FARTHEST = 0.05


def _may_tell(piece: str) -> bool:
    return bool(_DIGIT.search(piece)) or not _TELLING.isdisjoint(map(str.lower, _WORD.findall(piece)))


# Of what stands between white space; where there is no such piece there is no number.
NUMBER_MAY_STAND_IN = Remembered(_may_tell)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number where it stands: `text[start:end]` means `value`; a year is exact, other numbers may be rounded."""

    start: int
    end: int
    value: float
    is_year: bool = False
    is_ordinal: bool = False


@lru_cache(maxsize=1 << 10)
def numbers(text: str) -> tuple[Number, ...]:
    """Return the numbers of a text in order; dates and addresses count as the figures in them."""
    if not any(map(NUMBER_MAY_STAND_IN.__getitem__, text.split())):
        return ()
    halves = tuple(_halves(text))
    others = [
        number
        for number in (*_figures(text), *_in_words(text))
        if not any(number.start < half.end and half.start < number.end for half in halves)
    ]
    return tuple(sorted((*halves, *others), key=lambda number: number.start))


def stating(texts: Concordance) -> Sequence[int]:
    """Return which texts may state a number."""
    return texts.with_any([piece for piece in texts.places if NUMBER_MAY_STAND_IN[piece]])


def figures(text: str) -> tuple[Number, ...]:
    """Return the numbers in digits of a text in any language, with `1.250,5`, `1 250,5` or `1'250.5` for the same."""
    return tuple(
        Number(start=match.start(), end=match.end(), value=_plain_value(match[0]), is_year=bool(_YEAR.fullmatch(match[0])))
        for match in _PLAIN.finditer(text)
    )


def _plain_value(figure: str) -> float:
    """Read a figure of a language that may have either mark for thousands: with three digits behind it, it is one."""
    return float(_GROUP.sub("", figure).replace(",", "."))


def same_digits(one: Number, other: Number) -> bool:
    """Say whether two numbers differ at most by powers of a thousand, as `1,5` (million) and `1.500.000` do."""
    if one.is_year or other.is_year or not one.value or not other.value:
        return False
    return _digits(one) == _digits(other) and round(log10(one.value / other.value)) % len("000") == 0


def _digits(number: Number) -> str:
    return f"{number.value:.15g}".replace(".", "").strip("0")


def stands_for(stated: Number, source: Number) -> bool:
    """Say whether a number may be said for another one: it is the same, or the same rounded to fewer digits and hardly off."""
    if stated.value == source.value:
        return True
    if stated.is_year or source.is_year or stated.value <= _LARGEST_UNROUNDED:
        return False
    if source.value.is_integer() and source.value < _SMALLEST_ROUNDED:
        return False
    digits = len(_digits(stated))
    is_rounded = float(f"{source.value:.{digits}g}") == stated.value
    return is_rounded and abs(stated.value - source.value) <= _FARTHEST * source.value


def _figures(text: str) -> Iterator[Number]:
    for match in _FIGURE.finditer(text) if _DIGIT.search(text) else ():
        figure = re.sub(r"[,\u00a0\u202f]", "", match["figure"])
        scale = (match["scale"] or "").lower()
        factor = _SCALES.get(scale, _SHORT_SCALES.get(scale, 1.0))
        is_year = not scale and len(match["figure"]) == len("2025") and figure.isdigit() and int(figure) in _YEARS
        is_year = is_year and not match["sign"]
        yield Number(start=match.start(), end=match.end(), value=float(figure) * factor, is_year=is_year)


def _halves(text: str) -> Iterator[Number]:
    """Yield `half a million` and `two and a half million`."""
    for match in _HALF.finditer(text) if "half" in text.lower() else ():
        whole = match["whole"] or "0"
        count = float(whole) if whole.isdecimal() else _value(re.split("[ -]", whole.lower()))
        scale = match["scale"].lower()
        yield Number(start=match.start(), end=match.end(), value=(count + 0.5) * (_SCALES.get(scale) or WORDS[scale]))


def _in_words(text: str) -> Iterator[Number]:
    """Yield numbers in words, each of one word or of several that follow each other, and ordinals."""
    run: list[re.Match[str]] = []
    words = () if _TELLING.isdisjoint(map(str.lower, _WORD.findall(text))) else _WORD.finditer(text)
    for word in words:
        lower = word[0].lower()
        if lower == "and" and run and run[-1][0].lower() in _SCALES:
            continue
        if run and (lower not in _NUMBER_WORDS or text[run[-1].end() : word.start()] not in _BETWEEN):
            yield from _run(text, run)
            run = []
        if lower in _NUMBER_WORDS:
            run.append(word)
        elif lower in _ORDINAL_WORDS:
            yield Number(start=word.start(), end=word.end(), value=_ORDINAL_WORDS[lower], is_ordinal=True)
    yield from _run(text, run)


def _run(text: str, run: Sequence[re.Match[str]]) -> Iterator[Number]:
    words = [word[0].lower() for word in run]
    if not words or _is_vague(words[-1]) or (words[0] in _SCALES and text[: run[0].start()].rstrip(" -")[-1:].isdigit()):
        return
    yield Number(start=run[0].start(), end=run[-1].end(), value=_value(words))


def _is_vague(word: str) -> bool:
    """Say whether a number only tells an order of magnitude: `dozens`, `thousands`, `tens of`."""
    return word.endswith("s") and word.removesuffix("s") in {*_SCALES, "ten", "dozen"}


def _value(words: list[str]) -> float:
    """Add up `two hundred and five thousand`."""
    total = part = 0.0
    for word in words:
        bare = word if word in WORDS or word in _SCALES else word.removesuffix("s")
        if bare in WORDS:
            part = part * WORDS[bare] if bare == "dozen" and part else part + WORDS[bare]
        elif bare == "hundred":
            part = (part or 1.0) * _SCALES[bare]
        elif bare in _SCALES:
            total += (part or 1.0) * _SCALES[bare]
            part = 0.0
    return total + part
