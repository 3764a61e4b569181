"""Decide which forms of people's names mean one person: full names apart, family names with the full name they shorten."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from digest.model.names import EntityType
from digest.naming.forms import Form, folded
from digest.naming.vocabulary import HONORIFICS, NAME_PARTICLES, SUFFIXES

_Person = tuple[str, ...]
_MOST_GIVEN = 4
_FOLDED_SUFFIXES = frozenset(suffix.casefold() for suffix in SUFFIXES)


def joined_people(forms: Sequence[Form]) -> Mapping[Form, str]:
    """Give each form the label of its person; a short form joins a full one only where one alone can be meant."""
    full = {form: person for form in forms if len(person := _significant(form.name or form.text)) > 1}
    longest = _longest(full.values())
    full = {form: longest[person] for form, person in full.items()}
    bearers = _bearers(full)
    labels: dict[Form, str] = {}
    for form in forms:
        meant = full.get(form) or _meant(form, bearers)
        labels[form] = " ".join(meant) if meant else folded(form.text)
    return labels


def is_full_name(name: str) -> bool:
    """Tell whether a person's name has more than one telling part."""
    return len(_significant(name)) > 1


def family_name(name: str) -> str:
    """Give the last telling part of a person's name."""
    return _significant(name)[-1]


def sort_name(name: str, kind: EntityType) -> str:
    """Write a name as an index sorts it: people by their family name."""
    if kind != "person" or not is_full_name(name):
        return name
    *given, family = name.split()
    return f"{family} {' '.join(given)}"


def _significant(text: str) -> _Person:
    """List the parts of a name that tell people apart, folded: no particles, no suffixes; at least the last part."""
    parts = folded(text).replace(".", " ").split()
    return tuple(part for part in parts if part not in NAME_PARTICLES and part not in _FOLDED_SUFFIXES) or tuple(parts[-1:])


def _longest(people: Iterable[_Person]) -> dict[_Person, _Person]:
    """Pair a full name that shortens one other with that, and each other name with itself."""
    distinct = list(dict.fromkeys(people))
    longer: dict[_Person, list[_Person]] = defaultdict(list)
    for person in distinct:
        for short in _abbreviations(person):
            longer[short].append(person)
    meant = {person: longer[person][0] for person in distinct if len(longer[person]) == 1}
    return {person: meant.get(meant.get(person, person), meant.get(person, person)) for person in distinct}


def _abbreviations(person: _Person) -> set[_Person]:
    """List the shorter full names of a person: "J. Smith" and "John Smith" of John A. Smith, "García Márquez" of Gabriel."""
    given, family = person[0], person[-1]
    shorter = {(given[0], family), (given, family), *(person[start:] for start in range(1, min(len(person) - 1, _MOST_GIVEN)))}
    return shorter - {person}


def _bearers(full: Mapping[Form, _Person]) -> dict[tuple[str, str], set[_Person]]:
    """Index people by family name, by given name, and by either with an office."""
    bearers: dict[tuple[str, str], set[_Person]] = defaultdict(set)
    for form, person in full.items():
        for name in {person[-1], person[-1].rpartition("-")[2]}:
            bearers[name, ""].add(person)
            if office := _office(form.title):
                bearers[name, office].add(person)
        bearers[person[0], "given"].add(person)
    return bearers


def _meant(form: Form, bearers: Mapping[tuple[str, str], set[_Person]]) -> _Person | None:
    """Tell which full name a short form means: by its office, by its family name, by its given name."""
    name = _significant(form.text)[-1] if _significant(form.text) else ""
    by_family = bearers.get((name, ""), set())
    by_office = bearers.get((name, _office(form.title)), set()) if form.title else set()
    for people in (by_family, by_office, set() if by_family else bearers.get((name, "given"), set())):
        if len(people) == 1:
            return next(iter(people))
    return None


def _office(title: str) -> str:
    """Give the last word of a title, which names the office; an honorific says nothing."""
    last = title.lower().rstrip(".").split()[-1:]
    return last[0] if last and last[0] not in HONORIFICS else ""
