"""Decide which forms of people's names mean one person: full names apart, family names with the full name they shorten."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from digest.model.names import EntityType
from digest.naming.forms import Form, folded
from digest.naming.vocabulary import HONORIFICS, NAME_PARTICLES, SUFFIXES

_Person = tuple[str, ...]
_MOST_GIVEN, _FULL_NAME = 4, 2
_FOLDED_SUFFIXES = frozenset(suffix.casefold() for suffix in SUFFIXES)
_RULERS = frozenset("king queen prince princess pope emperor empress sultan tsar saint".split())  # known by given name


def joined_people(forms: Sequence[Form]) -> Mapping[Form, str]:
    """Give each form the label of its person; a short form joins a full one only where one alone can be meant."""
    full = _full_names(forms)
    longest = _longest(full.values())
    full = {form: longest[person] for form, person in full.items()}
    bearers = _bearers(full) if len(full) < len(forms) else {}
    labels: dict[Form, str] = {}
    for form in forms:
        meant = full.get(form) or _meant(form, bearers)
        labels[form] = " ".join(meant) if meant else folded(form.text)
    return labels


def _full_names(forms: Sequence[Form]) -> dict[Form, _Person]:
    """Give the person of each full name, and of each ruler, who has one by office and given name."""
    people = {form: _significant(form.name or form.text) for form in forms}
    full = {form: person for form, person in people.items() if len(person) > 1}
    titled = defaultdict(set)
    for form, person in full.items():
        titled[_office(form.title), person[0]].add(person)
    for form in forms:
        office = _office(form.title)
        if form not in full and office in _RULERS and not form.name:
            bearers = titled[office, people[form][0]]
            full[form] = next(iter(bearers)) if len(bearers) == 1 else (office, *people[form])
    return _told_apart(full)


def _told_apart(full: Mapping[Form, _Person]) -> dict[Form, _Person]:
    """Let "Jr." or a number make another person where the name stands without it too, a ruler where it stands with another."""
    suffixes = defaultdict(set)
    for form, person in full.items():
        suffixes[person].add(_suffix(form.name or form.text))
    apart = {person for person, found in suffixes.items() if len(found - {""} if person[0] in _RULERS else found) > 1}
    return {
        form: (*person[:-1], f"{person[-1]} {suffix}")
        if person in apart and (suffix := _suffix(form.name or form.text))
        else person
        for form, person in full.items()
    }


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


@lru_cache(maxsize=1 << 14)
def _significant(text: str) -> _Person:
    """List the parts of a name that tell people apart, folded: no particles, no suffixes; at least the last part."""
    parts = folded(text).replace(".", " ").split()
    return tuple(part for part in parts if part not in NAME_PARTICLES and part not in _FOLDED_SUFFIXES) or tuple(parts[-1:])


@lru_cache(maxsize=1 << 14)
def _suffix(text: str) -> str:
    """Give what stands behind a name to tell its bearer from others of that name: "jr", "iv"."""
    last = folded(text).rstrip(".").split()[-1:]
    return last[0] if last and last[0] in _FOLDED_SUFFIXES else ""


def _longest(people: Iterable[_Person]) -> dict[_Person, _Person]:
    """Pair a full name that shortens one other with that, and each other name with itself."""
    distinct = list(dict.fromkeys(people))
    longer: dict[_Person, list[_Person]] = defaultdict(list)
    for person in distinct:
        for short in _abbreviations(person):
            longer[short].append(person)
    meant = {person: longer[person][0] for person in distinct if len(longer[person]) == 1}
    return {person: meant.get(meant.get(person, person), meant.get(person, person)) for person in distinct}


@lru_cache(maxsize=1 << 14)
def _abbreviations(person: _Person) -> frozenset[_Person]:
    """List the shorter full names of a person: "J. Smith" and "John Smith" of John A. Smith, "García Márquez" of Gabriel."""
    given, family = person[0], person[-1]
    shorter = {(given[0], family), (given, family), *(person[start:] for start in range(1, min(len(person) - 1, _MOST_GIVEN)))}
    return frozenset(shorter - {person})


def _bearers(full: Mapping[Form, _Person]) -> dict[tuple[str, str], set[_Person]]:
    """Index people by family name, by the one before it, by given name, and with an office; of rulers the given name is all."""
    bearers: dict[tuple[str, str], set[_Person]] = defaultdict(set)
    for form, person in full.items():
        office, family = _office(form.title), person[-1].split()[0]
        for name in {family, family.rpartition("-")[2]}:
            bearers[name, ""].add(person)
            if office:
                bearers[name, office].add(person)
        if len(person) > _FULL_NAME:
            bearers[person[-2], "father's"].add(person)
        if person[0] not in _RULERS:
            bearers[person[0], "given"].add(person)
            bearers[person[0], f"given {office}"].add(person)
    return bearers


def _meant(form: Form, bearers: Mapping[tuple[str, str], set[_Person]]) -> _Person | None:
    """Tell which full name a short form means: by its family name, its office, its father's name, its given name and office."""
    name = _significant(form.text)[-1] if _significant(form.text) else ""
    office = _office(form.title)
    by_family = bearers.get((name, ""), set())
    by_office = bearers.get((name, office), set()) if form.title else set()
    by_father = bearers.get((name, "father's"), set())
    by_given = bearers.get((name, f"given {office}" if office else "given"), set())
    for people in (by_family, by_office) if by_family else (by_office, by_father, by_given):
        if len(people) == 1:
            return next(iter(people))
    return None


@lru_cache(maxsize=1 << 10)
def _office(title: str) -> str:
    """Give the last word of a title, which names the office; an honorific says nothing."""
    last = title.lower().rstrip(".").split()[-1:]
    return last[0] if last and last[0] not in HONORIFICS else ""
