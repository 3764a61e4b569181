"""What an editor decides about entities, entry by entry of `entities.yaml`."""

from dataclasses import dataclass

from digest.model.names import EntityType, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One of the entities into which an entity is split: its name and the articles, by path or slug, in which it is meant."""

    name: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What is decided about the entity that goes by a name; what is empty stays as it was found."""

    name: str
    line: int = 0
    rename: str = ""
    type: EntityType | None = None
    aliases: tuple[str, ...] = ()
    merge: tuple[str, ...] = ()
    split: tuple[Part, ...] = ()
    description: str = ""
    links: tuple[Link, ...] = ()
    hide: bool = False
