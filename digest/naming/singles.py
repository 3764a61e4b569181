"""Judge a capitalised word that stands alone, by its form and by the words beside it."""

import re
from collections.abc import Callable

from digest.model.names import EntityType
from digest.naming.gazetteers import first_names, is_everyday, no_organizations, surnames
from digest.naming.lines import TENTATIVE, Line, Span
from digest.naming.lookup import entry_at, is_place
from digest.naming.tokens import POSSESSIVES
from digest.naming.vocabulary import (
    AUXILIARIES,
    COMMON_ACRONYMS,
    FIRMS_HAVE,
    LEADING_VERBS,
    OPENERS,
    ORGANIZATION_DESCRIPTORS,
    ORGANIZATION_KINDS,
    ORGANIZATION_NOUNS,
    ORGANIZATION_NOUNS_BEFORE,
    ORGANIZATION_RELATIONS,
    PLACE_NOUNS,
    PLACE_NOUNS_BEFORE,
    PLACE_PREPOSITIONS,
    PRODUCT_NOUNS,
    RULERS,
    SPEECH,
    SURE_PLACE_PREPOSITIONS,
    TITLES,
    WAYS,
)

_LETTERS = re.compile(r"[A-Z][A-Za-z]{0,2}\Z")
_JOINED = re.compile(r"[A-Z][a-z]+[A-Z]+[a-z]+\Z")
_NETWORK = re.compile(r"[@#]|https?:")
_BEGINNINGS_OF_NAMES = ("Mc", "Mac", "Fitz", "De", "Di", "La", "Le", "Du", "Van", "Von", "Ver")
_NUMBER = re.compile(r"\d{1,4}[A-Za-z]{0,2}\Z")
_NO_MODELS = COMMON_ACRONYMS | frozenset("G U A AS COP DC Q R P H T".split())
_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 3, 6
_SHORTEST_NAME = 4
_TOWN_ENDINGS = (
    "stan",
    "abad",
    "grad",
    "sk",
    "burg",
    "ville",
    "shire",
    "pur",
    "polis",
    "ivka",
    "borough",
    "dorf",
    "stadt",
    "haven",
)
_LONGEST_LIST = 10
_HEADING_MARKS = frozenset("-–—:")  # "GOLF - Leading scores"
_MADE = frozenset("made owned acquired operated manufactured published".split())
_RELATING = frozenset("of for at in".split())
_BEFORE_WHO_ACTS = frozenset("said that when as after if because while but and before until whether".split())
_APPOSING = frozenset({"a", "an", "the"})
_CALLINGS = ("eeper", "eller", "orker", "acher", "armer", "iver", "ist", "man", "woman", "ician", "grapher", "ighter")


def model(number: int, line: Line, at: int) -> Span | None:
    """Name a model of letters, hyphen and number: "Su-57", "MQ-9"."""
    joined = line.word(at + 1) == "-" and line.touches(at + 1) and line.touches(at + 2)
    if joined and _LETTERS.match(line.word(at)) and _NUMBER.match(line.word(at + 2)) and line.word(at) not in _NO_MODELS:
        return Span(number, at, at + 3, "product", weight=1)
    return None


def single(number: int, line: Line, at: int) -> Span | None:
    """Name a word that no gazetteer knows, if its form or its neighbours tell its kind; tentatively, if nothing does."""
    token = line.tokens[at]
    word = token.text
    if word in COMMON_ACRONYMS or word.lower() in OPENERS:
        return None
    if token.is_acronym:
        is_heading = token.opens and is_everyday(word) and line.word(at + 1) in _HEADING_MARKS
        fits = (
            not is_heading
            and _SHORTEST_ACRONYM <= len(word) <= _LONGEST_ACRONYM
            and word.isalpha()
            and word not in no_organizations("en")
        )
        return Span(number, at, at + 1, "organization") if fits else None
    if is_everyday(word) or line.word(at + 1) == "-":
        return None
    kind = next((kind for kind, test in _SIGNS if test(line, at)), None)
    if kind:
        return Span(number, at, at + 1, kind)
    if token.opens or line.touches(at) or len(word) < _SHORTEST_NAME:
        return None
    placed = line.word(at - 1).lower() in PLACE_PREPOSITIONS and word not in surnames()
    guess: EntityType = "person" if word in first_names() else "place" if placed else "other"
    return Span(number, at, at + 1, guess, weight=TENTATIVE)


def _is_product(line: Line, at: int) -> bool:
    """Tell whether a product's noun follows, or a list of products goes on."""
    return (line.word(at + 1) in PRODUCT_NOUNS and not line.tokens[at].opens) or is_listed_product(line, at)


def is_listed_product(line: Line, at: int) -> bool:
    """Tell whether a token stands in a list of products: "systems such as BrahMos and Akash"."""
    back = at - 1
    while back >= 0 and at - back < _LONGEST_LIST and (line.word(back) in {",", "and", "or"} or line.tokens[back].is_capitalized):
        back -= 1
    listed = line.word(back) in {"like", "as", "including", "include"}
    return listed and any(line.word(index).lower() in PRODUCT_NOUNS for index in range(max(back - 3, 0), back))


