"""List the shorter forms that a name found in full may take in the rest of its document."""

from collections import Counter
from collections.abc import Iterator, Sequence

from digest.naming.gazetteers import first_names, is_everyday, surnames
from digest.naming.lines import Line, Span
from digest.naming.lookup import entry_at, is_doubtful_region, is_national
from digest.naming.personhood import name_parts
from digest.naming.vocabulary import (
    EVENT_NAMED_BY_NEXT,
    FAMILY_FIRST,
    FIRM_ENDINGS,
    LEADING_PARTICLES,
    LEGAL_FORMS,
    NAME_PARTICLES,
    SUFFIXES,
)

_NICKNAMES = frozenset("Rovers Wanderers Albion Hotspur".split())
_CLUBS_LAST = _NICKNAMES | frozenset("City Town County United Athletic".split())
_INSTITUTIONS = frozenset("Congress Senate Parliament Knesset Duma Treasury Assembly".split())
_AMERICAN = ("United States", "American", "Republican", "Democrat")
_SHORTEST_GIVEN, _FULL_NAME, _SHORTEST_FIRM = 3, 2, 4


def shorter_forms(line: Line, span: Span) -> Iterator[str]:
    """List the shorter forms of a name, as phrases."""
    if span.type == "person":
        yield from _of_person(line, span)
    elif span.type == "organization" and span.last - span.first > 1:
        last = line.word(span.last - 1)
        country = last in _INSTITUTIONS and is_national(line, span.first, span.last - 1)
        if country or _is_team(line, span):
            yield last
        if _is_clubs_town(line, span):
            yield line.word(span.first)
        elif line.word(span.first) == "Real" and span.last - span.first == _FULL_NAME and is_distinct(line, span.first + 1):
            yield last
        yield from firms_short_form(line, span)
    elif span.type == "event" and span.last - span.first > 1 and line.word(span.first) in EVENT_NAMED_BY_NEXT:
        yield line.phrase(span.first + 1, span.last)


def firms_short_form(line: Line, span: Span) -> Iterator[str]:
    """List a firm's name without the words that only firms end with: "Nordwind" for "Nordwind Energy AG"."""
    last, is_legal = span.last, True
    while last > span.first and (line.word(last - 1) in FIRM_ENDINGS or line.word(last - 1) == "."):
        last -= 1
        is_legal = is_legal and (line.word(last) in LEGAL_FORMS or line.word(last) == ".")
    if span.first < last < span.last and (is_distinct(line, span.first) if last - span.first == 1 else is_legal):
        yield line.phrase(span.first, last)


def is_distinct(line: Line, at: int) -> bool:
    """Tell whether nothing else is known of a word: no everyday one, nobody's name, no place."""
    word = line.word(at)
    is_someones = word in first_names() or word in surnames()
    return len(word) >= _SHORTEST_FIRM and not (is_everyday(word) or is_someones or entry_at(line, at, at + 1))


def american_institutions(found: Sequence[Span]) -> dict[str, str]:
    """Let "Congress", "Senate" and "House" mean those of the United States where no country is named more often."""
    countries = Counter(span.name for span in found if span.type in {"place", "group"} and span.name)
    american = sum(countries.pop(name, 0) for name in _AMERICAN)
    if not american or american < max(countries.values(), default=0):
        return {}
    return {
        "House": "United States House of Representatives",
        **{word: f"United States {word}" for word in ("Congress", "Senate")},
    }


def _is_team(line: Line, span: Span) -> bool:
    """Tell whether an organisation is a team that goes by its last word alone: "Boston Celtics", "Thornbury Rovers"."""
    last = line.word(span.last - 1)
    if last in _NICKNAMES:
        return True
    city = entry_at(line, span.first, span.last - 1) if last.endswith("s") and not is_everyday(last) else None
    return city is not None and city.rank == "city"


def _is_clubs_town(line: Line, span: Span) -> bool:
    """Tell whether a known club is called by its town too, of which nothing else is known: "Stoke" for Stoke City."""
    known = entry_at(line, span.first, span.last)
    may_be = span.last - span.first == _FULL_NAME and line.word(span.last - 1) in _CLUBS_LAST
    return may_be and known is not None and entry_at(line, span.first, span.first + 1) is None


def _of_person(line: Line, span: Span) -> Iterator[str]:
    """List a full name's family name, double and with its particles too, and a telling given name."""
    last = span.last
    while last > span.first and (line.word(last - 1) in SUFFIXES or not line.tokens[last - 1].is_word):
        last -= 1
    parts = name_parts(line, span.first, last)
    if len(parts) < _FULL_NAME or len(parts[-1]) == 1:
        return
    family = last - 1
    while line.word(family - 1) == "-" and family - 2 > span.first:
        family -= 2
    yield line.phrase(family, last)
    if len(parts) > _FULL_NAME and line.word(family - 1)[:1].isupper():
        yield line.phrase(family - 1, last)
        if _is_fathers(line, family - 1):
            yield line.word(family - 1)
    while line.word(family - 1) in NAME_PARTICLES and family - 1 > span.first:
        family -= 1
        yield line.phrase(family, last)
    if line.word(last - 2) == "-" and line.word(last - 3).lower() in LEADING_PARTICLES:
        yield line.word(last - 1)
    is_first = line.word(span.first) in FAMILY_FIRST and line.word(span.first).lower() not in NAME_PARTICLES
    if is_first or _tells_alone(line, span.first, family):
        yield line.word(span.first)


def _is_fathers(line: Line, at: int) -> bool:
    """Tell whether a word before the last may be the father's name, by which one goes: "Quispe" of Rodrigo Quispe Mamani."""
    word = line.word(at)
    return word in surnames() and word not in first_names() and not is_everyday(word) and line.word(at - 1)[:1].isupper()


def _tells_alone(line: Line, at: int, family: int) -> bool:
    """Tell whether a given name can stand for its bearer: no everyday word, nothing else's name, no half of one.

    One that nobody listed can before a listed family name.
    """
    given = line.word(at)
    entry = entry_at(line, at, at + 1)
    known = is_everyday(given) or (entry is not None and not is_doubtful_region(entry))
    is_unlisted = line.word(family) in surnames() and given not in surnames() and given[1:].islower()
    may_be_given = given in first_names() or is_unlisted
    return may_be_given and len(given) >= _SHORTEST_GIVEN and not known and line.word(at + 1) != "-"
