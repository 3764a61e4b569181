"""Flat text to an article's parts: title, takeaways, sections, paragraphs; nothing lost, nothing invented."""

from collections.abc import Iterator, Sequence

from digest.structure.details import told
from digest.structure.language import language_of
from digest.structure.lines import paragraphs
from digest.structure.marks import marked
from digest.structure.overrides import overridden
from digest.structure.pieces import Piece, is_one_line, pieces
from digest.structure.recovered import Doubt, Recovered, RecoveredSection
from digest.structure.takeaways import found_takeaways

_DOUBTFUL = 0.25


def recover(text: str, *, title: str | None = None, headings: Sequence[str] | None = None) -> Recovered:
    """Recover the structure of a flat text; a title and headings that an editor states are found in it and win."""
    lines = paragraphs(text)
    language = language_of([word for line in lines for word in line.text.split()[:200]][:3000])
    takeaways = found_takeaways(lines)
    article = told((*takeaways.before, *takeaways.after))
    given = overridden(tuple(marked(article.lines)), ([title] if title else []) + list(headings or ()))
    is_marked = any(line.rule not in ("", "given") for line in given.lines)
    parts = pieces(
        given.lines,
        language=language,
        context=[line.text for line in lines],
        infer_title=not title,
        infer_headings=headings is None and not is_marked,
    )
    first = parts[0] if parts and parts[0].rule else None
    if title and first and first.rule != "given":
        first = None
    sections = tuple(_sections(parts[1:] if first else parts, first))
    return Recovered(
        title=title or (first.text if first else ""),
        title_confidence=1.0 if title else first.confidence if first else 0.0,
        title_rule="given" if title else first.rule if first else "",
        takeaways=tuple(item.text for item in takeaways.items),
        sections=sections,
        details=article.details,
        language=language,
        doubts=(*_missing(given.missing), *_uncertain(parts), *_in_one_line(is_one_line(given.lines), parts)),
    )


def _sections(parts: Sequence[Piece], title: Piece | None) -> Iterator[RecoveredSection]:
    line = title.line if title else parts[0].line if parts else 1
    heading: Piece | None = None
    texts: list[str] = []
    for part in (*parts, None):
        if part and not part.rule:
            texts.append(part.text)
            continue
        yield RecoveredSection(
            heading=heading.text if heading else None,
            confidence=heading.confidence if heading else title.confidence if title else 0.0,
            rule=heading.rule if heading else "opening",
            paragraphs=tuple(texts),
            line=heading.line if heading else line,
        )
        heading, texts = part, []


def _missing(headings: Sequence[str]) -> Iterator[Doubt]:
    for heading in headings:
        yield Doubt(
            rule="heading-not-found",
            line=0,
            message=f"the heading '{heading}' does not stand in the text",
            hint="state it as it is written there",
        )


def _uncertain(parts: Sequence[Piece]) -> Iterator[Doubt]:
    for part in parts:
        if not part.rule and part.alternative and part.confidence < 1 - _DOUBTFUL:
            yield Doubt(
                rule="heading-uncertain",
                line=part.line,
                message=f"'{part.alternative}' may be a heading (chance {1 - part.confidence:.0%}); the paragraph was left whole",
                hint="if it is one, put it on a line of its own with '## ' before it",
            )


def _in_one_line(is_in_one_line: bool, parts: Sequence[Piece]) -> Iterator[Doubt]:
    if is_in_one_line and parts:
        yield Doubt(
            rule="paragraphs-unknown",
            line=parts[0].line,
            message="the text stands in one line: each section is left as one paragraph",
            hint="break the line where paragraphs begin",
        )
