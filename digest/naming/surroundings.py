"""Decide whether what the gazetteers know of a phrase is meant where it stands."""

from digest.naming.gazetteers import Entry, first_names, gazetteer, is_everyday, is_family_name, surnames
from digest.naming.lines import Line
from digest.naming.lookup import entry_at, is_place
from digest.naming.tokens import POSSESSIVES
from digest.naming.vocabulary import (
    FIRMS_HAVE,
    NAME_PARTICLES,
    PLACE_NOUNS_BEFORE,
    PLACE_PREPOSITIONS,
    PREFIXES,
    PRODUCT_NOUNS,
    SPEECH,
    TITLES,
)

_BEFORE, _AFTER = 8, 3
# Places that are given names too, but seldom meant as such.
_ABOVE_ALL_PLACES = frozenset(
    "Washington Africa Asia Texas Florida Arizona Alabama Indiana Louisiana Missouri Montana Nevada Tennessee".split()
)
_WITHIN = frozenset("in near outside throughout inside".split())
# What goes with "in" and an organisation: "a stake in Santander".
_INVESTED = ("invest", "stake", "share", "holding", "interest", "stock", "position", "confidence", "trust", "believe", "faith")
_ENDS = frozenset({",", ".", ";", ")", "and", "in", "on", ""})
_SURE_RANKS = frozenset({"country", "people"})
# Countries, peoples and regions that are everyday words too: in silent places they need a sign.
_EVERYDAY_TOO = frozenset("Turkey Chad Pole Poles Polish Gulf Alpine Norman Jersey Guinea Roma Western Arctic".split())


def fits(line: Line, first: int, last: int, entry: Entry) -> bool:
    """Tell whether an entry may be meant by a phrase."""
    if line.shouted:
        return entry.rank in _SURE_RANKS
    if _is_inside_word(line, first, last):
        return False
    if entry.doubtful:
        return not line.titled and _is_supported(line, first, last, entry)
    if last - first > 1 or line.tokens[first].is_acronym:
        return True
    return _single_fits(line, first, entry)


def _single_fits(line: Line, at: int, entry: Entry) -> bool:
    """Tell whether a single word is meant as the name; where capitals say nothing, an everyday word is not."""
    word = line.word(at)
    silent = line.titled or line.tokens[at].opens
    if word in _EVERYDAY_TOO:
        return not silent or line.word(at + 1) in POSSESSIVES
    if entry.rank in _SURE_RANKS or entry.rank in ("organization", "person"):
        return True
    if silent and (is_everyday(word) or (word in first_names() and word not in _ABOVE_ALL_PLACES)):
        return False
    if entry.rank == "region" and _is_borne(line, at):
        return False
    return entry.rank != "city" or not _is_part_of_person(line, at)


def stands_as_town(line: Line, first: int, last: int) -> bool:
    """Tell whether a name that is an organisation's first of all stands where only a town does: "in Santander"."""
    before, after = line.word(first - 1).lower(), line.word(last)
    if line.titled or after[:1].isupper() or after == "-":
        return False
    within = before in _WITHIN and not line.word(first - 2).lower().startswith(_INVESTED)
    described = before == "of" and line.word(first - 2).lower() in PLACE_NOUNS_BEFORE
    entry = entry_at(line, last + 1, last + 2) if after == "," else None
    return within or described or (entry is not None and entry.rank in {"country", "region"})


def _is_inside_word(line: Line, first: int, last: int) -> bool:
    """Tell whether a name only makes another word: "pro-Beijing", "US$"."""
    hyphenated = line.word(first - 1) == "-" and line.touches(first) and line.touches(first - 1)
    return (hyphenated and _makes_word(line.word(first - 2))) or (line.word(last) == "$" and line.touches(last))


def _makes_word(word: str) -> bool:
    """Tell whether a word before a hyphen makes another of a place: "pro-", "Météo-"; another place does not."""
    is_known = gazetteer().longest.get(word) or is_everyday(word) or word in first_names() or word in surnames()
    return word.lower() in PREFIXES or (word.istitle() and not is_known)


def _is_part_of_person(line: Line, at: int) -> bool:
    """Tell whether a city's name stands after a given name and may be the family's: "Valeska Paris"."""
    given = line.word(at - 1)
    return (
        given in first_names()
        and given.lower() not in NAME_PARTICLES
        and line.word(at) in surnames()
        and line.word(at + 1) != ","
    )


def _is_borne(line: Line, at: int) -> bool:
    """Tell whether a person bears a region's name: behind a title, before a family name: "Mr Gansu", "Sicilia Garcia"."""
    before = at - 1 - (line.word(at - 1) == "." and line.touches(at - 1))
    is_titled = line.word(before).lower() in TITLES and line.word(before).istitle()
    return is_titled or (is_family_name(line.word(at + 1)) and line.word(at) not in _ABOVE_ALL_PLACES)


def _is_supported(line: Line, first: int, last: int, entry: Entry) -> bool:
    """Tell whether the words around a doubtful name say that it is meant."""
    opens = line.tokens[first].opens
    if entry.type == "place":
        return _is_placed(line, first, last)
    if entry.type == "product":
        around = line.tokens[max(first - _BEFORE, 0) : last + _AFTER]
        named = line.word(last).lower() in PRODUCT_NOUNS
        return named or (not opens and any(token.text.lower() in PRODUCT_NOUNS for token in around))
    return not opens or line.word(last) in SPEECH or line.word(last).lower() in FIRMS_HAVE


def _is_placed(line: Line, first: int, last: int) -> bool:
    """Tell whether a phrase stands where places do: "in Victoria", "the city of Victoria", beside a comma and a place."""
    before = line.word(first - 1).lower()
    described = before == "of" and line.word(first - 2).lower() in PLACE_NOUNS_BEFORE
    placed = before in PLACE_PREPOSITIONS and not line.word(last)[:1].isupper() and line.word(last) != "-"
    followed = line.word(last) == "," and entry_at(line, last + 1, last + 2) is not None
    after_town = before == "," and line.word(last) in _ENDS and is_place(line, first - 2, first - 1)
    return described or placed or after_town or (followed and not line.tokens[first].opens)
