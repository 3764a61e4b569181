"""Recognise organisations, events and places by the words that such names end with."""

import re

from digest.model.names import EntityType
from digest.naming.gazetteers import first_names, is_everyday, surnames
from digest.naming.lines import Line, Span
from digest.naming.lookup import entry_at, is_place
from digest.naming.teams import tells_of_matches
from digest.naming.tokens import POSSESSIVES
from digest.naming.vocabulary import (
    EVENT_ENDINGS,
    FAMILY_NAME_ENDINGS,
    MOSTLY_FAMILY_NAMES,
    NEVER_GIVEN,
    ORGANIZATION_ENDINGS,
    PLACE_ENDINGS,
    TITLES,
    WEAK_ORGANIZATION_ENDINGS,
)

ENDINGS: dict[str, EntityType] = {
    **dict.fromkeys(PLACE_ENDINGS, "place"),
    **dict.fromkeys(ORGANIZATION_ENDINGS, "organization"),
    **dict.fromkeys(EVENT_ENDINGS, "event"),
    "Cross": "organization",
    "Crescent": "organization",
}
_TEAMS_WITHOUT_S = frozenset("Jazz Heat Magic Thunder Wild Lightning Avalanche Sox Rovers United".split())
_ABBREVIATED = frozenset("Inc Corp Ltd Co Bros".split())
_RED = frozenset({"Cross", "Crescent"})
_SITED = frozenset({"College", "Hospital", "Council"})  # names go on with the city: "Trinity College Dublin"
_SITES = frozenset({"at", "in", "inside", "outside"})
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)\Z")
_LONGEST_TEAM, _MOST_BEFORE_FAMILY = 2, 2
_WEIGHT, _LIGHT = 3, 1


def named_by_ending(number: int, line: Line, first: int, last: int) -> Span | None:
    """Name what ends with the last telling word of a piece: "Civil Defense Authority", "NATO Summit"."""
    for at in range(last - 1, first, -1):
        kind = ENDINGS.get(line.word(at))
        if kind and line.word(at - 1) != "-" and _suffices(line, first, at, kind):
            stop = line.word(at) in _ABBREVIATED and line.word(at + 1) == "." and line.touches(at + 1)
            sited = line.word(at) in _SITED and at + 1 < last and is_place(line, at + 1, last)
            goes_on = line.word(at) in WEAK_ORGANIZATION_ENDINGS and at + 2 == last and _is_only_everyday(line, at + 1)
            end = last if sited or goes_on else at + 2 if stop else at + 1
            return Span(number, _whole_from(line, first, kind), end, kind, weight=_WEIGHT)
    return None


def _whole_from(line: Line, first: int, kind: EntityType) -> int:
    """Give where the whole of a name begins: "4th Congressional District", "Proceeds of Crime Act"."""
    if kind != "event" and is_ordinal(line.word(first - 1)):
        return first - 1
    head = line.tokens[first - 2] if kind == "event" and first > 1 and line.word(first - 1) == "of" else None
    is_part = head is not None and head.is_capitalized and not head.opens and is_everyday(head.text)
    return first - 2 if head and is_part and head.text.lower() not in TITLES else first


def is_ordinal(word: str) -> bool:
    """Tell whether a word is a number in order: "9th"."""
    return bool(_ORDINAL.match(word))


def _is_only_everyday(line: Line, at: int) -> bool:
    """Tell whether a word is an everyday one and nobody's name or office: "LG Energy Solution"."""
    word = line.word(at)
    return is_everyday(word) and word.lower() not in TITLES and word not in surnames() and word not in first_names()


def team(number: int, line: Line, first: int, last: int) -> Span | None:
    """Name a team of a city: "Chicago Bears", "Toronto Maple Leafs"."""
    if not _is_team_word(line.word(last - 1)):
        return None
    for begin in range(first, last - 1):
        for middle in range(last - 1, max(begin, last - 1 - _LONGEST_TEAM), -1):
            city = entry_at(line, begin, middle)
            sure = city is not None and (not city.doubtful or line.word(begin - 1).lower() == "the" or tells_of_matches(line))
            is_name = line.word(begin) in first_names() and line.word(middle) in surnames()
            if city and sure and city.rank in {"city", "region"} and not is_name and not _is_person(line.word(middle)):
                return Span(number, begin, last, "organization", weight=_LIGHT)
    return None


def _suffices(line: Line, first: int, at: int, kind: EntityType) -> bool:
    """Tell whether the words before a telling word make a name of it."""
    before = [line.word(index) for index in range(first, at) if line.tokens[index].is_word]
    if not before or (kind == "place" and len(before) == 1 and before[0].lower() in TITLES):
        return False
    if before[0] in first_names() and before[0] not in NEVER_GIVEN and _is_family_name(line.word(at), len(before)):
        is_sited = line.word(first - 1) in _SITES and line.word(at + 1) not in POSSESSIVES
        return is_sited or line.word(first - 1).lower() == "the" or entry_at(line, first, at) is not None
    if line.word(at) in _RED:
        return before[-1] == "Red"
    if line.word(at) in WEAK_ORGANIZATION_ENDINGS or (kind != "organization" and line.tokens[first].opens):
        telling = line.tokens[first].is_acronym or not is_everyday(before[0])
        return telling or len(before) > 1 or entry_at(line, first, at) is not None
    return True


def _is_family_name(word: str, before: int) -> bool:
    """Tell whether a place's ending is a person's family name after one or two names."""
    return word in (FAMILY_NAME_ENDINGS if before == 1 else MOSTLY_FAMILY_NAMES) and before <= _MOST_BEFORE_FAMILY


def _is_team_word(word: str) -> bool:
    """Tell whether a team's name can end with a word: a plural that is no office."""
    return word in _TEAMS_WITHOUT_S or (word.endswith("s") and not word.endswith("ss") and word.lower() not in TITLES)


def _is_person(word: str) -> bool:
    """Tell whether a word is a given name or an office in the plural."""
    return word in first_names() or word.lower().removesuffix("s") in TITLES
