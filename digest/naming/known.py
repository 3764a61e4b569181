"""Recognise names of the gazetteers, where their surroundings do not speak against it."""

from collections.abc import Iterator

from digest.naming.gazetteers import Entry, gazetteer
from digest.naming.lines import Line, Span
from digest.naming.lookup import entry_at
from digest.naming.surroundings import fits, stands_as_town
from digest.naming.vocabulary import DIRECTIONS, LEGAL_FORMS, REGIONAL

_LONGEST_DATELINE = 5
_SHORTEST_IN_CAPITALS = 3
_LONGEST_VERSION = 2
_DATELINE_MARKS = frozenset("-–—(,:")
_DASHES = frozenset("-–—")
_LIGHT, _HEAVY = 2, 5


def known_names(number: int, line: Line) -> Iterator[Span]:
    """List the spans that the gazetteers know; spans inside others too."""
    longest = gazetteer().longest
    for first, token in enumerate(line.tokens):
        most = longest.get(line.plain[first], 0)
        if not most and _may_be_capitals(line, first):
            most = longest.get(token.text.title(), 0)
        for last in range(min(first + most, len(line.tokens)), first, -1) if most else ():
            entry = entry_at(line, first, last) or _entry_in_dateline(line, first, last)
            if entry and _ends_in_score(line, last):
                continue
            town = gazetteer().towns.get(line.phrase(first, last)) if entry and entry.type == "organization" else None
            if town and stands_as_town(line, first, last):
                entry = town
            if entry and (fits(line, first, last, entry) or _opens_dateline(line, first, last, entry)):
                yield Span(number, first, last, entry.type, entry.name, weight=_HEAVY if last - first > 1 else _LIGHT)
                if entry.type == "place" and _is_part_of_place(line, first):
                    yield Span(number, first - 1, last, "place", weight=_LIGHT)
                if _is_extended(line, last, entry):
                    yield Span(number, first, last + 1, entry.type, weight=_LIGHT)


def _ends_in_score(line: Line, last: int) -> bool:
    """Tell whether the number that ends a name begins a score or a range: "beat France 24-22"."""
    return line.word(last - 1).isdigit() and line.word(last) in _DASHES and line.touches(last) and line.word(last + 1).isdigit()


def _entry_in_dateline(line: Line, first: int, last: int) -> Entry | None:
    """Look up a place that stands in capitals, in a dateline or in a passage of nothing else: "WASHINGTON —"."""
    words = line.tokens[first:last]
    if not _may_be_capitals(line, first) or not all(word.text.isupper() for word in words):
        return None
    entry = gazetteer().entries.get(line.phrase(first, last).title())
    return entry if entry and entry.type == "place" else None


def _opens_dateline(line: Line, first: int, last: int, entry: Entry) -> bool:
    """Tell whether a line begins with a place, in capitals, and a mark: a dateline names a place, whatever else is called so."""
    capitals = all(word.text.isupper() for word in line.tokens[first:last])
    return first == 0 and capitals and entry.type == "place" and line.word(last) in _DATELINE_MARKS


def _may_be_capitals(line: Line, at: int) -> bool:
    """Tell whether a word of capitals may be a place's name that has small letters elsewhere."""
    if at >= _LONGEST_DATELINE and not line.shouted:
        return False
    return len(line.word(at)) >= _SHORTEST_IN_CAPITALS or (at == 0 and line.word(1).isupper())


def _is_part_of_place(line: Line, at: int) -> bool:
    """Tell whether a word before a place says which part of it is meant: "South Jutland"."""
    return line.word(at - 1) in REGIONAL and not line.titled and not line.tokens[at - 1].opens


def _is_extended(line: Line, at: int, entry: Entry) -> bool:
    """Tell whether a product's number, a place's direction or a firm's legal form follows: "Kowloon East", "Airbus SE"."""
    word = line.word(at)
    if entry.type == "organization":
        return word in LEGAL_FORMS and not line.titled
    if entry.type == "product":
        return word.isdigit() and len(word) <= _LONGEST_VERSION and not line.touches(at)
    return entry.type == "place" and word in DIRECTIONS and not line.titled
