"""Who and what an article names: mentions in its text, and the entities they refer to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

EntityType = Literal["person", "organization", "place", "product", "event", "work", "group", "other"]
PassageKind = Literal["title", "takeaway", "heading", "paragraph"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A piece of an article in which names are looked for; `id` is `title`, a takeaway's, a section's or a block's."""

    id: str
    kind: PassageKind
    text: str


class Mention(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One place where an entity is named: `passage[start:end] == text`, offsets in characters; `sentence` is a span too.

    An article has hundreds, and a struct is made in a fifth of the time that a dataclass takes.
    """

    entity: str
    passage: str
    start: int
    end: int
    text: str
    sentence: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A page elsewhere that tells of an entity."""

    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """An entity in one article: the article's path, and its mentions in reading order."""

    entity: str
    article: str
    mentions: tuple[Mention, ...]


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