def _is_place(line: Line, at: int) -> bool:
    """Tell whether a word stands where places do: "the Inhulets river", "the town of Varosha", "in Kourou"."""
    word, before, after = line.word(at), line.word(at - 1).lower(), line.word(at + 1)
    if word.endswith(_TOWN_ENDINGS) and word not in surnames() and word not in first_names():
        return True
    described = after in PLACE_NOUNS or (before == "of" and line.word(at - 2).lower() in PLACE_NOUNS_BEFORE | RULERS)
    reached = before == "to" and line.word(at - 2).lower() in WAYS and word not in first_names()
    joined = before == "and" and _is_placed(line, at - 2, after) and word not in surnames() and word not in first_names()
    within = before in PLACE_PREPOSITIONS and after == "in" and _is_wide(line, at + 2) and word not in first_names()
    onwards = before == "to" and line.word(at - 3).lower() == "from" and is_place(line, at - 2, at - 1)
    if reached or joined or within or onwards:
        return True
    placed = (
        before in SURE_PLACE_PREPOSITIONS
        and after not in POSSESSIVES
        and word not in first_names()
        and (before in {"in", "near"} or word not in surnames())
    )
    located = after == "," and not line.tokens[at].opens and _is_wide(line, at + 2)
    return described or placed or located


def _is_placed(line: Line, at: int, after: str) -> bool:
    """Tell whether a place stands at a token behind a preposition: "near Adwa", "to Adwa" if no verb comes `after` the next."""
    prepositions = SURE_PLACE_PREPOSITIONS if after.isalpha() else PLACE_PREPOSITIONS
    return line.word(at - 1).lower() in prepositions and is_place(line, at, at + 1)


def _is_wide(line: Line, at: int) -> bool:
    """Tell whether a word names a country or a region, as it follows a town: "Veldhoven, Netherlands"."""
    entry = entry_at(line, at, at + 1)
    return entry is not None and entry.rank in {"country", "region"}


def _is_person(line: Line, at: int) -> bool:
    """Tell whether a given or family name says something."""
    if line.word(at) not in surnames() and line.word(at) not in first_names():
        return False
    acts = line.word(at + 1) in AUXILIARIES and line.word(at - 1) in _BEFORE_WHO_ACTS and line.word(at) in surnames()
    return acts or line.word(at + 1) in SPEECH or (line.word(at + 1) == "," and _is_calling(line, at + 2))


def _is_calling(line: Line, at: int) -> bool:
    """Tell whether someone's calling stands at a token: "a shopkeeper", "the mayor"."""
    calling = line.word(at + 1)
    return line.word(at) in _APPOSING and (calling.lower() in TITLES or (calling.islower() and calling.endswith(_CALLINGS)))


def _is_organization(line: Line, at: int) -> bool:
    """Tell whether a noun follows that goes with organisations: "the Aurubis spokesman"."""
    word, before = line.word(at), line.word(at - 1).lower()
    if word in surnames() or word in first_names():
        return False
    described = before in ORGANIZATION_DESCRIPTORS or before in ORGANIZATION_NOUNS_BEFORE or is_related(line, at)
    described = described or is_apposed(line, at, at + 1) or (before == "by" and line.word(at - 2) in _MADE)
    speaks = before == "the" and line.word(at + 1) in SPEECH
    led = before in LEADING_VERBS and not line.tokens[at].opens
    return (
        described
        or speaks
        or led
        or is_joined(line, at)
        or (_has_what_firms_have(line, at) if line.tokens[at].opens else line.word(at + 1) in ORGANIZATION_NOUNS)
    )


def _has_what_firms_have(line: Line, at: int) -> bool:
    """Tell whether a firm's shares, spokesman or chief follow a word: "Velora chief Ana Novak said"."""
    after = line.word(at + 1)
    return after in FIRMS_HAVE and (after != "chief" or line.word(at + 2)[:1].isupper())


def is_joined(line: Line, at: int) -> bool:
    """Tell whether a word is made of two, as firms are named: "SpiceJet"; where links or marks of a network stand, users are."""
    word = line.word(at)
    if not _JOINED.match(word) or word.startswith(_BEGINNINGS_OF_NAMES) or line.touches(at):
        return False
    return not _NETWORK.search(line.passage.text)


def is_related(line: Line, at: int) -> bool:
    """Tell whether those who belong to it stand before a name: "spokesman for Acme", "a unit of Acme"."""
    return line.word(at - 1) in _RELATING and line.word(at - 2).lower() in ORGANIZATION_RELATIONS


def is_apposed(line: Line, first: int, last: int) -> bool:
    """Tell whether a name stands between commas behind what it is: "Portugal's regulator, Anacom,"."""
    return line.word(first - 1) == "," and line.word(first - 2) in ORGANIZATION_KINDS and line.word(last) in {",", "."}


_SIGNS: tuple[tuple[EntityType, Callable[[Line, int], bool]], ...] = (
    ("product", _is_product),
    ("place", _is_place),
    ("person", _is_person),
    ("organization", _is_organization),
)
