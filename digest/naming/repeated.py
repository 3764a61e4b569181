"""Find everywhere in a document what was surely found once, in full or shortened."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest.model.names import EntityType
from digest.naming.gazetteers import first_names, is_everyday
from digest.naming.lines import Line, Span
from digest.naming.lookup import ends_known, is_place
from digest.naming.shortened import american_institutions, shorter_forms
from digest.naming.vocabulary import (
    DATES,
    HONORIFICS,
    OPENERS,
    PLACE_PREPOSITIONS,
    SPEECH,
    SURE_PLACE_PREPOSITIONS,
    TITLE_QUALIFIERS,
    TITLES,
)

_LIGHT, _SURNAME = 1, 6
_OF_THE_HOUSE = frozenset(
    "Speaker Democrat Democrats Republican Republicans Majority Minority Judiciary Intelligence Oversight".split()
)
_BEFORE_NAMES = TITLES | TITLE_QUALIFIERS | HONORIFICS


@dataclass(frozen=True, slots=True)
class _Known:
    """What a phrase names in this document."""

    type: EntityType
    name: str
    weight: int = _LIGHT
    is_short: bool = False


def repeated_names(lines: Sequence[Line], found: Sequence[Span]) -> Iterator[Span]:
    """List the spans at which names found, or shorter forms of them, stand."""
    phrases = _phrases(lines, found)
    longest: dict[str, int] = {}
    for key in phrases:
        head = key.split(" ", maxsplit=1)[0]
        longest[head] = max(longest.get(head, 0), key.count(" ") + 1)
    capitals = {key.upper(): known for key, known in phrases.items()}
    for key, size in list(longest.items()):
        longest[key.upper()] = max(longest.get(key.upper(), 0), size)
    small = {token.text for line in lines for token in line.tokens if token.text.islower()}
    for number, line in enumerate(lines):
        here = capitals if line.shouted else phrases
        for first, word in enumerate(line.plain):
            most = longest.get(word, 0)
            for last in range(min(first + most, len(line.plain)), first, -1) if most else ():
                known = here.get(line.phrase(first, last))
                if known and (last - first > 1 or (_may_stand(line, first, small) and _stands_free(line, first, known))):
                    weight = _LIGHT if _is_placed(line, first) else known.weight
                    yield Span(number, first, last, known.type, known.name, weight)


def _phrases(lines: Sequence[Line], found: Sequence[Span]) -> dict[str, _Known]:
    """Collect what the document's phrases name: of several types the surer and more frequent one; family names above all."""
    counts: Counter[tuple[bool, str, EntityType, str]] = Counter()
    shorter: dict[str, _Known] = {}
    for span in found:
        line = lines[span.line]
        if span.type is None or (line.titled and not span.weight):
            continue
        counts[span.weight < 0, line.phrase(span.first, span.last), span.type, span.name] += 1
        for form in shorter_forms(line, span):
            name = "" if span.type == "person" else span.name or line.text(span)
            weight = _SURNAME if span.type == "person" else _LIGHT
            shorter.setdefault(form, _Known(span.type, name, weight, is_short=True))
    phrases: dict[str, _Known] = {}
    guesses: dict[str, _Known] = {}
    for (tentative, key, kind, name), _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        (guesses if tentative else phrases).setdefault(key, _Known(kind, name))
    for word, name in american_institutions(found).items():
        phrases.setdefault(word, _Known("organization", name))
    people = {form: known for form, known in shorter.items() if known.type == "person"}
    return guesses | shorter | phrases | people


def _may_stand(line: Line, at: int, small: set[str]) -> bool:
    """Tell whether a single word is the name here, although it begins a sentence or stands in a title."""
    token = line.tokens[at]
    word = token.text.lower()
    if token.text == "House":
        return (line.word(at - 1).lower() == "the" and line.word(at + 1) != "of") or line.word(at + 1) in _OF_THE_HOUSE
    if token.text in DATES:
        return line.word(at + 1) in SPEECH
    if line.shouted:
        return not is_everyday(word)
    if not (token.opens or line.titled) or token.is_acronym or not is_everyday(word):
        return True
    return word not in OPENERS and (word not in small or line.word(at + 1) in SPEECH)


def _stands_free(line: Line, at: int, known: _Known) -> bool:
    """Tell whether a family name is no end of another name: Meadows in "Flushing Meadows"; a firm's short form is no place."""
    if known.is_short and known.type == "organization" and line.word(at - 1) in SURE_PLACE_PREPOSITIONS:
        return False
    before = line.tokens[at - 1] if at else None
    if known.weight != _SURNAME or line.titled or line.shouted or not before or not before.is_capitalized or before.opens:
        return True
    word = before.text
    is_other = word.lower() in _BEFORE_NAMES or word in DATES or word in first_names()
    return before.is_acronym or is_other or ends_known(line, at)


def _is_placed(line: Line, at: int) -> bool:
    """Tell whether a word that is both a family name and a place is the place here."""
    return line.word(at - 1) in PLACE_PREPOSITIONS and is_place(line, at, at + 1)
