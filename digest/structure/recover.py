"""Flat text to an article's parts: title, takeaways, sections, paragraphs; nothing lost, nothing invented."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from digest.structure.doubts import doubts
from digest.structure.model import Model, shipped
from digest.structure.pieces import Piece
from digest.structure.reading import read
from digest.structure.recovered import Recovered, RecoveredSection


def recover(text: str, *, title: str | None = None, headings: Sequence[str] | None = None) -> Recovered:
    """Recover the structure of a flat text; a title and headings that an editor states are found in it and win."""
    return recovered(text, title=title, headings=headings, model=shipped())


def recovered(text: str, *, title: str | None, headings: Sequence[str] | None, model: Model) -> Recovered:
    """Recover the structure of a flat text as `model` sees it."""
    reading = read(text, title=title, headings=headings, model=model)
    body = [piece for piece in reading.pieces if piece.kind in ("heading", "text")]
    first = _title(body, title)
    return Recovered(
        title=title or (first.text if first else ""),
        title_confidence=1.0 if title else first.confidence if first else 0.0,
        title_rule="given" if title else first.rule if first else "",
        takeaways=tuple(piece.text for piece in reading.pieces if piece.kind == "takeaway"),
        sections=tuple(_sections(body[1:] if first else body, first)),
        details=reading.details,
        language=reading.language,
        doubts=tuple(doubts(reading)),
    )


def _title(body: Sequence[Piece], given: str | None) -> Piece | None:
    """Return the heading that the body begins with; a title that is given but stands elsewhere takes no heading away."""
    first = body[0] if body else None
    if not first or first.kind != "heading" or (given and first.rule != "given"):
        return None
    return first


def _sections(body: Sequence[Piece], title: Piece | None) -> Iterator[RecoveredSection]:
    opening = title or (body[0] if body else None)
    section = RecoveredSection(
        heading=None,
        confidence=title.confidence if title else 0.0,
        rule="opening",
        paragraphs=(),
        line=opening.line if opening else 1,
    )
    texts: list[str] = []
    for piece in body:
        if piece.kind == "text":
            texts.append(piece.text)
            continue
        if texts or section.heading is not None:
            yield replace(section, paragraphs=tuple(texts))
        section = RecoveredSection(
            heading=piece.text, confidence=piece.confidence, rule=piece.rule, paragraphs=(), line=piece.line
        )
        texts = []
    yield replace(section, paragraphs=tuple(texts))
