"""Recognise names that nobody listed: runs of capitalised words are cut at titles, and each piece left is judged."""

from collections.abc import Callable, Iterator

from digest.naming.described import abbreviated, armed, described, placed, sainted
from digest.naming.endings import named_by_ending, team
from digest.naming.heads import named_by_head
from digest.naming.lines import Line, Span
from digest.naming.lookup import longest_known
from digest.naming.persons import full_name, person
from digest.naming.presented import presented
from digest.naming.runs import runs
from digest.naming.singles import model, single
from digest.naming.titles import follows_title, titles
from digest.naming.tokens import POSSESSIVES

_Rule = Callable[[int, Line, int, int], Span | None]
# Tried in this order; those below only on what the gazetteers do not know as a whole.
_BY_TELLING_WORDS: tuple[_Rule, ...] = (named_by_head, named_by_ending)
_BY_SURROUNDINGS: tuple[_Rule, ...] = (team, presented, sainted, placed, armed, abbreviated, described)


def ruled_names(number: int, line: Line) -> Iterator[Span]:
    """List the spans that rules find in a line; where capitals say nothing, only full names of people."""
    if line.shouted:
        return
    if line.titled:
        yield from full_names(number, line)
        return
    at, title = 0, ""
    for first, last in runs(line):
        if line.word(first - 1) == "." and line.word(first - 2) == "v":
            continue  # a party to a case: "Brown v. Board of Education"
        if at <= first:
            at, title = first, line.word(first - 1) if follows_title(line, first) else ""
        for office in titles(number, line, at, last):
            yield office
            yield from _piece(number, line, at, office.first, title)
            at, title = office.last, "" if line.word(office.last) in POSSESSIVES else office.title
        if at < last:
            found = list(_piece(number, line, at, last, title))
            yield from found
            at = max([last, *(span.last for span in found)])


def full_names(number: int, line: Line) -> Iterator[Span]:
    """List the people of a line in which capitals say nothing."""
    people = (full_name(number, line, at) for at in range(len(line.tokens) - 1))
    yield from (span for span in people if span)


def _piece(number: int, line: Line, first: int, last: int, title: str) -> Iterator[Span]:
    """Name what a piece without titles holds, from left to right."""
    while first < last and not line.tokens[first].is_word:
        first += 1
    if first >= last:
        return
    found = _named(number, line, first, last, title)
    if found:
        yield found
        yield from _piece(number, line, found.last, last, "")
        if found.first - first == 1 and line.tokens[first].is_acronym:
            yield from _alone(number, line, first)
    elif designation := model(number, line, first):
        yield designation
    elif last - first == 1:
        yield from _alone(number, line, first)


def _named(number: int, line: Line, first: int, last: int, title: str) -> Span | None:
    """Name the first thing of a piece that a rule recognises."""
    for rule in _BY_TELLING_WORDS:
        if found := rule(number, line, first, last):
            return found
    if longest_known(line, first, last) < last - first:
        for rule in _BY_SURROUNDINGS:
            if found := rule(number, line, first, last):
                return found
        return person(number, line, first, last, title)
    return person(number, line, first, last, title) if title else None


def _alone(number: int, line: Line, at: int) -> Iterator[Span]:
    """Name a lone word that the gazetteers do not know."""
    found = None if longest_known(line, at, at + 1) else single(number, line, at)
    if found:
        yield found
