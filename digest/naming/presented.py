"""Recognise what a sentence presents: "Bilje is a village", "Vorhane (born 1961) is a Ruritanian politician"."""

from digest.model.names import EntityType
from digest.naming.gazetteers import is_everyday
from digest.naming.lines import Line, Span
from digest.naming.lookup import longest_known
from digest.naming.vocabulary import ORGANIZATION_KINDS, PERSON_KINDS, PLACE_KINDS, TITLES

_KINDS: dict[str, EntityType] = {
    **dict.fromkeys(TITLES | PERSON_KINDS, "person"),
    **dict.fromkeys(ORGANIZATION_KINDS, "organization"),
    **dict.fromkeys(PLACE_KINDS, "place"),
}
_BEING = frozenset({"is", "was"})
_ARTICLES = frozenset({"a", "an", "the"})
_BEHIND_A_KIND = frozenset(
    """
    of in for to that who which with by from and or on at near where whose known born located situated based founded led
    best currently formerly between about along north south east west
    """.split()
)
_LONGEST_ASIDE, _LONGEST_PRESENTATION = 30, 5
_WEIGHT = 3


def presented(number: int, line: Line, first: int, last: int) -> Span | None:
    """Name a piece by the kind of thing that an apposition says that it is ("Anacom, the regulator,"), or a sentence it opens."""
    if line.word(last) == "," and line.word(last + 1) in _ARTICLES and _is_new(line, first, last):
        kind = _kind(line, last + 2) or _kind_alone(line, last + 2)
        if kind == "organization":
            return Span(number, first, last, kind, weight=_WEIGHT)
    opens = line.tokens[first].opens or (line.word(first - 1) == "The" and line.tokens[first - 1].opens)
    if not opens or not _is_new(line, first, last):
        return None
    at = _after_aside(line, last)
    kind = _kind(line, at + 1) if line.word(at) in _BEING and line.word(at + 1) in _ARTICLES else None
    return Span(number, first, last, kind, weight=_WEIGHT) if kind else None


def _kind_alone(line: Line, at: int) -> EntityType | None:
    """Give the type of a kind of thing with nothing before it, or of a group with one word before it: "an investment group,"."""
    if line.word(at + 1) == ",":
        return _KINDS.get(line.word(at))
    return "organization" if line.word(at + 1) == "group" and line.word(at + 2) == "," else None


def _is_new(line: Line, first: int, last: int) -> bool:
    """Tell whether nothing is known of a piece."""
    return not longest_known(line, first, last) and not (last - first == 1 and is_everyday(line.word(first)))


def _after_aside(line: Line, at: int) -> int:
    """Step over what stands in brackets: dates, another spelling."""
    if line.word(at) != "(":
        return at
    return next((end + 1 for end in range(at, min(at + _LONGEST_ASIDE, len(line.tokens))) if line.word(end) == ")"), at)


def _kind(line: Line, at: int) -> EntityType | None:
    """Give the type of the first word behind an article that tells a kind of thing; small words and marks end the search."""
    for index in range(at + 1, min(at + 1 + _LONGEST_PRESENTATION, len(line.tokens))):
        word, after = line.word(index), line.word(index + 1)
        if word in _KINDS and (not after.isalpha() or after in _BEHIND_A_KIND):
            return _KINDS[word]
        if not (word.isalpha() or word == "-") or word in _BEHIND_A_KIND:
            return None
    return None
