"""What other programs read of a site: each article, and the library, as plain records.

Addresses are those below the site's root. `docs/data.md` tells of each field.
"""

from collections import Counter
from collections.abc import Sequence

import msgspec

from digest import permalinks
from digest.model.announcement import Announcement
from digest.model.article import Article, Correction, Day, Publication, Section, Takeaway
from digest.model.evidence import Evidence
from digest.model.library import Annotated, Library
from digest.model.names import Entities, Entity, Mention
from digest.model.remark import Remarks
from digest.model.retraction import Retraction, Retractions
from digest.model.site import Site
from digest.model.taxonomies import Taxonomies
from digest.text import dates


class SourceRecord(msgspec.Struct):
    """Where an article was published first."""

    name: str
    url: str
    published: str | None
    licence: str
    retrieved: str | None


class EvidenceRecord(msgspec.Struct, gc=False):
    """A paragraph that supports a takeaway, with a score from 0 to 1."""

    paragraph: str
    score: float


class TakeawayRecord(msgspec.Struct):
    """A takeaway with its evidence, and what is to be checked of it."""

    id: str
    text: str
    origin: str
    state: str
    evidence: list[EvidenceRecord]
    hints: list[str]
    reviewed_by: str


class BlockRecord(msgspec.Struct, gc=False):
    """A paragraph or other block, as plain text and as markup."""

    id: str
    kind: str
    text: str
    html: str


class SectionRecord(msgspec.Struct):
    """A section; its heading is null for the text under the title."""

    id: str
    heading: str | None
    level: int
    paragraphs: list[BlockRecord]


class MentionRecord(msgspec.Struct, gc=False):
    """Where an entity is named: `title`, a section's id (its heading) or a paragraph's, and character offsets in that text."""

    paragraph: str
    start: int
    end: int
    text: str


class EntityRecord(msgspec.Struct):
    """An entity and its mentions in an article."""

    key: str
    name: str
    type: str
    url: str
    mentions: list[MentionRecord]


class CorrectionRecord(msgspec.Struct):
    """What was corrected, and when."""

    text: str
    date: str | None


class InferenceRecord(msgspec.Struct):
    """A piece of structure that was not given, by which rule it was found, and how surely."""

    piece: str
    rule: str
    confidence: float


class ProvenanceRecord(msgspec.Struct):
    """The file that an article was read from, and what was inferred."""

    path: str
    sha256: str
    inferred: list[InferenceRecord]


class ArticleRecord(msgspec.Struct, kw_only=True):
    """All that an article's page shows; a retracted one has no more than its head and its corrections."""

    id: str
    url: str
    status: str
    title: str
    language: str
    date: str | None
    updated: str | None
    summary: str = ""
    authors: list[str] = []
    tags: list[str] = []
    source: SourceRecord | None = None
    minutes: int = 0
    words: int = 0
    withheld: bool = False
    takeaways: list[TakeawayRecord] = []
    sections: list[SectionRecord] = []
    entities: list[EntityRecord] = []
    corrections: list[CorrectionRecord] = []
    provenance: ProvenanceRecord | None = None


class ListedRecord(msgspec.Struct):
    """An article in the library's list; `url` leads to its page, and `index.json` there to its record."""

    id: str
    url: str
    status: str
    title: str
    language: str
    date: str | None
    updated: str | None
    tags: list[str] = []
    source: str = ""
    words: int = 0


class TermRecord(msgspec.Struct):
    """A tag or a source with the number of its articles."""

    name: str
    url: str
    articles: int


class LibraryRecord(msgspec.Struct):
    """All articles of a site, newest first, how many entities of each type they name, and their tags and sources."""

    title: str
    url: str
    language: str
    articles: list[ListedRecord]
    entities: dict[str, int]
    tags: list[TermRecord]
    sources: list[TermRecord]


def encoded(record: msgspec.Struct) -> bytes:
    """Write a record as JSON."""
    return msgspec.json.encode(record) + b"\n"


