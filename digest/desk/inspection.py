"""What was recognised in one file, in the form that other programs read."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import msgspec

from digest.analyse import Annotator, annotate
from digest.errors import SourceError
from digest.load import Readers, load, requested
from digest.model.article import Article, Takeaway
from digest.model.evidence import Evidence
from digest.model.library import Annotated
from digest.model.names import Mention, Names
from digest.model.problem import Problem
from digest.model.remark import Remarks
from digest.records import EvidenceRecord, MentionRecord


class TakeawayRecord(msgspec.Struct):
    """A takeaway with its evidence."""

    text: str
    origin: str
    state: str
    evidence: list[EvidenceRecord]
    hints: list[str]


class ParagraphRecord(msgspec.Struct):
    """A paragraph or other block, as plain text."""

    id: str
    text: str


class SectionRecord(msgspec.Struct):
    """A section; its heading is null for the text under the title, `confidence` is that of the cut, 1 when it was given."""

    id: str
    heading: str | None
    confidence: float
    rule: str
    paragraphs: list[ParagraphRecord]


class EntityRecord(msgspec.Struct):
    """An entity and its mentions in reading order."""

    key: str
    name: str
    type: str
    aliases: list[str]
    mentions: list[MentionRecord]


class ProblemRecord(msgspec.Struct):
    """What the editor should know."""

    level: str
    rule: str
    line: int
    message: str
    hint: str


class Inspection(msgspec.Struct):
    """All that was recognised in a file; only `path` and `problems` when it could not be read.

    `unreflected` are the sections that no takeaway leads to.
    """

    path: str
    title: str = ""
    language: str = ""
    date: str | None = None
    takeaways: list[TakeawayRecord] = []
    sections: list[SectionRecord] = []
    entities: list[EntityRecord] = []
    problems: list[ProblemRecord] = []
    unreflected: list[str] = []


def inspect(path: Path, readers: Readers, annotators: Sequence[Annotator]) -> Inspection:
    """Read and annotate one file by itself."""
    try:
        loaded = load(requested(path, str(path), readers), readers)
    except SourceError as error:
        return Inspection(path=str(path), problems=[_unreadable(error.message, error.hint)])
    except OSError as error:
        return Inspection(path=str(path), problems=[_unreadable(error.strerror or str(error), "check the path")])
    problems = [_problem(problem) for problem in loaded.problems]
    if not loaded.article:
        return Inspection(path=str(path), problems=problems)
    return _inspection(annotate(loaded.article, annotators), problems)


def _inspection(annotated: Annotated, problems: list[ProblemRecord]) -> Inspection:
    article, front_matter = annotated.article, annotated.article.front_matter
    evidence = annotated.findings[Evidence]
    return Inspection(
        path=article.path,
        title=front_matter.title,
        language=front_matter.language,
        date=front_matter.date.isoformat() if front_matter.date else None,
        takeaways=[_takeaway(takeaway, annotated.findings[Remarks]) for takeaway in evidence.takeaways],
        unreflected=[section.id for section in evidence.unreflected(article)] if evidence.takeaways else [],
        sections=_sections(article),
        entities=_entities(annotated.findings[Names], {takeaway.id for takeaway in front_matter.takeaways}),
        problems=problems,
    )


def _takeaway(takeaway: Takeaway, remarks: Remarks) -> TakeawayRecord:
    evidence = [EvidenceRecord(paragraph=link.paragraph, score=link.score) for link in takeaway.evidence]
    hints = [remark.text for remark in remarks.about(takeaway.id)]
    return TakeawayRecord(text=takeaway.text, origin=takeaway.origin, state=takeaway.state, evidence=evidence, hints=hints)


def _sections(article: Article) -> list[SectionRecord]:
    inferred = {inference.piece: inference for inference in article.recovery}
    return [
        SectionRecord(
            id=section.id,
            heading=section.heading or None,
            confidence=inferred[section.id].confidence if section.id in inferred else 1.0,
            rule=inferred[section.id].rule if section.id in inferred else "given",
            paragraphs=[ParagraphRecord(id=block.id, text=block.text) for block in section.blocks],
        )
        for section in article.sections
    ]


def _entities(names: Names, takeaways: set[str]) -> list[EntityRecord]:
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in names.mentions:
        if mention.passage not in takeaways:
            mentions[mention.entity].append(mention)
    return [
        EntityRecord(
            key=entity.key,
            name=entity.name,
            type=entity.type,
            aliases=list(entity.aliases),
            mentions=[MentionRecord(paragraph=m.passage, start=m.start, end=m.end, text=m.text) for m in mentions[entity.key]],
        )
        for entity in names.entities
        if mentions[entity.key]
    ]


def _problem(problem: Problem) -> ProblemRecord:
    return ProblemRecord(level=problem.level, rule=problem.rule, line=problem.line, message=problem.message, hint=problem.hint)


def _unreadable(message: str, hint: str) -> ProblemRecord:
    return ProblemRecord(level="error", rule="unreadable", line=0, message=message, hint=hint)
