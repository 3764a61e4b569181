"""Flat text to its pieces in reading order: label, takeaways, details, headings, text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest.structure.cutting import Wanted, cut, is_in_one_line
from digest.structure.details import Told, told
from digest.structure.language import language_of
from digest.structure.lines import paragraphs
from digest.structure.marks import marked
from digest.structure.model import Model
from digest.structure.openings import usage
from digest.structure.overrides import overridden
from digest.structure.pieces import Piece
from digest.structure.recovered import Detail
from digest.structure.takeaways import Takeaways, found_takeaways
from digest.structure.unmarked import unmarked_takeaways


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The pieces of a text in reading order, and what else was seen; `missing` headings stand nowhere in it."""

    pieces: tuple[Piece, ...]
    details: tuple[Detail, ...]
    language: str
    missing: tuple[str, ...]
    is_in_one_line: bool
    has_unknown_label: bool
    has_doubtful_end: bool


def read(text: str, *, title: str | None, headings: Sequence[str] | None, model: Model) -> Reading:
    """Read a text: what is marked first, what an editor states next, then what must be inferred."""
    lines = paragraphs(text)
    language = language_of(line.text for line in lines)
    used = usage((line.text for line in lines), language)
    takeaways = found_takeaways(lines)
    if not takeaways.items:
        inside = Wanted(title=False, headings=headings is None, language=language)
        takeaways = unmarked_takeaways(lines, lambda below: cut(below, inside, used, model)) or takeaways
    article = told((*takeaways.before, *takeaways.after))
    given = overridden(tuple(marked(article.lines)), [*([title] if title else []), *(headings or ())])
    is_marked = any(line.rule not in ("", "given") for line in given.lines)
    wanted = Wanted(title=not title, headings=headings is None and not is_marked, language=language)
    pieces = [*_labelled(takeaways), *cut(given.lines, wanted, used, model), *_told(article)]
    return Reading(
        pieces=tuple(sorted(pieces, key=lambda piece: piece.line)),
        details=article.details,
        language=language,
        missing=given.missing,
        is_in_one_line=is_in_one_line(given.lines),
        has_unknown_label=takeaways.has_unknown_label,
        has_doubtful_end=takeaways.has_doubtful_end,
    )


def _labelled(takeaways: Takeaways) -> Iterator[Piece]:
    if takeaways.label:
        yield Piece(kind="label", text=takeaways.label.text, line=takeaways.label.number)
    for mark, item in zip(takeaways.marks, takeaways.items, strict=True):
        if mark:
            yield Piece(kind="mark", text=mark, line=item.number)
        yield Piece(kind="takeaway", text=item.text, line=item.number)


def _told(article: Told) -> Iterator[Piece]:
    for line in article.told:
        yield Piece(kind="detail", text=line.text, line=line.number)
