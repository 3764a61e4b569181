"""Flat text, whose markup was lost, to an article: what a human reader would see as structure is recovered."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import PurePosixPath

from digest.errors import SourceError
from digest.front_matter.header import Header, opened
from digest.model.article import Article, Block, FrontMatter, Inference, Section, Takeaway
from digest.model.problem import Problem
from digest.model.source import Source
from digest.structure.recovered import Recovered
from digest.text import dates
from digest.text.blocks import MOST_LINES
from digest.text.html import escaped
from digest.text.slugs import slug

_DIGITS = 4  # of a confidence: the last ones of a float are not the same on all processors


def read(source: Source) -> Article:
    """Read one file of flat text; front matter above it wins over what is recovered.

    Raises SourceError when it is no text, has none, or has too many lines.
    """
    header = opened(source)
    given = header.front_matter
    if header.body.count("\n") > MOST_LINES:
        hint = "split it into articles"
        raise SourceError(f"more than {MOST_LINES:,} lines", path=source.path, line=header.body_line, hint=hint)
    headings = given.sections or (None if given.headed else ())
    structure = import_module("digest.structure.recover")  # takes 50 ms, for which a site of Markdown has no use
    recovered: Recovered = structure.recover(header.body, title=given.title or None, headings=headings)
    if not any((recovered.title, recovered.takeaways, *(section.paragraphs for section in recovered.sections))):
        hint = "paste it in, or delete the file"
        raise SourceError("the article has no text", path=source.path, line=header.body_line, hint=hint)
    front_matter = _front_matter(given, recovered)
    return Article(
        slug=slug(given.slug or front_matter.title or PurePosixPath(source.path).stem),
        path=source.path,
        sha256=source.sha256,
        front_matter=front_matter,
        sections=tuple(_sections(recovered)),
        recovery=tuple(_recovery(recovered, header)),
        problems=(*header.problems, *_problems(source.path, header, recovered)),
    )


def _front_matter(given: FrontMatter, recovered: Recovered) -> FrontMatter:
    takeaways = tuple(
        Takeaway(id=f"t{number}", text=text, origin="recovered") for number, text in enumerate(recovered.takeaways, 1)
    )
    told = {kind: [detail.value for detail in recovered.details if detail.kind == kind] for kind in ("author", "source")}
    language = given.language or recovered.language
    return replace(
        given,
        title=given.title or recovered.title,
        date=given.date or _date(recovered, "date", language),
        updated=given.updated or _date(recovered, "updated", language),
        authors=given.authors or tuple(told["author"]),
        source=given.source if given.source.name else replace(given.source, name=", ".join(told["source"])),
        takeaways=given.takeaways or takeaways,
        language=language,
        extra={**_asides(recovered), **given.extra},
    )


def _asides(recovered: Recovered) -> Mapping[str, str]:
    """Return what the text says of itself that no key of ours is for; templates and an adopted file have it as it stands.

    What a web page says above its articles is not said of this one.
    """
    asides: dict[str, str] = {}
    for detail in recovered.details:
        if detail.kind in {"reading_time", "age", "kicker"} and detail.rule != "page":
            asides[detail.kind] = f"{asides[detail.kind]} · {detail.value}" if detail.kind in asides else detail.value
    return asides


def _date(recovered: Recovered, kind: str, language: str) -> date | None:
    days = (dates.in_words(detail.value, language) for detail in recovered.details if detail.kind == kind)
    return next(filter(None, days), None)


def _sections(recovered: Recovered) -> Iterator[Section]:
    paragraphs = 0
    for number, section in enumerate(recovered.sections, 1):
        first = paragraphs + 1
        paragraphs += len(section.paragraphs)
        yield Section(
            id=f"s{number}",
            heading=section.heading or "",
            level=2,
            blocks=tuple(
                Block(id=f"p{index}", kind="paragraph", text=text, markup=markup if (markup := escaped(text)) != text else None)
                for index, text in enumerate(section.paragraphs, first)
            ),
        )


def _recovery(recovered: Recovered, header: Header) -> Iterator[Inference]:
    if not header.front_matter.title:
        yield _inference("title", recovered.title_rule, recovered.title_confidence)
    for number, section in enumerate(recovered.sections, 1):
        yield _inference(f"s{number}", section.rule, section.confidence)


def _inference(piece: str, rule: str, confidence: float) -> Inference:
    return Inference(piece=piece, rule=rule, confidence=round(confidence, _DIGITS))


def _problems(path: str, header: Header, recovered: Recovered) -> Iterator[Problem]:
    if not header.front_matter.title and not recovered.title:
        message, hint = "no title was found", "add 'title: …' in front matter at the top"
        yield Problem(level="warning", rule="no-title", path=path, line=header.body_line, message=message, hint=hint)
    given = header.front_matter
    for detail in recovered.details:
        is_stated = {"date": given.date, "updated": given.updated}.get(detail.kind)
        is_day = detail.kind in {"date", "updated"} and not is_stated
        if is_day and not dates.in_words(detail.value, given.language or recovered.language):
            message, hint = f"the date '{detail.value}' could not be read", "add 'date: 2025-07-10' in front matter at the top"
            yield Problem(
                level="warning",
                rule="date-unread",
                path=path,
                line=detail.line + header.body_line - 1,
                message=message,
                hint=hint,
            )
    for doubt in recovered.doubts:
        line = doubt.line + header.body_line - 1
        yield Problem(level="warning", rule=doubt.rule, path=path, line=line, message=doubt.message, hint=doubt.hint)
