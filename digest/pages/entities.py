"""The lists of everyone and everything that is named: the most named by type, and all of a type by letter."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import msgspec

from digest import permalinks
from digest.model.library import Library
from digest.model.names import Entities, EntityType
from digest.model.page import Page, Templated, Verbatim
from digest.model.site import Site
from digest.naming import sort_name
from digest.views.cards import NameView, grouped, ranked
from digest.views.pagination import Pager, paged

_MOST_NAMED, _A_PAGE = 60, 400
_NO_LETTER = "#"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeView:
    """The names of one type that are shown, how many there are, and where all stand by letter if these are not all."""

    type: EntityType
    names: tuple[NameView, ...]
    total: int
    everyone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitiesView:
    """The types with their most named, highest count first."""

    permalink: str
    groups: tuple[TypeView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterView:
    """A letter with the names that begin with it."""

    letter: str
    id: str
    names: tuple[NameView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLink:
    """A letter and where its names begin."""

    letter: str
    permalink: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LettersView:
    """One page of all names of a type; `links` lead to every letter."""

    permalink: str
    type: EntityType
    pager: Pager
    letters: tuple[LetterView, ...]
    links: tuple[LetterLink, ...]


class _Listed(msgspec.Struct):
    name: str
    type: str
    url: str
    mentions: int


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make the list's page, the same as data, and for types with many names their pages by letter."""
    del site
    found = library[Entities]
    counts: Counter[str] = Counter()
    for appearance in found.appearances:
        counts[appearance.entity] += len(appearance.mentions)
    names = ranked(counts, {entity.key: entity for entity in found.entities})
    groups = grouped(names)
    shown = tuple(
        TypeView(
            type=group.type,
            names=group.names[:_MOST_NAMED],
            total=len(group.names),
            everyone=permalinks.entities_of(group.type) if len(group.names) > _MOST_NAMED else "",
        )
        for group in groups
    )
    yield Page(
        permalink=permalinks.ENTITIES,
        body=Templated(template="entities.html", view=EntitiesView(permalink=permalinks.ENTITIES, groups=shown)),
    )
    listed = [_Listed(name=name.name, type=name.type, url=name.permalink, mentions=name.count) for name in names]
    yield Page(permalink=permalinks.as_data(permalinks.ENTITIES), body=Verbatim(content=msgspec.json.encode(listed) + b"\n"))
    for group in groups:
        if len(group.names) > _MOST_NAMED:
            for view in _by_letter(group.type, group.names):
                yield Page(permalink=view.permalink, body=Templated(template="letters.html", view=view))


def _by_letter(kind: EntityType, names: Sequence[NameView]) -> Iterator[LettersView]:
    """Cut the names of a type, in alphabetical order, into pages."""
    ordered = sorted(names, key=lambda name: (_letter(name) == _NO_LETTER, _plain(sort_name(name.name, kind)), name.permalink))
    cut = list(paged(ordered, permalinks.entities_of(kind), _A_PAGE))
    links: dict[str, str] = {}
    for address, _, part in cut:
        for name in part:
            links.setdefault(_letter(name), f"{address}#{_anchor(_letter(name))}")
    for address, pager, part in cut:
        yield LettersView(
            permalink=address,
            type=kind,
            pager=pager,
            letters=tuple(
                LetterView(letter=letter, id=_anchor(letter), names=tuple(own)) for letter, own in groupby(part, key=_letter)
            ),
            links=tuple(LetterLink(letter=letter, permalink=place) for letter, place in links.items()),
        )


def _letter(name: NameView) -> str:
    """Give the letter under which a name stands."""
    first = _plain(sort_name(name.name, name.type))[:1].upper()
    return first if first.isalpha() else _NO_LETTER


def _anchor(letter: str) -> str:
    return "letter-other" if letter == _NO_LETTER else f"letter-{letter.lower()}"


def _plain(text: str) -> str:
    """Write a text so that accents and case make no difference to its place."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign)).casefold()
