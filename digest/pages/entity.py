"""The page of a person, organisation or place: every mention as a sentence in its context."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from digest import permalinks
from digest.model.article import Article, Day
from digest.model.library import Library
from digest.model.names import Appearance, Entities, EntityType, Mention
from digest.model.page import Page, Templated
from digest.model.site import Site
from digest.text.sentences import sentences
from digest.views import NameView, ranked

_QUOTES_AN_ARTICLE = 3
_COMPANY = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
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
    tags: tuple[str, ...]
    quotes: tuple[Quote, ...]
    more: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityView:
    """All that an entity's page shows."""

    permalink: str
    name: str
    type: EntityType
    aliases: tuple[str, ...]
    mentions: int
    articles: tuple[AppearanceView, ...]
    appears_with: tuple[NameView, ...]


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make a page for each entity."""
    del site
    articles = {annotated.article.path: annotated.article for annotated in library.articles}
    entities = {entity.key: entity for entity in library[Entities].entities}
    by_entity: dict[str, list[Appearance]] = defaultdict(list)
    by_article: dict[str, list[Appearance]] = defaultdict(list)
    for appearance in library[Entities].appearances:
        by_entity[appearance.entity].append(appearance)
        by_article[appearance.article].append(appearance)
    for key, appearances in by_entity.items():
        company = Counter(
            other.entity
            for one in appearances
            for other in by_article[one.article]
            for _ in other.mentions
            if other.entity != key
        )
        view = EntityView(
            permalink=permalinks.entity(entities[key]),
            name=entities[key].name,
            type=entities[key].type,
            aliases=tuple(alias for alias in entities[key].aliases if alias != entities[key].name),
            mentions=sum(len(one.mentions) for one in appearances),
            articles=tuple(_appearance(articles[one.article], one.mentions) for one in appearances),
            appears_with=tuple(name for name in ranked(company, entities) if name.type != "group")[:_COMPANY],
        )
        yield Page(permalink=view.permalink, body=Templated(template="entity.html", view=view))


def _appearance(article: Article, mentions: Sequence[Mention]) -> AppearanceView:
    permalink = permalinks.article(article.slug, article.front_matter.date)
    texts = {section.id: section.heading for section in article.sections} | {block.id: block.text for block in article.blocks}
    quotes = tuple(_quotes([mention for mention in mentions if mention.passage in texts], texts, permalink))
    return AppearanceView(
        permalink=permalink,
        title=article.title,
        language=article.front_matter.language,
        date=article.front_matter.date,
        tags=article.front_matter.tags,
        quotes=quotes[:_QUOTES_AN_ARTICLE],
        more=quotes[_QUOTES_AN_ARTICLE:],
    )


def _quotes(mentions: Sequence[Mention], texts: Mapping[str, str], permalink: str) -> Iterator[Quote]:
    """Quote each sentence once, with the first mention in it marked."""
    quoted: set[tuple[str, int]] = set()
    for mention in mentions:
        text = texts[mention.passage]
        spans = [(start, end) for start, end in sentences(text) if start <= mention.start < end]
        start, end = spans[0] if spans else (0, len(text))
        if (mention.passage, start) in quoted:
            continue
        quoted.add((mention.passage, start))
        yield Quote(
            before=text[start : mention.start],
            name=text[mention.start : mention.end],
            after=text[mention.end : end],
            permalink=f"{permalink}#{mention.passage}",
        )
