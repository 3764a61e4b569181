"""Find titles of office in a run of capitalised words and beside it: who bears one is a person."""

from collections.abc import Iterator

from digest.naming.gazetteers import first_names, surnames
from digest.naming.lines import Line, Span
from digest.naming.lookup import is_place
from digest.naming.tokens import POSSESSIVES
from digest.naming.vocabulary import (
    EVENT_ENDINGS,
    FAMILY_NAME_ENDINGS,
    OF_TITLES,
    ORGANIZATION_ENDINGS,
    PLACE_ENDINGS,
    TITLE_QUALIFIERS,
    TITLES,
)

_NO_BEARER = ORGANIZATION_ENDINGS | EVENT_ENDINGS | PLACE_ENDINGS
_NOT_AFTER_GIVEN = _NO_BEARER - FAMILY_NAME_ENDINGS
_TITLE_WORDS = TITLES | TITLE_QUALIFIERS
_OFFICES = TITLE_QUALIFIERS | frozenset("state affairs staff and the homeland veterans urban human services water -".split())
_AFTER_HYPHEN = TITLES | {"elect", "designate"}
_WEIGHT = 6


def titles(number: int, line: Line, first: int, last: int) -> Iterator[Span]:
    """List the titles that begin in a run, as spans of no type that claim their words."""
    at = first
    while at < last:
        if line.word(at).lower() in TITLES and not (
            _is_part_of_other_name(line, at + 1, last) or _is_family_name(line, at, last)
        ):
            start, end = _qualified(line, first, at), _extended(line, at + 1)
            words = line.passage.text[line.tokens[start].start : line.tokens[end - 1].end]
            yield Span(number, start, end, None, weight=_WEIGHT, title=words)
            at = end
        else:
            at += 1


def follows_title(line: Line, first: int) -> bool:
    """Tell whether a title in small letters stands before a run: "spokesman Dmitry Peskov"."""
    return line.word(first - 1).lower() in TITLES


def _is_part_of_other_name(line: Line, first: int, last: int) -> bool:
    """Tell whether what looks like a title begins another name: "Justice Department", "Prince Edward Island"."""
    while line.word(first).lower() in TITLES and line.word(first + 1) in POSSESSIVES:
        first += 1
    end = next((at for at in range(first, last) if line.word(at).lower() in TITLES), last)
    telling = _NOT_AFTER_GIVEN if line.word(first) in first_names() else _NO_BEARER
    return line.word(first) == "&" or any(line.word(at) in telling for at in range(first, end))


def _is_family_name(line: Line, at: int, last: int) -> bool:
    """Tell whether a title's word ends a name: "Aaron Judge", "Masayoshi Son"."""
    given = line.word(at - 1)
    return at + 1 == last and line.word(at) in surnames() and given in first_names() and not is_place(line, at - 1, at)


def _qualified(line: Line, first: int, at: int) -> int:
    """Widen a title to the left over words such as "Prime" and "Acting"."""
    while at > first and (line.word(at - 1).lower() in TITLE_QUALIFIERS or line.word(at - 1) == "-"):
        at -= 1
    return at


def _extended(line: Line, at: int) -> int:
    """Widen a title to the right: over its full stop, further titles, "-General", "of State"."""
    end = at
    if line.word(end) == "." and line.touches(end):
        end += 1
    while line.word(end)[:1].isupper() and line.word(end).lower() in _TITLE_WORDS and not line.tokens[end].opens:
        end += 1
    if line.word(end) == "-" and line.touches(end) and line.word(end + 1).lower() in _AFTER_HYPHEN:
        end += 2
    return _with_office(line, end) if line.word(at - 1).lower() in OF_TITLES else end


def _with_office(line: Line, end: int) -> int:
    """Widen a title over the office it names: "of State", "for Foreign Affairs"."""
    if line.word(end) not in {"of", "for"}:
        return end
    ahead = end + 1
    while line.word(ahead).lower() in _OFFICES:
        ahead += 1
    while line.word(ahead - 1) in {"and", "the"}:
        ahead -= 1
    return ahead if line.word(ahead - 1)[:1].isupper() else end
