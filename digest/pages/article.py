"""The page of an article: its text, its takeaways with their evidence, whom it names, and where it came from."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from unicodedata import normalize

import msgspec

from digest import linked_data, permalinks
from digest.cache.values import group_key, marked
from digest.model.announcement import Announcement
from digest.model.article import Article, Block, Correction, Day, Inference, Origin, Publication, Section
from digest.model.html import Html
from digest.model.library import Annotated, Library
from digest.model.marked import Marked
from digest.model.names import Entities, Entity, Mention, Mentions
from digest.model.page import Group, Later, Page, Templated
from digest.model.passed_on import PassedOn
from digest.model.shown import Shown, TakeawayView
from digest.model.site import Site
from digest.records import encoded, of_article
from digest.text import dates
from digest.text.html import Wrap, data_block, wrapped
from digest.views.cards import (
    NameGroup,
    Preview,
    Terms,
    TermView,
    appearing,
    grouped,
    marked_articles,
    ranked,
    terms,
    told_apart,
)
from digest.views.headings import levels

Named = Marked[tuple[tuple[Entity, Mentions], ...]]
_COUNTED = frozenset({"person", "place", "organization"})
_END_OF_LINK = Html("</a>")
# The rows of an article are read once, for its page and for its record. Processes take pages in turns: so many pages come before
# their records that it is the same process, whether there are one, two, four or eight, and each has as many of both.
_TOGETHER, _NAMES = 8, 64  # an article has seldom as many names
_sections: Callable[[Sequence[Section]], tuple[Section, ...]] = lru_cache(maxsize=_TOGETHER)(tuple)
_mentions: Callable[[Sequence[Mention]], tuple[Mention, ...]] = lru_cache(maxsize=_TOGETHER * _NAMES)(tuple)


class Mark(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A number in the margin of a paragraph: the takeaway that it supports."""

    number: int
    takeaway: str


