"""Recognise a team that goes by its city's name: before its players, and in a sentence with a score beside a word of matches."""

import re
from collections.abc import Iterator

from digest.naming.gazetteers import gazetteer
from digest.naming.lines import Line, Span
from digest.naming.lookup import entry_at
from digest.naming.tokens import plain
from digest.naming.vocabulary import MATCH_VERBS, TEAM_NOUNS

_GOALS = re.compile(r"\d{1,3}\Z")
_DASHES = frozenset("-–")
_TOWARDS = frozenset({"to", "with", "over", "against"})
_WEIGHT = 6


def named_teams(number: int, line: Line) -> Iterator[Span]:
    """List the cities of a line that mean a team."""
    has_score = any(_is_score(line, at) for at in range(1, len(line.tokens) - 1))
    for first, token in enumerate(line.tokens):
        for last in range(first + gazetteer().longest.get(plain(token.text), 0), first, -1):
            entry = entry_at(line, first, last)
            if entry and entry.rank == "city":
                if line.word(last) in TEAM_NOUNS or (has_score and _meets(line, first, last)):
                    yield Span(number, first, last, "organization", weight=_WEIGHT)
                break


def _meets(line: Line, first: int, last: int) -> bool:
    """Tell whether a word of matches stands beside, or a score before: "Lyon beat", "lost to Lyon", "lost 2-1 to Lyon"."""
    at = first - 1 if line.word(first - 1) in _TOWARDS else first
    return line.word(last) in MATCH_VERBS or line.word(at - 1) in MATCH_VERBS or (at < first and _is_score(line, at - 2))


def _is_score(line: Line, at: int) -> bool:
    """Tell whether a dash between two small numbers stands at a token."""
    return line.word(at) in _DASHES and bool(_GOALS.match(line.word(at - 1)) and _GOALS.match(line.word(at + 1)))