def of_article(
    annotated: Annotated, sections: Sequence[Section], named: Sequence[tuple[Entity, Sequence[Mention]]], site: Site
) -> ArticleRecord:
    """Make the record of an article."""
    article, given = annotated.article, annotated.article.front_matter
    takeaways, remarks = annotated.findings[Evidence].takeaways, annotated.findings[Remarks]
    announcement = annotated.findings[Announcement]
    return ArticleRecord(
        id=article.id,
        url=permalinks.article(article.slug, given.date),
        status="published",
        title=article.title,
        summary=given.summary,
        language=given.language or site.language,
        date=_written(given.date),
        updated=_written(given.updated),
        authors=list(given.authors),
        tags=list(given.tags),
        source=_source(given.source),
        minutes=announcement.minutes,
        words=announcement.words.number,
        withheld=article.withheld,
        takeaways=[_takeaway(takeaway, remarks) for takeaway in takeaways],
        sections=[_section(section) for section in sections],
        entities=[_entity(entity, mentions) for entity, mentions in named],
        corrections=_corrections(given.corrections),
        provenance=_provenance(article),
    )


def of_retraction(gone: Retraction, site: Site) -> ArticleRecord:
    """Make the record of a retracted article."""
    return ArticleRecord(
        id=gone.id,
        url=permalinks.article(gone.slug, gone.date),
        status="retracted",
        title=gone.title,
        language=gone.language or site.language,
        date=_written(gone.date),
        updated=_written(gone.updated),
        corrections=_corrections(gone.corrections),
    )


def of_library(library: Library, site: Site) -> LibraryRecord:
    """Make the record of a library, with its articles, whose titles and words are told later, and then the retracted ones."""
    terms = library[Taxonomies]
    types = Counter(entity.type for entity in library[Entities].entities)
    return LibraryRecord(
        title=site.title,
        url=site.base_url,
        language=site.language,
        articles=[
            *(_listed_article(one, site) for one in library.articles),
            *(_listed_retraction(gone, site) for gone in library[Retractions].retractions),
        ],
        entities={kind: types[kind] for kind in sorted(types)},
        tags=[TermRecord(tag.name, permalinks.tag(tag.slug), len(tag.articles)) for tag in terms.tags],
        sources=[TermRecord(one.name, permalinks.source(one.slug), len(one.articles)) for one in terms.sources],
    )


def _listed_article(annotated: Annotated, site: Site) -> ListedRecord:
    article, given = annotated.article, annotated.article.front_matter
    return ListedRecord(
        id=article.id,
        url=permalinks.article(article.slug, given.date),
        status="published",
        title="",
        language=given.language or site.language,
        date=_written(given.date),
        updated=_written(given.updated),
        tags=list(given.tags),
        source=given.source.name,
    )


def _listed_retraction(gone: Retraction, site: Site) -> ListedRecord:
    return ListedRecord(
        id=gone.id,
        url=permalinks.article(gone.slug, gone.date),
        status="retracted",
        title=gone.title,
        language=gone.language or site.language,
        date=_written(gone.date),
        updated=_written(gone.updated),
    )


def _source(publication: Publication) -> SourceRecord | None:
    if publication == Publication():
        return None
    return SourceRecord(
        name=publication.name,
        url=publication.url,
        published=_written(publication.published),
        licence=publication.licence,
        retrieved=_written(publication.retrieved),
    )


def _takeaway(takeaway: Takeaway, remarks: Remarks) -> TakeawayRecord:
    return TakeawayRecord(
        id=takeaway.id,
        text=takeaway.text,
        origin=takeaway.origin,
        state=takeaway.state,
        evidence=[EvidenceRecord(link.paragraph, link.score) for link in takeaway.support],
        hints=[remark.text for remark in remarks.about(takeaway.id)],
        reviewed_by=takeaway.reviewed_by,
    )


def _section(section: Section) -> SectionRecord:
    paragraphs = [BlockRecord(block.id, block.kind, block.text, str(block.html)) for block in section.blocks]
    return SectionRecord(section.id, section.heading or None, section.level, paragraphs)


def _entity(entity: Entity, mentions: Sequence[Mention]) -> EntityRecord:
    places = [MentionRecord(one.passage, one.start, one.end, one.text) for one in mentions]
    return EntityRecord(entity.key, entity.name, entity.type, permalinks.entity(entity), places)


def _corrections(corrections: Sequence[Correction]) -> list[CorrectionRecord]:
    return [CorrectionRecord(one.text, _written(one.date)) for one in corrections]


def _provenance(article: Article) -> ProvenanceRecord:
    inferred = [InferenceRecord(one.piece, one.rule, one.confidence) for one in article.recovery]
    return ProvenanceRecord(article.path, article.sha256, inferred)


def _written(day: Day) -> str | None:
    return dates.written(day) if day else None