class BlockView(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A paragraph or other block; `number` is the ¶ number that readers cite."""

    id: str
    kind: str
    number: int
    html: Html
    marks: tuple[Mark, ...]


class SectionView(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A heading with its blocks; the opening section has an empty heading."""

    id: str
    heading: str
    level: int
    blocks: tuple[BlockView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where the text came from and what the program inferred."""

    path: str
    sha256: str
    recovery: tuple[Inference, ...]
    publication: Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """The article before or after another in the order of the site, newest first."""

    permalink: str
    title: PassedOn
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """All that an article's page shows; `opening` is its summary or first sentence.

    `named` counts people, places and organisations; `origins` has each origin of a takeaway once.
    """

    permalink: str
    title: str
    summary: str
    opening: str
    language: str
    tags: tuple[TermView, ...]
    authors: tuple[str, ...]
    date: Day
    updated: Day
    minutes: int
    sections: tuple[SectionView, ...]
    takeaways: tuple[TakeawayView, ...]
    origins: tuple[Origin, ...]
    has_evidence: bool
    names: tuple[NameGroup, ...]
    named: int
    provenance: Provenance
    source: TermView | None
    corrections: tuple[Correction, ...]
    linked_data: Html
    withheld: bool
    previous: Neighbour | None = None
    following: Neighbour | None = None


def pages(library: Library, site: Site) -> Iterator[Group]:
    """Make a page for each article, and beside it the same as data."""
    del site
    told = told_apart(library)
    records: list[Group] = []
    neighbours = [None, *map(_neighbour, library.articles), None]
    for one, before, after in zip(library.articles, neighbours, neighbours[2:], strict=False):
        own = told(one.path)
        yield Group(key=group_key("page", own, before, after), pages=partial(_page, library, one.article, before, after))
        records.append(Group(key=group_key("record", own), pages=partial(_record, library, one.article)))
        if len(records) == _TOGETHER:
            yield from records
            records.clear()
    yield from records


def _page(library: Library, article: Article, before: Neighbour | None, after: Neighbour | None) -> Iterator[Page]:
    given, filed = article.front_matter, terms(library)(article.path)
    shown = {**_shared(library)(article.path), "filed": filed, "previous": before, "following": after}
    body = Templated(template="article.html", view=Later(make=article_view, given=shown))
    yield Page(permalink=permalinks.article(article.slug, given.date), body=body, updated=dates.latest(given.date, given.updated))


def _record(library: Library, article: Article) -> Iterator[Page]:
    permalink = permalinks.as_data(permalinks.article(article.slug, article.front_matter.date))
    yield Page(permalink=permalink, body=Later(make=article_record, given=_shared(library)(article.path)))


@lru_cache(maxsize=1)
def _shared(library: Library) -> Callable[[str], Mapping[str, object]]:
    """Return what gives, by path, what the page of an article and its record are both made from."""
    entities = {entity.key: entity for entity in library[Entities].entities}
    appearances, articles = appearing(library), marked_articles(library)

    def shared(path: str) -> Mapping[str, object]:
        names = marked(tuple((entities[one.entity], one.mentions) for one in appearances.get(path, ())))
        return {"annotated": articles(path), "named": names}

    return lru_cache(maxsize=2 * _TOGETHER)(shared)


def _neighbour(annotated: Annotated) -> Neighbour:
    article, announcement = annotated.article, annotated.findings[Announcement]
    permalink = permalinks.article(article.slug, article.front_matter.date)
    return Neighbour(permalink=permalink, title=announcement.title, language=announcement.language)


def article_record(*, annotated: Marked[Annotated], named: Named, site: Site) -> bytes:
    """Write the record of an article."""
    unfolded = [(entity, _mentions(mentions)) for entity, mentions in named.value]
    return encoded(of_article(annotated.value, _sections(annotated.value.article.sections), unfolded, site))


def article_view(  # noqa: PLR0913 - what Later is given, by name
    *,
    annotated: Marked[Annotated],
    named: Named,
    filed: Terms,
    previous: Neighbour | None,
    following: Neighbour | None,
    site: Site,
) -> ArticleView:
    """Make all that an article's page shows."""
    article, findings = annotated.value.article, annotated.value.findings
    shown = findings[Shown]
    takeaways = tuple(shown.takeaways)
    front_matter, sections = article.front_matter, _sections(article.sections)
    permalink = permalinks.article(article.slug, front_matter.date)
    blocks = [block for section in sections for block in section.blocks]
    marks = _marks(takeaways)
    most_named = sorted(named.value, key=lambda one: len(one[1]), reverse=True)
    linked = [(entity, _mentions(mentions)) for entity, mentions in most_named if entity.is_followed]
    links = _links(sections, [(permalinks.relative(permalinks.entity(one), permalink), mentions) for one, mentions in linked])
    counts = {entity.key: len(mentions) for entity, mentions in named.value}
    names = ranked(counts, {entity.key: entity for entity, _ in named.value}, dict(_previews(blocks, linked)))
    announcement = findings[Announcement]
    return ArticleView(
        permalink=permalink,
        title=article.title,
        summary=front_matter.summary,
        opening=announcement.opening,
        language=announcement.language,
        tags=filed.tags,
        authors=front_matter.authors,
        date=front_matter.date,
        updated=front_matter.updated,
        minutes=announcement.minutes,
        sections=tuple(
            SectionView(
                id=section.id,
                heading=section.heading,
                level=level,
                blocks=tuple(_blocks(section, marks, links)),
            )
            for section, level in zip(sections, levels(sections), strict=True)
        ),
        takeaways=takeaways,
        origins=tuple(dict.fromkeys(shown.origins)),
        has_evidence=any(takeaway.support for takeaway in takeaways),
        names=grouped(names),
        named=sum(entity.type in _COUNTED for entity, _ in named.value),
        provenance=Provenance(
            path=article.path, sha256=article.sha256, recovery=article.recovery, publication=front_matter.source
        ),
        source=filed.source,
        corrections=front_matter.corrections,
        linked_data=data_block(linked_data.article(annotated.value, [entity for entity, _ in linked], site)),
        withheld=article.withheld,
        previous=previous,
        following=following,
    )


def _previews(blocks: Sequence[Block], linked: Sequence[tuple[Entity, Sequence[Mention]]]) -> Iterator[tuple[str, Preview]]:
    """Tell of each linked entity, by its key, what is shown where its name is pointed at."""
    texts = {block.id: block.text for block in blocks}
    for entity, mentions in linked:
        for mention in mentions:
            if mention.passage in texts:
                start, end = _in_units(texts[mention.passage], mention.sentence)
                yield entity.key, Preview(description=entity.description, passage=mention.passage, start=start, end=end)
                break


def _in_units(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Give a span as scripts count it in a page, whose letters are composed."""
    if text.isascii():
        return span
    start, end = (len(normalize("NFC", text[:offset]).encode("utf-16-le")) // 2 for offset in span)
    return start, end


def _links(sections: Sequence[Section], named: Sequence[tuple[str, Sequence[Mention]]]) -> Mapping[str, Sequence[Wrap]]:
    """Link each entity, by its address, where each section first mentions it: the wraps of each block."""
    section_of = {block.id: section.id for section in sections for block in section.blocks}
    links: dict[str, list[Wrap]] = defaultdict(list)
    for address, mentions in named:
        before, linked = Html(f'<a href="{address}">'), set[str]()
        for mention in mentions:
            section = section_of.get(mention.passage, "")
            if section and section not in linked:
                linked.add(section)
                links[mention.passage].append(Wrap(start=mention.start, end=mention.end, before=before, after=_END_OF_LINK))
    return links


def _blocks(section: Section, marks: Mapping[str, Sequence[Mark]], links: Mapping[str, Sequence[Wrap]]) -> Iterator[BlockView]:
    for block in section.blocks:
        html = wrapped(block.html, links.get(block.id, ()))
        own = tuple(marks.get(block.id, ()))
        yield BlockView(id=block.id, kind=block.kind, number=block.number, html=html, marks=own)


def _marks(takeaways: Sequence[TakeawayView]) -> Mapping[str, Sequence[Mark]]:
    """Return the marks of each paragraph, in the order of the takeaways that it supports."""
    marks: dict[str, list[Mark]] = defaultdict(list)
    for takeaway in takeaways:
        for paragraph in dict.fromkeys(link.id for link in takeaway.support):
            marks[paragraph].append(Mark(number=takeaway.number, takeaway=takeaway.id))
    return marks
