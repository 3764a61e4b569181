"""The page of a person, organisation or place: every mention as a sentence in its context."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

import msgspec

from digest import permalinks
from digest.cache.values import group_key, marked
from digest.feeds.formats import followed
from digest.model.announcement import Announcement
from digest.model.article import Day
from digest.model.library import Library
from digest.model.marked import Marked
from digest.model.names import Appearance, Entities, Entity, EntityType, Link, Mentions, Quote, Quotes
from digest.model.page import Group, Later, Page, Templated
from digest.model.passed_on import PassedOn
from digest.model.site import Site
from digest.records import MentionRecord, encoded
from digest.text import dates
from digest.views.cards import NameView, Naming, TermView, as_naming, highest, ranked, terms, told_apart
from digest.views.charts import Chart, chart
from digest.views.issues import press
from digest.views.pagination import Pager, paged

_QUOTES_AN_ARTICLE = 3
_COMPANY = 12
_PART = 100  # articles in a file of older ones: an edit, or a new article that comes first, makes one or two of them again
_CROWD = 300  # names of one article: in a longer list nobody appears with anybody
_Named = tuple[Marked[Naming], PassedOn, Mentions]


class QuoteView(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A sentence that mentions the entity, around the mention; it stands in the section or block `passage` of the article."""

    before: str
    name: str
    after: str
    article: str
    passage: str

    @property
    def permalink(self) -> str:
        """The address of its section or block."""
        return f"{self.article}#{self.passage}"


