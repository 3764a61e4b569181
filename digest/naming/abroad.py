"""Names in languages whose grammar the rules do not know: whole ones only, since a part of a name is a wrong name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from babel import Locale, UnknownLocaleError

from digest.naming.lines import DECLARED, Line, Span
from digest.naming.lookup import entry_at
from digest.naming.tokens import phrase, tokens
from digest.naming.vocabulary import NAME_PARTICLES

_LONGEST_COUNTRY = 6
_COUNTRY = 6
_HYPHENS = frozenset("-–")
_PARTICLES = NAME_PARTICLES | {"do", "das", "des", "d", "dello", "delle", "degli"}
# German nouns that are towns too, and what stands before a town.
_GERMAN_NOUNS = frozenset(
    "Bank Bild Boden Eisen Ende Enger Essen Grad Haar Halle Hof Mitte Norden Regen Singen Tor Union Zug".split()
)
_BEFORE_TOWNS = frozenset("in nach aus bei von".split())


def countries(number: int, line: Line, language: str) -> Iterator[Span]:
    """List the countries that a line names in another language than English."""
    known = _countries(language[:2])
    for first, token in enumerate(line.tokens):
        if token.is_capitalized:
            ends = range(min(first + _LONGEST_COUNTRY, len(line.tokens)), first, -1)
            last = next((end for end in ends if phrase(line.tokens[first:end]) in known), 0)
            if last:
                yield Span(number, first, last, "place", weight=_COUNTRY)


@cache
def _countries(language: str) -> frozenset[str]:
    """Return the names of countries in a language, as the CLDR has them."""
    try:
        territories = Locale(language).territories
    except UnknownLocaleError:
        return frozenset()
    return frozenset(phrase(tokens(name)) for code, name in territories.items() if code.isalpha())


def whole_names(lines: Sequence[Line], spans: Iterable[Span], language: str) -> Iterator[Span]:
    """Yield the spans that are whole names; people's are made whole, others that are parts of longer names are left out."""
    for span in spans:
        line = lines[span.line]
        first, last = _whole(line, span, language)
        if (first, last) == (span.first, span.last) or span.weight >= DECLARED:
            if not (language.startswith("de") and _is_noun(line, span)):
                yield span
        elif span.type == "person":
            yield replace(span, first=first, last=last, name="")


def _whole(line: Line, span: Span, language: str) -> tuple[int, int]:
    """Give where the name begins and ends of which a span may be a part."""
    first, last = span.first, span.last
    nouns_bear_capitals = language.startswith("de")
    while line.word(first - 1) in _HYPHENS and line.touches(first - 1) and line.touches(first) and _is_capital(line, first - 2):
        first -= 2
    if first == span.first and span.type != "person" and not nouns_bear_capitals and _is_capital(line, first - 1):
        first -= _is_single(line, span)
    while step := _continued(line, last, span, may_be_noun=nouns_bear_capitals and span.type == "person"):
        last += step
    return first, last


def _continued(line: Line, at: int, span: Span, *, may_be_noun: bool) -> int:
    """Count the tokens by which a name goes on: behind a hyphen, behind the small words of a name, with the next one."""
    if line.word(at) in _HYPHENS and line.touches(at) and line.touches(at + 1) and _is_inner(line, at + 1):
        return 2
    if _is_sure(line, span):
        return 0
    end = at
    while line.word(end) in _PARTICLES:
        end += 1
    return (end - at + 1) * _is_inner(line, end) * (at < end or not may_be_noun)


def _is_capital(line: Line, at: int) -> bool:
    return 0 <= at < len(line.tokens) and line.tokens[at].is_capitalized and not line.titled


def _is_inner(line: Line, at: int) -> bool:
    return _is_capital(line, at) and not line.tokens[at].opens


def _is_sure(line: Line, span: Span) -> bool:
    """Whether a name ends whatever follows: an organisation's or a country's, or one of several words that is no person's."""
    entry = entry_at(line, span.first, span.last)
    return span.type != "person" and (span.last - span.first > 1 or entry is None or entry.rank not in ("city", "region"))


def _is_single(line: Line, span: Span) -> bool:
    """Whether a name of one word is no country's, and may be the last one of a longer name."""
    entry = entry_at(line, span.first, span.last)
    return span.last - span.first == 1 and entry is not None and entry.rank not in ("country", "people")


def _is_noun(line: Line, span: Span) -> bool:
    return line.text(span) in _GERMAN_NOUNS and line.word(span.first - 1) not in _BEFORE_TOWNS
