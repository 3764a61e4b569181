"""A library to what a reader can search: the words of each article with the places where they stand, and its terms."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from html import escape

import msgspec

from digest import permalinks
from digest.cache.values import mark
from digest.cache.whole import summed
from digest.model.library import Annotated, Library, Whole
from digest.model.names import Entities
from digest.model.taxonomies import Taxonomies
from digest.text import dates
from digest.text.unaccented import unaccented
from digest.text.unspaced import spaced

Terms = Mapping[str, list[int]]


class Searchable(msgspec.Struct, frozen=True, array_like=True):
    """An article as the indexer reads it: a page in HTML in which every paragraph has its id."""

    permalink: str
    source: str
    html: str


class _Terms(msgspec.Struct):
    articles: list[str]
    tag: Terms
    source: Terms
    date: Terms


def sources(library: Library) -> Mapping[str, str]:
    """Return the name of the source of each article, by path."""
    publishers = {publisher.slug: publisher.name for publisher in library[Taxonomies].sources}
    return {filing.article: publishers.get(filing.source, "") for filing in library[Taxonomies].filings}


def searchable(annotated: Annotated, source: str) -> Searchable:
    """Return an article as the indexer reads it; one whose text is withheld is what its page shows."""
    whole = annotated.findings.find(Whole)
    html = "".join(_html(whole.annotated.value if whole else annotated, source))
    return Searchable(permalink=address(annotated), source=source, html=html)


def words(annotated: Annotated) -> bytes:
    """Tell an article from others by all that the indexer reads of it but for its address and the name of its source.

    No text is read for that, if that can be.
    """
    if whole := annotated.findings.find(Whole):
        return whole.words
    article, given = annotated.article, annotated.article.front_matter
    takeaways = [(one.id, one.text) for one in given.takeaways]
    with suppress(ValueError):
        return mark((article.title, given.date, given.language, given.summary, takeaways, article.sections))
    return summed("".join(_html(annotated, "")).encode("utf-8", "surrogatepass"))


def address(annotated: Annotated) -> str:
    """Return the address of an article's page."""
    return permalinks.article(annotated.article.slug, annotated.article.front_matter.date)


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
    listed = _Terms(
        articles=[ids.get(address(one), "") for one in library.articles],
        tag={tag.slug: sorted(positions[path] for path in tag.articles) for tag in found.tags},
        source={source.slug: sorted(positions[path] for path in source.articles) for source in found.sources},
        date=days,
    )
    return msgspec.json.encode(listed)


def with_ids(listed: bytes, ids: Mapping[int, str]) -> bytes:
    """Put other ids of the index, by position, into the list of `terms`.

    Raises MsgspecError when it is no such list.
    """
    found = msgspec.json.decode(listed, type=_Terms)
    articles = [ids.get(position, one) for position, one in enumerate(found.articles)]
    return msgspec.json.encode(msgspec.structs.replace(found, articles=articles))


def names(library: Library) -> bytes:
    """List, as JSON, by type and name which articles name an entity, by their positions in the list of `terms`."""
    positions = _positions(library)
    entities = {entity.key: entity for entity in library[Entities].entities}
    found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for appearance in library[Entities].appearances:
        entity = entities[appearance.entity]
        found[entity.type][entity.name].append(positions[appearance.article])
    ordered = {kind: {name: sorted({*found[kind][name]}) for name in sorted(found[kind])} for kind in sorted(found)}
    return msgspec.json.encode(ordered)


def _positions(library: Library) -> Mapping[str, int]:
    return {annotated.article.path: position for position, annotated in enumerate(library.articles)}


def _words(text: str) -> str:
    """Return a text as the index has it; the theme's search.js knows the way back."""
    return spaced(unaccented(text))


def _html(annotated: Annotated, source: str) -> Iterator[str]:
    article, given = annotated.article, annotated.article.front_matter
    told = {"date": dates.day(given.date).isoformat() if given.date else "", "source": source, "language": given.language}
    shown = _words(article.title)
    if shown == article.title:
        yield f'<html><body><h1 data-pagefind-meta="title">{escape(shown)}</h1>'
    else:
        told["title"] = article.title
        yield f"<html><body><h1>{escape(shown)}</h1>"
    yield from (f'<meta data-pagefind-meta="{key}[content]" content="{escape(value)}">' for key, value in told.items() if value)
    if given.summary:
        yield f"<p>{escape(_words(given.summary))}</p>"
    for takeaway in given.takeaways:
        yield f'<p id="{takeaway.id}">{escape(_words(takeaway.text))}</p>'
    for section in article.sections:
        yield f'<h2 id="{section.id}">{escape(_words(section.heading))}</h2>'
        yield from (f'<p id="{block.id}">{escape(_words(block.text))}</p>' for block in section.blocks)
    yield "</body></html>"
