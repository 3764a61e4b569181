"""Decide whether the words of a piece are a person's name."""

from digest.naming.gazetteers import Entry, first_names, is_everyday, surnames
from digest.naming.lines import Line
from digest.naming.lookup import entry_at, is_place
from digest.naming.vocabulary import (
    COMMON_ACRONYMS,
    DIRECTIONS,
    EVENT_ENDINGS,
    FAMILY_FIRST,
    NAME_PARTICLES,
    NEVER_GIVEN,
    OPENERS,
    ORGANIZATION_ENDINGS,
    PLACE_ENDINGS,
    PLACE_PREPOSITIONS,
    SPEECH,
    SUFFIXES,
    TITLE_QUALIFIERS,
    TITLES,
)

_INITIALS = frozenset({"A", "I"})
_BEHIND_A_NAME = frozenset({",", "(", "'s", "’s"})
NOT_IN_A_NAME = (ORGANIZATION_ENDINGS | EVENT_ENDINGS | COMMON_ACRONYMS) - SUFFIXES - _INITIALS
_TITLE_WORDS = TITLES | TITLE_QUALIFIERS
_NEVER_BEFORE_PEOPLE = PLACE_PREPOSITIONS | {"the", "a", "an"}
_FAMILY_NAME_SUFFIXES = (
    "ić",
    "ic",
    "ov",
    "ova",
    "ev",
    "eva",
    "enko",
    "sky",
    "ski",
    "ska",
    "dze",
    "vili",
    "yan",
    "oglu",
    "sson",
    "wicz",
    "escu",
    "akis",
    "poulos",
)
_MOST_UNKNOWN, _SHORTEST_FAMILY, _LONGEST_CAPITALS = 3, 3, 2


def name_parts(line: Line, first: int, last: int) -> list[str]:
    """List the words of a name without its hyphens and full stops; a double name counts once."""
    parts: list[str] = []
    for at in range(first, last):
        if not line.tokens[at].is_word:
            continue
        if parts and line.word(at - 1) in {"-", "–"}:
            parts[-1] += "-" + line.word(at)
        else:
            parts.append(line.word(at))
    return parts


def is_name(line: Line, first: int, last: int, parts: list[str], *, titled: bool) -> bool:
    """Tell whether the parts between two tokens make a person's name; `titled` if an office stands before them."""
    telling = [part for part in parts if part not in NAME_PARTICLES and part not in SUFFIXES]
    if not any(len(part) > 1 for part in telling) or _is_known_otherwise(entry_at(line, first, last), telling[-1], titled=titled):
        return False
    if titled and _may_bear_title(line, first, telling):
        return True
    return len(telling) > 1 and telling[0] not in NEVER_GIVEN and _is_full_name(line, first, telling)


def _is_known_otherwise(entry: Entry | None, family: str, *, titled: bool) -> bool:
    """Tell whether all of a piece is surely known as something else; a title makes a family name of a city's."""
    if not entry or entry.doubtful:
        return False
    return not (titled and family in surnames() and entry.rank not in {"country", "people", "organization"})


def _is_full_name(line: Line, first: int, telling: list[str]) -> bool:
    """Tell whether several parts are a full name: by a given name, by initials, or since nothing else is known of them."""
    given, family = telling[0], telling[-1]
    if family in DIRECTIONS and is_place(line, first, first + 1):
        return False
    if given in FAMILY_FIRST and (telling[1].partition("-")[2].islower() or _is_listed(telling[1:-1])):
        return True
    if _is_given(given):
        return _goes_with_given(line, first, given, family)
    if len(given) == 1 or given[1] == ".":
        return len(family) >= _SHORTEST_FAMILY and (not is_everyday(family) or family in surnames())
    if (given.isupper() and len(given) > _LONGEST_CAPITALS) or family.isupper():
        return False
    return _are_unknown(line, first, telling)


def _goes_with_given(line: Line, first: int, given: str, family: str) -> bool:
    """Tell whether a word can be the family name after a given name; two everyday words need care."""
    if not is_everyday(family):
        return True
    entry = entry_at(line, first, first + 1)
    if entry and entry.rank == "country":
        return False
    if entry and not entry.doubtful:
        return family in surnames() and (not is_everyday(given) or not line.tokens[first].opens)
    stands_apart = line.word(first + 1) == family and (line.word(first + 2) in _BEHIND_A_NAME or line.word(first + 2) in SPEECH)
    return not is_everyday(given) or (family in surnames() and (stands_apart or not line.tokens[first].opens))


def _may_bear_title(line: Line, first: int, telling: list[str]) -> bool:
    """Tell whether what follows a title can be a person: no place, organisation or people, and no title itself."""
    entry = entry_at(line, first, first + 1)
    full = len(telling) > 1 and _is_given(telling[0])
    if entry and entry.rank in {"country", "people"}:
        return full
    if entry and not entry.doubtful and telling[0] not in surnames():
        return full
    if telling[0].lower() in OPENERS or any(part.lower() in _TITLE_WORDS for part in telling):
        return full
    return telling[-1] not in PLACE_ENDINGS or _is_given(telling[0])


def _is_listed(parts: list[str]) -> bool:
    """Tell whether all parts are given or family names, and there are some."""
    return bool(parts) and all(part in surnames() or part in first_names() for part in parts)


def _is_given(part: str) -> bool:
    """Tell whether a part is a given name, or a double one such as Jean-Luc."""
    return part in first_names() or any(half in first_names() for half in part.split("-"))


def _are_unknown(line: Line, first: int, telling: list[str]) -> bool:
    """Tell whether all parts are words of no other use, so that two or three of them are most likely a person."""
    before = line.word(first - 1).lower()
    towards = before in {"to", "from"} and telling[-1].endswith(_FAMILY_NAME_SUFFIXES)
    if len(telling) > _MOST_UNKNOWN or (before in _NEVER_BEFORE_PEOPLE and not towards):
        return False
    if any(_is_no_family_name(line, at) for at in range(first, first + len(telling))):
        return False
    return not any(is_everyday(part) or part in PLACE_ENDINGS or part[-1].isdigit() for part in telling)


def _is_no_family_name(line: Line, at: int) -> bool:
    """Tell whether a word is surely known as something else than a person."""
    entry = entry_at(line, at, at + 1)
    return entry is not None and not entry.doubtful and entry.type != "person" and line.word(at) not in surnames()