class AppearanceView(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One article that mentions the entity, with the first sentences that do and then `more`; its title stands for itself."""

    permalink: str
    title: str
    language: str
    date: Day
    tags: tuple[TermView, ...]
    quotes: tuple[QuoteView, ...]
    more: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityView:
    """A page of an entity: what is known of it, and some of its articles; `oldest` and `newest` are the days of all of them."""

    permalink: str
    name: str
    type: EntityType
    aliases: tuple[str, ...]
    description: str
    links: tuple[Link, ...]
    has_feeds: bool
    mentions: int
    chart: Chart | None
    oldest: Day
    newest: Day
    pager: Pager
    articles: tuple[AppearanceView, ...]
    appears_with: tuple[NameView, ...]


class _Article(msgspec.Struct, kw_only=True):
    title: str
    url: str
    date: str | None
    mentions: list[MentionRecord]


class _Companion(msgspec.Struct, kw_only=True):
    name: str
    url: str
    mentions: int


class _Record(msgspec.Struct, kw_only=True):
    name: str
    type: str
    url: str
    aliases: tuple[str, ...]
    description: str
    links: dict[str, str]
    mentions: int
    articles: list[_Article]
    older: str | None
    appears_with: list[_Companion]


class _OlderRecord(msgspec.Struct, kw_only=True):
    name: str
    url: str
    articles: list[_Article]
    older: str | None


def pages(library: Library, site: Site) -> Iterator[Group]:
    """Make the pages of each entity, twenty articles a page, and beside the first the same as data, a hundred or two a file."""
    chosen = followed(library[Entities], site.feeds.entities) if site.feeds else {}
    told, by_entity = told_apart(library), defaultdict[str, list[Appearance]](list)
    for appearance in library[Entities].appearances:
        by_entity[appearance.entity].append(appearance)
    context = _Context(library)
    for key, appearances in by_entity.items():
        articles = [told(one.article) for one in appearances]
        yield Group(
            key=group_key("entity", context.entities[key], key in chosen, articles),
            pages=partial(_pages, context, key, appearances, has_feeds=key in chosen),
        )


class _Context:
    """What the pages of entities are told of other entities and of articles."""

    def __init__(self, library: Library) -> None:
        self.entities = {entity.key: entity for entity in library[Entities].entities}
        self._articles, self._terms_of = {one.path: one for one in library.articles}, terms(library)
        self.naming, self.mentions = cache(self._naming), press(library).mentions

    def title(self, path: str) -> PassedOn:
        """Return the title of an article."""
        return self._articles[path].findings[Announcement].title

    def _naming(self, path: str) -> Marked[Naming]:
        return marked(as_naming(self._articles[path], self._terms_of(path)))


def _pages(context: _Context, key: str, appearances: Sequence[Appearance], *, has_feeds: bool) -> Iterator[Page]:
    """Make the pages of an entity, from the entity and the articles that name it."""
    entity, articles = context.entities[key], [context.naming(one.article) for one in appearances]
    names = highest(_company(key, [context.mentions(one.article) for one in appearances]), _COMPANY)
    company = marked(ranked(names, context.entities))
    days = [naming.value.date for naming in articles if naming.value.date]
    mentions, drawn = sum(len(one.mentions) for one in appearances), chart(_by_day(appearances, articles))
    permalink, updated = permalinks.entity(entity), dates.latest(*days)
    titles = [context.title(one.article) for one in appearances]
    rows = list(zip(articles, titles, appearances, strict=True))
    for address, pager, part in paged(rows, permalink):
        given = {
            "entity": entity,
            "has_feeds": has_feeds,
            "mentions": mentions,
            "chart": drawn if pager.number == 1 else None,
            "oldest": days[-1] if days else None,
            "newest": days[0] if days else None,
            "pager": pager,
            "articles": marked(tuple((naming, title, one.quotes) for naming, title, one in part)),
            "appears_with": company,
        }
        body = Templated(template="entity.html", view=Later(make=entity_view, given={"permalink": address, **given}))
        yield Page(permalink=address, body=body, updated=updated)
    yield from _records(entity, [(naming, title, one.mentions) for naming, title, one in rows], company)


def _records(entity: Entity, articles: Sequence[_Named], company: Marked[tuple[NameView, ...]]) -> Iterator[Page]:
    """Make the data of an entity; where its articles are many, the older ones stand in parts that are counted from the oldest."""
    permalink, parts = permalinks.entity(entity), max(0, len(articles) // _PART - 1)
    newest = len(articles) - parts * _PART
    given = {
        "entity": entity,
        "mentions": sum(len(mentions) for *_, mentions in articles),
        "articles": marked(tuple(articles[:newest])),
        "older": _older(permalink, parts),
        "appears_with": company,
    }
    yield Page(permalink=permalinks.as_data(permalink), body=Later(make=entity_record, given=given))
    for at in range(parts):
        first, number = newest + at * _PART, parts - at
        given = {
            "name": entity.name,
            "permalink": permalink,
            "articles": marked(tuple(articles[first : first + _PART])),
            "older": _older(permalink, number - 1),
        }
        yield Page(permalink=permalinks.older(permalink, number), body=Later(make=older_record, given=given))


def _older(permalink: str, number: int) -> str | None:
    return permalinks.older(permalink, number) if number else None


def _company(key: str, mentions: Sequence[Mapping[str, int]]) -> Mapping[str, int]:
    """Count how often the articles of an entity name the others."""
    company: dict[str, int] = defaultdict(int)
    for counts in mentions:
        if len(counts) <= _CROWD:
            for name, count in counts.items():
                company[name] += count
    company.pop(key, None)
    return company


def _by_day(appearances: Sequence[Appearance], articles: Sequence[Marked[Naming]]) -> Counter[date]:
    """Count the mentions of each day; articles without a date count on none."""
    counts: Counter[date] = Counter()
    for one, naming in zip(appearances, articles, strict=True):
        if day := naming.value.date:
            counts[dates.day(day)] += len(one.mentions)
    return counts


def entity_view(  # noqa: PLR0913 - what Later is given, by name
    *,
    permalink: str,
    entity: Entity,
    has_feeds: bool,
    mentions: int,
    chart: Chart | None,
    oldest: Day,
    newest: Day,
    pager: Pager,
    articles: Marked[tuple[tuple[Marked[Naming], PassedOn, Quotes], ...]],
    appears_with: Marked[tuple[NameView, ...]],
    site: Site,
) -> EntityView:
    """Make all that one page of an entity shows."""
    del site
    return EntityView(
        permalink=permalink,
        name=entity.name,
        type=entity.type,
        aliases=_aliases(entity),
        description=entity.description,
        links=entity.links,
        has_feeds=has_feeds,
        mentions=mentions,
        chart=chart,
        oldest=oldest,
        newest=newest,
        pager=pager,
        articles=tuple(_appearance(naming.value, title, quotes) for naming, title, quotes in articles.value),
        appears_with=appears_with.value,
    )


def entity_record(  # noqa: PLR0913 - what Later is given, by name
    *,
    entity: Entity,
    mentions: int,
    articles: Marked[tuple[_Named, ...]],
    older: str | None,
    appears_with: Marked[tuple[NameView, ...]],
    site: Site,
) -> bytes:
    """Write what an entity's pages show as JSON, with the place of each mention; `older` is the address of more articles."""
    del site
    record = _Record(
        name=entity.name,
        type=entity.type,
        url=permalinks.entity(entity),
        aliases=_aliases(entity),
        description=entity.description,
        links={link.label: link.url for link in entity.links},
        mentions=mentions,
        articles=_named_in(articles.value),
        older=older,
        appears_with=[_Companion(name=one.name, url=one.permalink, mentions=one.count) for one in appears_with.value],
    )
    return encoded(record)


def older_record(*, name: str, permalink: str, articles: Marked[tuple[_Named, ...]], older: str | None, site: Site) -> bytes:
    """Write articles that name an entity, which its own record has no room for."""
    del site
    return encoded(_OlderRecord(name=name, url=permalink, articles=_named_in(articles.value), older=older))


def _aliases(entity: Entity) -> tuple[str, ...]:
    """Return how else an entity is written."""
    return tuple(alias for alias in entity.aliases if alias != entity.name)


def _named_in(articles: Sequence[_Named]) -> list[_Article]:
    return [
        _Article(
            title=str(title),
            url=naming.value.permalink,
            date=naming.value.written,
            mentions=[MentionRecord(one.passage, one.start, one.end, one.text) for one in mentions],
        )
        for naming, title, mentions in articles
    ]


def _appearance(naming: Naming, title: PassedOn, quotes: Sequence[Quote]) -> AppearanceView:
    shown = tuple(
        QuoteView(before=one.before, name=one.name, after=one.after, article=naming.permalink, passage=one.passage)
        for one in quotes
    )
    return AppearanceView(
        permalink=naming.permalink,
        title=title,
        language=naming.language,
        date=naming.date,
        tags=naming.tags,
        quotes=shown[:_QUOTES_AN_ARTICLE],
        more=shown[_QUOTES_AN_ARTICLE:],
    )
