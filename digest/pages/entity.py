"""The page of a person, organisation or place: every mention as a sentence in its context."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter

import msgspec

from digest import permalinks
from digest.cache.values import marked
from digest.charts import Chart, chart
from digest.feeds import followed
from digest.model.article import Day
from digest.model.library import Library
from digest.model.marked import Marked
from digest.model.names import Appearance, Entities, Entity, EntityType, Link, Mention, Mentions, Quote, Quotes
from digest.model.page import Later, Page, Templated
from digest.model.site import Site
from digest.pagination import Pager, paged
from digest.records import MentionRecord, encoded
from digest.text import dates
from digest.views import NameView, Naming, TermView, as_naming, highest, ranked, terms

_QUOTES_AN_ARTICLE = 3
_COMPANY = 12
_Names = tuple[tuple[str, ...], tuple[int, ...]]  # entities that an article names, and how often; half as large as a mapping
_CROWD = 300  # names of one article: in a longer list nobody appears with anybody


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
    appears_with: list[_Companion]


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make the pages of each entity, twenty articles a page, and beside the first the same as data."""
    chosen = followed(library[Entities], site.feeds.entities) if site.feeds else {}
    entities = {entity.key: entity for entity in library[Entities].entities}
    terms_of = terms(library)
    articles = {one.article.path: marked(as_naming(one, terms_of(one.article.path))) for one in library.articles}
    by_entity: dict[str, list[Appearance]] = defaultdict(list)
    named: dict[str, _Names] = defaultdict(lambda: ((), ()))
    for article, own in groupby(library[Entities].appearances, key=attrgetter("article")):
        followed_here = dict(zip(*named[article], strict=True))
        for appearance in own:
            by_entity[appearance.entity].append(appearance)
            if entities[appearance.entity].is_followed:
                followed_here[appearance.entity] = followed_here.get(appearance.entity, 0) + len(appearance.mentions)
        named[article] = tuple(followed_here), tuple(followed_here.values())
    for key, appearances in by_entity.items():
        company = marked(ranked(highest(_company(key, [named[one.article] for one in appearances]), _COMPANY), entities))
        days = [day for one in appearances if (day := articles[one.article].value.date)]
        mentions = sum(len(one.mentions) for one in appearances)
        drawn = chart(_by_day(appearances, articles))
        permalink, updated = permalinks.entity(entities[key]), dates.latest(*days)
        for address, pager, part in paged(appearances, permalink):
            given = {
                "entity": entities[key],
                "has_feeds": key in chosen,
                "mentions": mentions,
                "chart": drawn if pager.number == 1 else None,
                "oldest": days[-1] if days else None,
                "newest": days[0] if days else None,
                "pager": pager,
                "articles": marked(tuple((articles[one.article], one.quotes) for one in part)),
                "appears_with": company,
            }
            body = Templated(template="entity.html", view=Later(make=entity_view, given={"permalink": address, **given}))
            yield Page(permalink=address, body=body, updated=updated)
        whole = marked(tuple((articles[one.article], one.mentions) for one in appearances))
        record = {"entity": entities[key], "articles": whole, "appears_with": company}
        yield Page(permalink=permalinks.as_data(permalink), body=Later(make=entity_record, given=record))


def _company(key: str, named: Sequence[_Names]) -> Mapping[str, int]:
    """Count how often the articles of an entity name the others."""
    company: dict[str, int] = defaultdict(int)
    for names, counts in named:
        if len(names) <= _CROWD:
            for name, count in zip(names, counts, strict=True):
                company[name] += count
    company.pop(key, None)
    return company


def _by_day(appearances: Sequence[Appearance], articles: Mapping[str, Marked[Naming]]) -> Counter[date]:
    """Count the mentions of each day; articles without a date count on none."""
    counts: Counter[date] = Counter()
    for one in appearances:
        if day := articles[one.article].value.date:
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
    articles: Marked[tuple[tuple[Marked[Naming], Quotes], ...]],
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
        articles=tuple(_appearance(naming.value, quotes) for naming, quotes in articles.value),
        appears_with=appears_with.value,
    )


def entity_record(
    *,
    entity: Entity,
    articles: Marked[tuple[tuple[Marked[Naming], Mentions], ...]],
    appears_with: Marked[tuple[NameView, ...]],
    site: Site,
) -> bytes:
    """Write what an entity's pages show as JSON, with the place of each mention."""
    del site
    record = _Record(
        name=entity.name,
        type=entity.type,
        url=permalinks.entity(entity),
        aliases=_aliases(entity),
        description=entity.description,
        links={link.label: link.url for link in entity.links},
        mentions=sum(len(mentions) for _, mentions in articles.value),
        articles=[_named_in(naming.value, mentions) for naming, mentions in articles.value],
        appears_with=[_Companion(name=one.name, url=one.permalink, mentions=one.count) for one in appears_with.value],
    )
    return encoded(record)


def _aliases(entity: Entity) -> tuple[str, ...]:
    """Return how else an entity is written."""
    return tuple(alias for alias in entity.aliases if alias != entity.name)


def _named_in(naming: Naming, mentions: Sequence[Mention]) -> _Article:
    return _Article(
        title=naming.title,
        url=naming.permalink,
        date=naming.written,
        mentions=[MentionRecord(one.passage, one.start, one.end, one.text) for one in mentions],
    )


def _appearance(naming: Naming, quotes: Sequence[Quote]) -> AppearanceView:
    shown = tuple(
        QuoteView(before=one.before, name=one.name, after=one.after, article=naming.permalink, passage=one.passage)
        for one in quotes
    )
    return AppearanceView(
        permalink=naming.permalink,
        title=naming.title,
        language=naming.language,
        date=naming.date,
        tags=naming.tags,
        quotes=shown[:_QUOTES_AN_ARTICLE],
        more=shown[_QUOTES_AN_ARTICLE:],
    )
