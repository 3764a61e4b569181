"""How articles and entities are shown on pages other than their own: cards, chips and counts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from digest import permalinks
from digest.model.article import Day
from digest.model.evidence import Evidence
from digest.model.library import Annotated
from digest.model.names import Entity, EntityType
from digest.text.reading import minutes
from digest.text.sentences import sentences

TYPES: tuple[EntityType, ...] = ("person", "organization", "place", "product", "event", "work", "group", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameView:
    """An entity as a link with a count."""

    name: str
    type: EntityType
    permalink: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What is told of an entity where it is pointed at: an editor's words, or the article's first sentence that names it."""

    name: str
    type: EntityType
    permalink: str
    description: str
    sentence: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NameGroup:
    """The entities of one type, highest count first."""

    type: EntityType
    names: tuple[NameView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An article as it is announced on another page; `opening` is its summary or first sentence.

    Its takeaways are `picked` when they are sentences of its text.
    """

    permalink: str
    title: str
    opening: str
    language: str
    tags: tuple[str, ...]
    date: Day
    minutes: int
    sections: int
    takeaways: tuple[str, ...]
    picked: bool


def ranked(counts: Mapping[str, int], entities: Mapping[str, Entity]) -> tuple[NameView, ...]:
    """Show entities by count, highest first."""
    return tuple(
        NameView(name=entities[key].name, type=entities[key].type, permalink=permalinks.entity(entities[key]), count=counts[key])
        for key in sorted(counts, key=lambda key: (-counts[key], key))
    )


def grouped(names: Iterable[NameView]) -> tuple[NameGroup, ...]:
    """Group names by type, in the order of `TYPES`."""
    groups: dict[EntityType, list[NameView]] = defaultdict(list)
    for name in names:
        groups[name.type].append(name)
    return tuple(NameGroup(type=kind, names=tuple(groups[kind])) for kind in TYPES if kind in groups)


def card(annotated: Annotated) -> Card:
    """Announce an article."""
    article, front_matter = annotated.article, annotated.article.front_matter
    takeaways = annotated.findings[Evidence].takeaways
    return Card(
        permalink=permalinks.article(article.slug, front_matter.date),
        title=article.title,
        opening=front_matter.summary or _first_sentence(annotated),
        language=front_matter.language,
        tags=front_matter.tags,
        date=front_matter.date,
        minutes=0 if article.withheld else minutes(*(block.text for block in article.blocks)),
        sections=len(article.sections),
        takeaways=tuple(takeaway.text for takeaway in takeaways),
        picked=any(takeaway.origin == "extracted" for takeaway in takeaways),
    )


def _first_sentence(annotated: Annotated) -> str:
    text = next((block.text for block in annotated.article.blocks if block.kind == "paragraph"), "")
    return next((text[start:end] for start, end in sentences(text)), "")
