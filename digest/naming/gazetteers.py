"""The names and words we know beforehand, read once from `data/`: what a phrase names, and whether a word is an everyday one."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec
from msgspec import structs

from digest.model.names import EntityType
from digest.naming.tokens import phrase, tokens
from digest.naming.vocabulary import COMMON_ACRONYMS
from digest.text.accents import without_accents

_TABLES: tuple[tuple[str, EntityType], ...] = (
    ("people.txt", "person"),
    ("organizations.txt", "organization"),
    ("events.txt", "event"),
    ("products.txt", "product"),
)
_DOUBTFUL = "? "  # before a name that counts only where its surroundings speak for it


class Entry(msgspec.Struct, frozen=True, gc=False):
    """A name we know: its usual form and type; a doubtful one counts only where its surroundings speak for it."""

    name: str
    type: EntityType
    rank: str = "city"
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Entries by phrase, towns that are called like an organisation or a group, and the longest phrase of each first word."""

    entries: dict[str, Entry]
    towns: dict[str, Entry]
    longest: dict[str, int]


def _read(name: str) -> str:
    """Read a data file, compressed or not."""
    content = files("digest.naming").joinpath("data", name).read_bytes()
    return (gzip.decompress(content) if name.endswith(".gz") else content).decode("utf-8")


def _rows(name: str) -> Iterator[list[list[str]]]:
    """Read the rows of a hand-kept table: columns of forms."""
    for line in _read(name).split("\n"):
        if line and not line.startswith("#"):
            yield [[form.strip() for form in column.split(";") if form.strip()] for column in line.split("|")]


@cache
def words() -> frozenset[str]:
    """Everyday English words, in small letters."""
    return frozenset(_read("words.txt.gz").split("\n"))


@cache
def first_names() -> frozenset[str]:
    """Given names of many languages."""
    return frozenset(_read("first_names.txt.gz").split("\n")) | frozenset(_read("first_names.txt").split())


def is_given_name(word: str) -> bool:
    """Tell whether a word is a given name, with or without its accents: most tables have them without."""
    return word in first_names() or (not word.isascii() and without_accents(word) in first_names())


@cache
def surnames() -> frozenset[str]:
    """Family names of many languages."""
    return frozenset(_read("surnames.txt.gz").split("\n"))


def is_everyday(word: str) -> bool:
    """Tell whether a word, capitals aside, is an everyday one."""
    return word.lower() in words()


def is_family_name(word: str) -> bool:
    """Tell whether a word is a family name above all: a listed one, or a famous person's, and no everyday word."""
    entry = gazetteer().entries.get(word)
    return not is_everyday(word) and (word in surnames() or (entry is not None and entry.type == "person"))


def place_meant(form: str) -> str:
    """Return the country or region that a name, an adjective or a word for its people means, or nothing: `Ukrainians`, `US`."""
    return _places().get(form.replace("’", "'").casefold(), "")


@cache
def _places() -> dict[str, str]:
    places: dict[str, str] = {}
    for table in ("countries.txt", "regions.txt"):
        for (name,), others, people in _rows(table):
            for form in (name, *others, *people):
                if not form.startswith(_DOUBTFUL):
                    places.setdefault(form.casefold(), name.removeprefix(_DOUBTFUL))
    return places


@cache
def countries_of_capitals() -> dict[str, str]:
    """Return the countries of capitals, by the capital's name as it is written."""
    return {form: country for forms, (country,) in _rows("capitals.txt") for form in forms}


@cache
def long_names() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the hand-kept names of several words, in small letters, by their first word."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for forms, _ in _kept_names():
        for first, *rest in (form.casefold().split() for form in forms):
            if rest:
                found.setdefault(first, set()).add((first, *rest))
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in found.items()}


def is_organization(known: str) -> bool:
    """Tell whether a phrase is the name of an organisation that we know; towns are read only when one may be called so."""
    kept = _kept_entries().get(known)
    if kept:
        return kept.type == "organization"
    return known in _phrases_of_companies() and known not in _phrases_of_towns()


def is_country_or_people(known: str) -> bool:
    """Tell whether a phrase names a country or those who live there: all of these are in the hand-kept tables, which win."""
    kept = _kept_entries().get(known)
    return kept is not None and kept.rank in {"country", "people"}


