"""Recognise names of several words by the words before them: what lies in a place, what is a weapon or a firm."""

from digest.naming.gazetteers import first_names, is_everyday, surnames
from digest.naming.lines import Line, Span
from digest.naming.lookup import is_place, longest_known
from digest.naming.personhood import name_parts
from digest.naming.singles import is_apposed, is_joined, is_listed_product, is_related
from digest.naming.vocabulary import (
    COMMON_ACRONYMS,
    NAME_PARTICLES,
    ORGANIZATION_DESCRIPTORS,
    ORGANIZATION_HEADS,
    ORGANIZATION_NOUNS_BEFORE,
    PLACE_NOUNS_BEFORE,
    RULERS,
    SAINTS,
    SPEECH,
    SURE_PLACE_PREPOSITIONS,
    TITLES,
    WEAPON_NOUNS,
)

_WEIGHT = 1
_OF_SAINTS_THEMSELVES = frozenset(
    {"Church", "Chamber", "Order", "Knights", "Sons", "Daughters", "Brotherhood", "Friends", "Congregation"}
)
_LENGTH_WITH_SHORT, _LONGEST_SHORT = 2, 4


def placed(number: int, line: Line, first: int, last: int) -> Span | None:
    """Name a place that stands in another, that is ruled, or of which nothing else is known: "near Cedar Key, Florida"."""
    before = line.word(first - 1)
    is_ruled = before == "of" and line.word(first - 2).lower() in RULERS
    is_given = line.word(first) in first_names() and line.word(first).lower() not in NAME_PARTICLES
    if last - first == 1 or not (is_ruled or before in SURE_PLACE_PREPOSITIONS) or is_given:
        return None
    located = line.word(last) == "," and is_place(line, last + 1, last + 2)
    usual = [is_everyday(part) for part in name_parts(line, first, last)]
    known = longest_known(line, first, last) or (all(usual) if is_ruled else any(usual))
    return Span(number, first, last, "place", weight=_WEIGHT) if located or (not known and before != "from") else None


def sainted(number: int, line: Line, first: int, last: int) -> Span | None:
    """Name a place that is called after a saint: "St Ives"; a given name behind "St" is the saint's, but where places stand."""
    if line.word(first) not in SAINTS or last - first != 2 + (line.word(first + 1) == "."):
        return None
    before, lead, after = line.word(first - 1).lower(), line.word(first - 2).lower(), line.word(last)
    of_places = lead in PLACE_NOUNS_BEFORE or lead in TITLES or lead.title() in ORGANIZATION_HEADS - _OF_SAINTS_THEMSELVES
    of_place = before == "of" and of_places
    is_place = of_place or before in SURE_PLACE_PREPOSITIONS
    is_saint = line.word(first) == "St" and line.word(last - 1) in first_names()
    if not is_place and (is_saint or before == "of" or after == "of" or after in SPEECH):
        return None
    return Span(number, first, last, "place", weight=_WEIGHT)


def armed(number: int, line: Line, first: int, last: int) -> Span | None:
    """Name a weapon by the noun after it or the list it stands in: "Tien Kung batteries"."""
    unknown = line.word(first) not in first_names() and not longest_known(line, first, last) and not line.tokens[first].opens
    if last - first > 1 and unknown and (line.word(last) in WEAPON_NOUNS or is_listed_product(line, first)):
        return Span(number, first, last, "product", weight=_WEIGHT)
    return None


def abbreviated(number: int, line: Line, first: int, last: int) -> Span | None:
    """Name a firm that begins with its abbreviation: "PKN Orlen"."""
    short, name = line.word(first), line.word(first + 1)
    fits = (
        last - first == _LENGTH_WITH_SHORT and line.tokens[first].is_acronym and short.isalpha() and len(short) <= _LONGEST_SHORT
    )
    if not fits or short in COMMON_ACRONYMS or longest_known(line, first, last) or longest_known(line, first + 1, last):
        return None
    unknown = not is_everyday(name) and name not in first_names() and name not in surnames() and name[1:].islower()
    return Span(number, first, last, "organization", weight=_WEIGHT) if unknown else None


def described(number: int, line: Line, first: int, last: int) -> Span | None:
    """Name what the word before it calls an organisation, or what is joined as firms are: "the newspaper Corriere della Sera"."""
    if last - first == 1 or line.word(first) in first_names():
        return None
    before = line.word(first - 1).lower()
    told = before in ORGANIZATION_NOUNS_BEFORE | ORGANIZATION_DESCRIPTORS or is_related(line, first)
    if told or is_apposed(line, first, last) or is_joined(line, first):
        return Span(number, first, last, "organization", weight=_WEIGHT)
    return None
