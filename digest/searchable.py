"""A library to what a reader can search: the words of each article with the places where they stand, and its terms."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

import msgspec

from digest import permalinks
from digest.model.library import Annotated, Library
from digest.model.names import Entities
from digest.model.taxonomies import Taxonomies
from digest.text import dates

Terms = Mapping[str, list[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Searchable:
    """An article as the indexer reads it: a page in HTML in which every paragraph has its id."""

    permalink: str
    html: str


class _Terms(msgspec.Struct):
    articles: list[str]
    tag: Terms
    source: Terms
    date: Terms


def searchables(library: Library) -> Iterator[Searchable]:
    """Yield all articles; of one whose text is withheld, what its page shows."""
    publishers = {publisher.slug: publisher.name for publisher in library[Taxonomies].sources}
    sources = {filing.article: publishers.get(filing.source, "") for filing in library[Taxonomies].filings}
    for annotated in library.articles:
        article = annotated.article
        permalink = permalinks.article(article.slug, article.front_matter.date)
        yield Searchable(permalink=permalink, html="".join(_html(annotated, sources[article.path])))


def terms(library: Library, ids: Mapping[str, str]) -> bytes:
    """List, as JSON, the index's ids of all articles, newest first, and by tag, source and date which of them have it.

    `ids` are by address of article; one without a word has none. An article is known by its
    position in the list; a date is a year or a month.
    """
    found, positions = library[Taxonomies], _positions(library)
    days: dict[str, list[int]] = defaultdict(list)
    for issue in found.issues:
        for unit in (issue.day.isoformat()[:4], issue.day.isoformat()[:7]):
            days[unit] += sorted(positions[path] for path in issue.articles)
    addresses = [permalinks.article(one.article.slug, one.article.front_matter.date) for one in library.articles]
    listed = _Terms(
        articles=[ids.get(address, "") for address in addresses],
        tag={tag.slug: sorted(positions[path] for path in tag.articles) for tag in found.tags},
        source={source.slug: sorted(positions[path] for path in source.articles) for source in found.sources},
        date=days,
    )
    return msgspec.json.encode(listed)


def names(library: Library) -> bytes:
    """List, as JSON, by type and name which articles name an entity, by their positions in the list of `terms`."""
    positions = _positions(library)
    entities = {entity.key: entity for entity in library[Entities].entities}
    found: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for appearance in library[Entities].appearances:
        entity = entities[appearance.entity]
        found[entity.type][entity.name].add(positions[appearance.article])
    ordered = {kind: {name: sorted(found[kind][name]) for name in sorted(found[kind])} for kind in sorted(found)}
    return msgspec.json.encode(ordered)


def _positions(library: Library) -> Mapping[str, int]:
    return {annotated.article.path: position for position, annotated in enumerate(library.articles)}


def _html(annotated: Annotated, source: str) -> Iterator[str]:
    article, given = annotated.article, annotated.article.front_matter
    yield f'<html><body><h1 data-pagefind-meta="title">{escape(article.title)}</h1>'
    told = {"date": dates.day(given.date).isoformat() if given.date else "", "source": source, "language": given.language}
    yield from (f'<meta data-pagefind-meta="{key}[content]" content="{escape(value)}">' for key, value in told.items() if value)
    if given.summary:
        yield f"<p>{escape(given.summary)}</p>"
    for takeaway in given.takeaways:
        yield f'<p id="{takeaway.id}">{escape(takeaway.text)}</p>'
    for section in article.sections:
        yield f'<h2 id="{section.id}">{escape(section.heading)}</h2>'
        yield from (f'<p id="{block.id}">{escape(block.text)}</p>' for block in section.blocks)
    yield "</body></html>"
