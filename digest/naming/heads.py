"""Recognise organisations, events and places by the words that such names begin with."""

from digest.model.names import EntityType
from digest.naming.endings import ENDINGS, is_ordinal
from digest.naming.gazetteers import first_names, is_everyday, surnames
from digest.naming.lines import Line, Span
from digest.naming.lookup import is_national, longest_known
from digest.naming.vocabulary import (
    DATES,
    EVENT_HEADS,
    EVENT_NAMED_BY_NEXT,
    ORGANIZATION_HEADS,
    ORGANIZATION_NAMED_BY_NEXT,
    PLACE_HEADS,
    PLACE_NAMED_BY_NEXT,
    PRODUCT_NAMED_BY_NEXT,
    SAINTS,
    TITLES,
)

_HEADS: dict[str, EntityType] = {
    **dict.fromkeys(PLACE_HEADS, "place"),
    **dict.fromkeys(EVENT_HEADS, "event"),
    **dict.fromkeys(ORGANIZATION_HEADS, "organization"),
}
_NAMED_BY_NEXT: dict[str, EntityType] = {
    **dict.fromkeys(PLACE_NAMED_BY_NEXT, "place"),
    **dict.fromkeys(EVENT_NAMED_BY_NEXT, "event"),
    **dict.fromkeys(ORGANIZATION_NAMED_BY_NEXT, "organization"),
    **dict.fromkeys(PRODUCT_NAMED_BY_NEXT, "product"),
}
_SCIENCES = ("ology", "ography", "istry", "ics", "omy")
_LONGEST_NEXT = 3
_LONGEST_OBJECT = 8
_SHORTEST_TASK = 3
_WEIGHT = 3


def named_by_head(number: int, line: Line, first: int, last: int) -> Span | None:
    """Name what begins with a telling word and goes on with a name or with "of": "Lake Geneva", "Ministry of Defence"."""
    for at in range(first, last - 1):
        kind = _NAMED_BY_NEXT.get(line.word(at))
        after = at + 1 + (line.word(at + 1) == ".")
        if kind and after < last and _can_be_next(line, after, last):
            saint = line.word(after) in SAINTS and 1 + (line.word(after + 1) == ".")
            return Span(number, at, min(last, after + saint + _LONGEST_NEXT - 1), kind, weight=_WEIGHT)
    kind = _HEADS.get(line.word(last - 1))
    if kind and line.word(last) in {"of", "for", "on"} and _asks_for_object(line, first, last):
        end = _object_end(line, last + 1, several=kind == "organization")
        if end:
            return Span(number, first - is_ordinal(line.word(first - 1)), end, kind, weight=_WEIGHT)
    return None


def _can_be_next(line: Line, at: int, last: int) -> bool:
    """Tell whether a word can be the name that a head announces."""
    return line.word(at) not in ENDINGS and (at + 1 == last or line.word(at) in SAINTS or not is_everyday(line.word(at)))


def _asks_for_object(line: Line, first: int, last: int) -> bool:
    """Tell whether a head is no name yet: "National Institute of" is not, "Colorado State University of" is."""
    if line.word(last) == "for":
        return _is_task(line.word(last + 2 if line.word(last + 1) in {"the", "a"} else last + 1))
    if _is_task(line.word(last + 1)):
        return True
    return all(is_everyday(line.word(at)) or is_national(line, at, at + 1) for at in range(first, last - 1))


def _object_end(line: Line, at: int, *, several: bool) -> int:
    """Give the end of what follows "of": capitalised words, everyday ones joined by "and" too; 0 if nothing does."""
    end = 0
    for index in range(at, min(at + _LONGEST_OBJECT, len(line.tokens))):
        token = line.tokens[index]
        if token.opens or token.text.lower() in TITLES or token.text in DATES or _begins_person(line, index, sure=not end):
            break
        if token.is_capitalized:
            end = index + 1
        elif token.text not in {"the", "a", "-", "&"} and not (several and end and _joins(line, index)):
            break
    return end


def _joins(line: Line, at: int) -> bool:
    """Tell whether a small word goes on with an office's tasks: "Health and Human Services"."""
    if line.word(at) in {"of", "for"}:
        return _is_task(line.word(at + 1))
    if line.word(at) == "and" and line.word(at - 1).endswith(_SCIENCES) and line.word(at + 1).endswith(_SCIENCES):
        return line.word(at + 1)[:1].isupper()
    return line.word(at) == "and" and is_everyday(line.word(at - 1)) and _is_task(line.word(at + 1))


def _is_task(word: str) -> bool:
    """Tell whether a word can name a task of an office."""
    return word[:1].isupper() and len(word) >= _SHORTEST_TASK and is_everyday(word) and word not in _HEADS and word not in ENDINGS


def _begins_person(line: Line, at: int, *, sure: bool) -> bool:
    """Tell whether a given name and another name begin here; `sure` asks for one that is a family name and no everyday word."""
    word, family = line.word(at), line.word(at + 1)
    if word not in first_names() or not family[:1].isupper() or longest_known(line, at, at + 2):
        return False
    listed = family in surnames() and not is_everyday(family)
    return listed if sure else listed or not is_everyday(word)
