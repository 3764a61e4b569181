"""Recognise what is defined by the acronym in brackets after it: "Patriotic Union of Kurdistan (PUK)"."""

from collections.abc import Iterator

from digest.naming.endings import ENDINGS
from digest.naming.gazetteers import first_names, no_organizations
from digest.naming.lines import Line, Span
from digest.naming.lookup import entry_at
from digest.naming.organizations import initials
from digest.naming.vocabulary import ORGANIZATION_ENDINGS

_JOINING = frozenset("of the and for in on de la du des del & -".split())
_LONGEST, _SHORTEST_ACRONYM = 12, 2
_WEIGHT = 5


def defined_names(number: int, line: Line) -> Iterator[Span]:
    """List the names that an acronym in brackets repeats."""
    for at in range(2, len(line.tokens) - 2):
        if line.word(at) == "(" and line.word(at + 2) == ")" and _is_acronym(line, at + 1):
            first = _first_of_expansion(line, at, line.word(at + 1))
            if first == at and line.word(at - 1) in ORGANIZATION_ENDINGS:
                yield Span(number, at + 1, at + 2, "organization", weight=_WEIGHT)
            if first < at:
                known, ending = entry_at(line, first, at), ENDINGS.get(line.word(at - 1))
                is_name = not known and line.word(first) not in first_names()
                kind = known.type if known else ending or "organization"
                if is_name:
                    yield Span(number, first, at, kind, weight=_WEIGHT)
                if is_name or known or ending:
                    yield Span(number, at + 1, at + 2, kind, weight=_WEIGHT)


def _is_acronym(line: Line, at: int) -> bool:
    """Tell whether a word can stand for a name of several words; what is no organisation elsewhere, for that of one alone."""
    word, ends = line.word(at), line.word(at - 2)
    may_be = word not in no_organizations("en") or ends in ORGANIZATION_ENDINGS
    return line.tokens[at].is_acronym and word.isalpha() and len(word) >= _SHORTEST_ACRONYM and may_be


def _first_of_expansion(line: Line, end: int, acronym: str) -> int:
    """Give where the words begin that end before a bracket and make an acronym, or the bracket's place if none do."""
    for first in range(end - 1, max(end - _LONGEST, 0) - 1, -1):
        token = line.tokens[first]
        if not token.is_capitalized and token.text not in _JOINING:
            break
        text = line.passage.text[token.start : line.tokens[end - 1].end]
        if token.is_capitalized and first < end - 1 and acronym in initials(text) and line.word(first - 1) not in {"a", "an"}:
            return first
    return end
