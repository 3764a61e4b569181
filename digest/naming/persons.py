"""Recognise people in a piece of a run: where a name begins, and where it ends."""

from digest.naming.gazetteers import first_names, is_everyday, surnames
from digest.naming.lines import SURE_PERSON, Line, Span
from digest.naming.lookup import entry_at, is_place, longest_known
from digest.naming.personhood import NOT_IN_A_NAME, is_name, name_parts
from digest.naming.vocabulary import COMMON_ACRONYMS, FAMILY_FIRST, NAME_PARTICLES, SUFFIXES, TITLES

_MOST_PARTS, _FULL_NAME = 5, 2
_LIKELY = 1
_ABBREVIATED = frozenset({"Jr", "Sr"})
_AFTER_NAME = COMMON_ACRONYMS - SUFFIXES


def person(number: int, line: Line, first: int, last: int, title: str = "") -> Span | None:
    """Name the first person of a piece; what is known as something else before them is passed over."""
    at = first
    while at < last:
        if not line.tokens[at].is_word or _is_place_before_name(line, at, last):
            at += 1
            continue
        borne = title if at == first else ""
        end = _end_of_name(line, at, last, titled=bool(borne))
        if end:
            weight = SURE_PERSON if borne or line.word(at) in first_names() else _LIKELY
            stop = line.word(end - 1) in _ABBREVIATED and line.word(end) == "." and line.touches(end)
            begin = at - 1 if at > first and _is_unknown(line, at - 1) else at
            return Span(number, begin, end + 1 if stop else end, "person", weight=weight, title=borne)
        at += max(longest_known(line, at, last), 1)
    return None


def _is_unknown(line: Line, at: int) -> bool:
    """Tell whether nothing is known of a word before a name, so that it most likely belongs to it: "Yousaf Raza Gilani"."""
    word = line.word(at)
    known = is_everyday(word) or entry_at(line, at, at + 1) or word.lower() in TITLES or not line.tokens[at].is_word
    return not known and word[1:].islower() and not line.touches(at + 1)


def full_name(number: int, line: Line, at: int) -> Span | None:
    """Name a person where capitals say nothing: a given and a family name, neither of them an everyday word."""
    given, family = line.word(at), line.word(at + 1)
    if family.lower() in NAME_PARTICLES and line.word(at + 2)[:1].isupper():
        return None  # "Hélène Le" of "Hélène Le Goff"
    listed = given in first_names() and given.lower() not in NAME_PARTICLES and family in surnames()
    if listed and not is_everyday(given) and not is_everyday(family) and not entry_at(line, at, at + 2):
        return Span(number, at, at + 2, "person", weight=_LIKELY)
    return None


def _end_of_name(line: Line, first: int, last: int, *, titled: bool) -> int:
    """Give where a person's name ends that begins at a token, or 0 if none does."""
    end = next((at for at in range(first + 1, last) if _ends_name(line, first, at, last)), last)
    parts = name_parts(line, first, end)
    if not parts or len(parts) > _MOST_PARTS or any(part in NOT_IN_A_NAME for part in parts):
        return 0
    return end if is_name(line, first, end, parts, titled=titled) else 0


def _ends_name(line: Line, first: int, at: int, last: int) -> bool:
    """Tell whether a name ends before a token: a title, another name, an ampersand, an everyday word after a full name."""
    word = line.word(at)
    if line.word(at - 1) == "-" and line.touches(at):
        return False
    if word == "&" or (word in _AFTER_NAME and (len(word) > 1 or line.word(at + 1) != ".")):
        return True
    if word.lower() in TITLES and is_everyday(word) and at < last - 1:
        return True
    if line.word(first) in FAMILY_FIRST and at == last - 1:
        return False
    return _is_other_name(line, at, last) or (at - first > 1 and _is_only_everyday(line, at))


def _is_only_everyday(line: Line, at: int) -> bool:
    """Tell whether a word is an everyday one and no name: "Joe Biden Administration"."""
    word = line.word(at)
    return is_everyday(word) and not any(word in names for names in (surnames(), first_names(), NAME_PARTICLES))


def _is_other_name(line: Line, at: int, last: int) -> bool:
    """Tell whether a people's name or a known acronym begins inside a piece."""
    entry = entry_at(line, at, at + 1) if last - at > 1 and line.word(at + 1) not in NAME_PARTICLES else None
    return entry is not None and (line.tokens[at].is_acronym or (entry.rank == "people" and entry.name not in surnames()))


def _is_place_before_name(line: Line, at: int, last: int) -> bool:
    """Tell whether a place stands before a full name: "Washington Chris Gregoire"."""
    given = line.word(at + 1)
    entry = entry_at(line, at, at + 1)
    if entry and entry.doubtful and line.word(at) in first_names():
        return False
    fits = last - at > _FULL_NAME and is_place(line, at, at + 1) and line.word(at + 2) != "-"
    return fits and given in first_names() and not is_everyday(given)
