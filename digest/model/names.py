"""Who and what an article names: mentions in its text, and the entities they refer to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from digest.model.folded import Folded

EntityType = Literal["person", "organization", "place", "product", "event", "work", "group", "other"]
PassageKind = Literal["title", "takeaway", "heading", "paragraph"]


class Passage(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A piece of an article in which names are looked for; `id` is `title`, a takeaway's, a section's or a block's."""

    id: str
    kind: PassageKind
    text: str


class Mention(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """One place where an entity is named: `passage[start:end] == text`, offsets in characters; `sentence` is a span too.

    `entity` is the key that the article has it under; in a library it may have another one.
    An article has hundreds, and a struct is made in a fifth of the time that a dataclass takes.
    """

    entity: str
    passage: str
    start: int
    end: int
    text: str
    sentence: tuple[int, int]


class Mentions(Folded[Mention], of=Mention):
    """Mentions, folded."""

    __slots__ = ()


class Quote(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """A sentence that mentions an entity, around the mention, and the section or block in which it stands."""

    before: str
    name: str
    after: str
    passage: str


class Quotes(Folded[Quote], of=Quote):
    """Quotes, folded."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A page elsewhere that tells of an entity."""

    label: str
    url: str


class Entity(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A person, organisation, place or other thing with a name; `key` is its slug and never changes with the articles.

    `description` and `links` are an editor's.
    """

    key: str
    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    description: str = ""
    links: tuple[Link, ...] = ()

    @property
    def is_followed(self) -> bool:
        """Whether other pages link to it and feeds follow it; a group, such as a people, is named in passing."""
        return self.type != "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names found in one article: entities by key, mentions in reading order, and how many names were too many."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    left_out: int = 0


class Appearance(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An entity in one article: the article's path, its mentions in reading order, and each sentence with any of them once."""

    entity: str
    article: str
    mentions: Mentions
    quotes: Quotes


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What the library is told of the names of one article: the entities, and where each appears, both by the article's keys."""

    entities: tuple[Entity, ...]
    appearances: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entities:
    """All entities of a library by key, and where each appears, articles newest first."""

    entities: tuple[Entity, ...]
    appearances: tuple[Appearance, ...]

    def by_article(self) -> Mapping[str, Sequence[Appearance]]:
        """Return the appearances in each article that names anything, by its path."""
        found: dict[str, list[Appearance]] = defaultdict(list)
        for appearance in self.appearances:
            found[appearance.article].append(appearance)
        return found