@cache
def _phrases_of_companies() -> frozenset[str]:
    return frozenset(known for phrases, _ in _companies() for known in phrases)


@cache
def _phrases_of_towns() -> frozenset[str]:
    return frozenset(known for phrases, _ in _towns() for known in phrases)


@cache
def _kept_entries() -> dict[str, Entry]:
    """Return the entries of the hand-kept tables by phrase."""
    entries: dict[str, Entry] = {}
    for forms, entry in _kept_names():
        for form in forms:
            entries.setdefault(form if form.replace(" ", "").isalpha() else phrase(tokens(form)), entry)
    return entries


@cache
def no_organizations(language: str) -> frozenset[str]:
    """Acronyms that are no organisations in a language: measures, papers, illnesses, taxes."""
    rows = ((languages[0].split(), acronyms[0].split()) for languages, acronyms in _rows("acronyms.txt"))
    return COMMON_ACRONYMS.union(*(acronyms for languages, acronyms in rows if "*" in languages or language in languages))


@cache
def names_abroad(language: str) -> dict[str, Entry]:
    """Return bodies and cities by the phrases by which a language calls them, under their English names."""
    found: dict[str, Entry] = {}
    for languages, (name, *_), others in _rows("abroad.txt"):
        if language in languages[0].split():
            known = gazetteer().entries.get(phrase(tokens(name)))
            entry = Entry(known.name, known.type, known.rank) if known else Entry(name, "organization", "organization")
            for form in others or [name]:
                bare = form.removeprefix(_DOUBTFUL)
                found[phrase(tokens(bare, language))] = structs.replace(entry, doubtful=bare != form)
    return found


@cache
def gazetteer() -> Gazetteer:
    """Everything we know by name; hand-kept tables win over made ones."""
    entries = dict(_kept_entries())
    towns: dict[str, Entry] = {}
    for phrases, entry in (*_towns(), *_companies()):
        for known in phrases:
            if entries.setdefault(known, entry).type in ("organization", "group") and entry.type == "place":
                towns.setdefault(known, entry)
    longest: dict[str, int] = {}
    for known in entries:
        if " " in known:
            first, *others = known.split(" ")
            longest[first] = max(longest.get(first, 0), 1 + len(others))
        else:
            longest.setdefault(known, 1)
    return Gazetteer(entries, towns, longest)


def _kept_names() -> Iterator[tuple[list[str], Entry]]:
    """List the names of the hand-kept tables with their forms, the surest tables first."""
    for table, rank in (("countries.txt", "country"), ("regions.txt", "region")):
        for (name,), others, people in _rows(table):
            bare = name.removeprefix(_DOUBTFUL)
            for form in (name, *others):  # each form of a place is doubtful or sure by itself
                plain = form.removeprefix(_DOUBTFUL)
                yield [plain], Entry(bare, "place", rank, doubtful=plain != form)
            yield from _peoples(people)
    for (name, *_), others in _rows("groups.txt"):
        yield [name, *others], Entry(name, "group", "people")
    for table, kind in _TABLES:
        for (name,), others in _rows(table):
            bare = name.removeprefix(_DOUBTFUL)
            yield [bare.removeprefix("The "), *others], Entry(bare, kind, kind, doubtful=bare != name)


def _towns() -> Iterator[tuple[list[str], Entry]]:
    """List towns with their phrases: the name first, which most often is a phrase itself."""
    for line in _read("cities.txt.gz").split("\n"):
        forms = line.removeprefix("?").split("|")
        yield forms, Entry(forms[0], "place", "city", doubtful=line.startswith("?"))
    for (name,), *_ in _rows("towns.txt"):
        yield [name], Entry(name, "place", "city", doubtful=True)


def _companies() -> Iterator[tuple[list[str], Entry]]:
    """List companies with their phrases."""
    for line in _read("companies.txt.gz").split("\n"):
        forms = line.split("|")
        yield forms, Entry(forms[0], "organization", "company")


def _peoples(forms: list[str]) -> Iterator[tuple[list[str], Entry]]:
    """Pair each adjective or inhabitant of a place with the entity it stands for: plurals go with their singular."""
    for form in forms:
        singular = form.removesuffix("s")
        yield [form], Entry(singular if singular in forms else form, "group", "people")
