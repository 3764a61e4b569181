"""How articles and entities are shown on pages other than their own: cards, chips and counts."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from heapq import nsmallest
from types import MappingProxyType

import msgspec

from digest import permalinks
from digest.cache.values import group_key, marked
from digest.model.announcement import Announcement
from digest.model.article import Day, Origin
from digest.model.library import Annotated, Library, Whole
from digest.model.marked import Marked
from digest.model.names import Appearance, Entities, Entity, EntityType
from digest.model.passed_on import PassedOn
from digest.model.shown import Shown, TakeawayViews
from digest.model.taxonomies import Taxonomies
from digest.text import dates

TYPES: tuple[EntityType, ...] = ("person", "organization", "place", "product", "event", "work", "group", "other")


class Preview(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What is told of an entity where an article names it: an editor's words, or the first sentence, by its place in a passage.

    `start` and `end` count as scripts count letters, in units of UTF-16.
    """

    description: str
    passage: str
    start: int
    end: int


class NameView(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An entity as a link with a count."""

    name: str
    type: EntityType
    permalink: str
    count: int
    preview: Preview | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameGroup:
    """The entities of one type, highest count first."""

    type: EntityType
    names: tuple[NameView, ...]


class TermView(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A tag or a source as a link."""

    name: str
    permalink: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Under which terms an article stands."""

    tags: tuple[TermView, ...]
    source: TermView | None


class Card(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An article as it is announced on another page; `opening` is its summary or first sentence.

    `origins` has each origin of a takeaway once.
    """

    permalink: str
    title: PassedOn
    opening: PassedOn
    language: str
    tags: tuple[TermView, ...]
    source: TermView | None
    date: Day
    minutes: int
    sections: int
    takeaways: TakeawayViews
    origins: tuple[Origin, ...]
    withheld: bool


class Naming(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An article that names an entity, as entities' pages tell of it beside its title; in records its date is as `written`."""

    permalink: str
    language: str
    date: Day
    written: str | None
    tags: tuple[TermView, ...]


def ranked(
    counts: Mapping[str, int], entities: Mapping[str, Entity], previews: Mapping[str, Preview] = MappingProxyType({})
) -> tuple[NameView, ...]:
    """Show entities by count, highest first."""
    order = highest(counts, len(counts)).items()
    return tuple(_name(entities[key], count, previews.get(key)) for key, count in order)


def _name(entity: Entity, count: int, preview: Preview | None) -> NameView:
    return NameView(name=entity.name, type=entity.type, permalink=permalinks.entity(entity), count=count, preview=preview)


def highest(counts: Mapping[str, int], most: int) -> Mapping[str, int]:
    """Return so many of the counts, highest first."""
    return {key: counts[key] for key in nsmallest(most, counts, key=lambda key: (-counts[key], key))}


def grouped(names: Iterable[NameView]) -> tuple[NameGroup, ...]:
    """Group names by type, in the order of `TYPES`."""
    groups: dict[EntityType, list[NameView]] = defaultdict(list)
    for name in names:
        groups[name.type].append(name)
    return tuple(NameGroup(type=kind, names=tuple(groups[kind])) for kind in TYPES if kind in groups)


@lru_cache(maxsize=1)
def marked_articles(library: Library) -> Callable[[str], Marked[Annotated]]:
    """Return what gives an article by its path, with its mark."""
    articles = {annotated.article.path: annotated for annotated in library.articles}
    return cache(lambda path: _whole(articles[path]))


def _whole(annotated: Annotated) -> Marked[Annotated]:
    found = annotated.findings.find(Whole)
    return found.annotated if found else marked(annotated)


@lru_cache(maxsize=1)
def terms(library: Library) -> Callable[[str], Terms]:
    """Return what tells the terms of an article by its path."""
    taxonomies = library[Taxonomies]
    tags = {tag.slug: TermView(name=tag.name, permalink=permalinks.tag(tag.slug)) for tag in taxonomies.tags}
    sources = {one.slug: TermView(name=one.name, permalink=permalinks.source(one.slug)) for one in taxonomies.sources}
    return {
        filing.article: Terms(tags=tuple(tags[slug] for slug in filing.tags), source=sources.get(filing.source))
        for filing in taxonomies.filings
    }.__getitem__


@lru_cache(maxsize=1)
def appearing(library: Library) -> Mapping[str, Sequence[Appearance]]:
    """Return the appearances in each article that names anything, by its path."""
    return library[Entities].by_article()


@lru_cache(maxsize=1)
def told_apart(library: Library) -> Callable[[str], Marked[str]]:
    """Return what marks an article, by its path, with its terms and its names: all that a page of it alone is planned from."""
    articles, terms_of, appearances = marked_articles(library), terms(library), appearing(library)
    entities = {entity.key: marked(entity) for entity in library[Entities].entities}
    marks = {key: entity.mark or entity for key, entity in entities.items()}  # what has none keeps all from being told apart

    def one(path: str) -> Marked[str]:
        names = [(marks[one.entity], one.mentions.mark, one.quotes.mark) for one in appearances.get(path, ())]
        return Marked(path, group_key(articles(path), terms_of(path), names) or None)

    return cache(one)


@lru_cache(maxsize=1)
def cards(library: Library) -> Callable[[str], Card]:
    """Return what announces an article by its path."""
    articles = {annotated.article.path: annotated for annotated in library.articles}
    terms_of = terms(library)
    return cache(lambda path: _card(articles[path], terms_of(path)))


def _card(annotated: Annotated, filed: Terms) -> Card:
    """Announce an article."""
    article, front_matter = annotated.article, annotated.article.front_matter
    announcement, shown = annotated.findings[Announcement], annotated.findings[Shown]
    return Card(
        permalink=permalinks.article(article.slug, front_matter.date),
        title=announcement.title,
        opening=announcement.opening,
        language=announcement.language,
        tags=filed.tags,
        source=filed.source,
        date=front_matter.date,
        minutes=announcement.minutes,
        sections=len(article.sections),
        takeaways=shown.takeaways,
        origins=tuple(dict.fromkeys(shown.origins)),
        withheld=article.withheld,
    )


def as_naming(annotated: Annotated, filed: Terms) -> Naming:
    """Tell of an article that names an entity."""
    article, day = annotated.article, annotated.article.front_matter.date
    return Naming(
        permalink=permalinks.article(article.slug, day),
        language=annotated.findings[Announcement].language,
        date=day,
        written=dates.written(day) if day else None,
        tags=filed.tags,
    )
