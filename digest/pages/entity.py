"""The page of a person, organisation or place: every mention as a sentence in its context."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import msgspec

from digest import permalinks
from digest.charts import Chart, chart
from digest.feeds import followed
from digest.model.announcement import Announcement
from digest.model.article import Article, Day
from digest.model.library import Library
from digest.model.names import Appearance, Entities, EntityType, Link, Mention
from digest.model.page import Page, Templated, Verbatim
from digest.model.site import Site
from digest.pagination import Pager, paged
from digest.text import dates
from digest.views import NameView, TermView, highest, ranked, terms

_QUOTES_AN_ARTICLE = 3
_COMPANY = 12
_CROWD = 300  # names of one article: in a longer list nobody appears with anybody


class Quote(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A sentence that mentions the entity, around the mention; `permalink` leads to its paragraph."""

    before: str
    name: str
    after: str
    permalink: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppearanceView:
    """One article that mentions the entity, with the first sentences that do and then `more`; its title stands for itself."""

    permalink: str
    title: str
    language: str
    date: Day
    tags: tuple[TermView, ...]
    quotes: tuple[Quote, ...]
    more: tuple[Quote, ...]


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


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make the pages of each entity, twenty articles a page, and beside the first the same as data."""
    chosen = followed(library[Entities], site.feeds.entities) if site.feeds else {}
    articles = {annotated.article.path: annotated.article for annotated in library.articles}
    languages = {annotated.article.path: annotated.findings[Announcement].language for annotated in library.articles}
    entities = {entity.key: entity for entity in library[Entities].entities}
    terms_of = terms(library)
    by_entity: dict[str, list[Appearance]] = defaultdict(list)
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for appearance in library[Entities].appearances:
        by_entity[appearance.entity].append(appearance)
        if entities[appearance.entity].is_followed:
            named[appearance.article][appearance.entity] += len(appearance.mentions)
    texts = {path: dict(_passages(article)) for path, article in articles.items()}
    for key, appearances in by_entity.items():
        company = _company(key, [named[one.article] for one in appearances])
        shown = tuple(
            _appearance(
                articles[one.article], languages[one.article], texts[one.article], one.mentions, terms_of(one.article).tags
            )
            for one in appearances
        )
        days = [one.date for one in shown if one.date]
        updated = dates.latest(*days)
        parts = list(paged(shown, permalinks.entity(entities[key])))
        view = EntityView(
            permalink=permalinks.entity(entities[key]),
            name=entities[key].name,
            type=entities[key].type,
            aliases=tuple(alias for alias in entities[key].aliases if alias != entities[key].name),
            description=entities[key].description,
            links=entities[key].links,
            has_feeds=key in chosen,
            mentions=sum(len(one.mentions) for one in appearances),
            chart=chart(_by_day(appearances, articles)),
            oldest=days[-1] if days else None,
            newest=days[0] if days else None,
            pager=parts[0][1],
            articles=shown,
            appears_with=ranked(highest(company, _COMPANY), entities),
        )
        for address, pager, part in parts:
            drawn = view.chart if pager.number == 1 else None
            one = replace(view, permalink=address, pager=pager, articles=tuple(part), chart=drawn)
            yield Page(permalink=address, body=Templated(template="entity.html", view=one), updated=updated)
        yield Page(permalink=permalinks.as_data(view.permalink), body=Verbatim(content=_data(view, appearances)))


def _company(key: str, named: Sequence[Counter[str]]) -> Counter[str]:
    """Count how often the articles of an entity name the others."""
    company: Counter[str] = Counter()
    for names in named:
        if len(names) <= _CROWD:
            company.update(names)
    del company[key]
    return company


def _passages(article: Article) -> Iterator[tuple[str, str]]:
    """Yield the headings and blocks, which can be quoted."""
    for section in article.sections:
        yield section.id, section.heading
        yield from ((block.id, block.text) for block in section.blocks)


def _by_day(appearances: Sequence[Appearance], articles: Mapping[str, Article]) -> Counter[date]:
    """Count the mentions of each day; articles without a date count on none."""
    counts: Counter[date] = Counter()
    for one in appearances:
        day = articles[one.article].front_matter.date
        if day:
            counts[dates.day(day)] += len(one.mentions)
    return counts


def _data(view: EntityView, appearances: Sequence[Appearance]) -> bytes:
    """Write what the page shows as JSON, with the place of each mention."""
    record = {
        "name": view.name,
        "type": view.type,
        "url": view.permalink,
        "aliases": view.aliases,
        "description": view.description,
        "links": {link.label: link.url for link in view.links},
        "mentions": view.mentions,
        "articles": [
            {
                "title": shown.title,
                "url": shown.permalink,
                "date": dates.written(shown.date) if shown.date else None,
                "mentions": [
                    {"paragraph": mention.passage, "start": mention.start, "end": mention.end, "text": mention.text}
                    for mention in one.mentions
                ],
            }
            for shown, one in zip(view.articles, appearances, strict=True)
        ],
        "appears_with": [{"name": name.name, "url": name.permalink, "mentions": name.count} for name in view.appears_with],
    }
    return msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n"


def _appearance(
    article: Article, language: str, texts: Mapping[str, str], mentions: Sequence[Mention], tags: tuple[TermView, ...]
) -> AppearanceView:
    permalink = permalinks.article(article.slug, article.front_matter.date)
    quotes = tuple(_quotes([mention for mention in mentions if mention.passage in texts], texts, permalink))
    return AppearanceView(
        permalink=permalink,
        title=article.title,
        language=language,
        date=article.front_matter.date,
        tags=tags,
        quotes=quotes[:_QUOTES_AN_ARTICLE],
        more=quotes[_QUOTES_AN_ARTICLE:],
    )


def _quotes(mentions: Sequence[Mention], texts: Mapping[str, str], permalink: str) -> Iterator[Quote]:
    """Quote each sentence once, with the first mention in it marked."""
    quoted: set[tuple[str, int]] = set()
    for mention in mentions:
        text = texts[mention.passage]
        start, end = mention.sentence
        if (mention.passage, start) in quoted:
            continue
        quoted.add((mention.passage, start))
        yield Quote(
            before=text[start : mention.start],
            name=text[mention.start : mention.end],
            after=text[mention.end : end],
            permalink=f"{permalink}#{mention.passage}",
        )
