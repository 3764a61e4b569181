"""Flat text to its pieces in reading order: label, takeaways, details, headings, text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from digest.structure.cutting import Wanted, cut, is_in_one_line
from digest.structure.details import Told, told
from digest.structure.language import language_of
from digest.structure.lines import Line, paragraphs
from digest.structure.marks import Marked, marked
from digest.structure.model import Model
from digest.structure.openings import Usage, usage
from digest.structure.overrides import overridden
from digest.structure.pieces import Piece
from digest.structure.recovered import Detail
from digest.structure.takeaways import Takeaways, found_takeaways, is_pure_label, leading_label, pointless, with_label_apart
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What an editor states, and by what the rest is judged."""

    title: str | None
    headings: Sequence[str] | None
    language: str
    used: Usage
    model: Model


def read(text: str, *, title: str | None, headings: Sequence[str] | None, model: Model) -> Reading:
    """Read a text: what is marked first, what an editor states next, then what must be inferred."""
    lines = paragraphs(text)
    language = language_of(line.text for line in lines)
    used = usage((line.text for line in lines), language)
    inside = Wanted(title=False, headings=headings is None, language=language)

    def takeaways_of(lines: Sequence[Line]) -> Takeaways:
        found = found_takeaways(lines)
        return found if found.items else unmarked_takeaways(lines, lambda below: cut(below, inside, used, model)) or found

    takeaways = takeaways_of(lines)
    if not takeaways.items and len(parted := with_label_apart(lines)) > len(lines):
        takeaways = found if (found := takeaways_of(parted)).items else takeaways
    asked = _Asked(title=title, headings=headings, language=language, used=used, model=model)
    reading = _reading(takeaways, asked)
    label = None if takeaways.items or title else _label_of_nothing(reading.pieces, lines)
    return _reading(pointless(lines, label), asked) if label else reading


def _reading(takeaways: Takeaways, asked: _Asked, *, has_page_above: bool = True) -> Reading:
    article = told((*takeaways.before, *takeaways.after), has_page_above=has_page_above)
    found = tuple(marked(article.lines))
    if article.is_titled and not asked.title and not found[0].rule:
        found = (replace(found[0], rule="own-line"), *found[1:])
    given = overridden(found, [*([asked.title] if asked.title else []), *(asked.headings or ())])
    is_marked = any(line.rule not in ("", "given") for line in given.lines[1:])  # a marked title says nothing of headings
    may_have_title = bool(takeaways.items) or not takeaways.label  # under a label without points may be a title, or none
    wanted = Wanted(
        title=may_have_title and not asked.title, headings=asked.headings is None and not is_marked, language=asked.language
    )
    body = tuple(cut(given.lines, wanted, asked.used, asked.model))
    if article.is_passed_over and not asked.title and not (body and body[0].kind == "heading"):
        return _reading(takeaways, asked, has_page_above=False)
    above = _above(body, takeaways)
    pieces = [*body[:above], *_labelled(takeaways), *body[above:], *_told(article)]
    return Reading(
        pieces=tuple(sorted(pieces, key=lambda piece: piece.line)),
        details=article.details,
        language=asked.language,
        missing=tuple(name for name in given.missing if name != asked.title or _has_title(given.lines, wanted, asked)),
        is_in_one_line=is_in_one_line(given.lines),
        has_unknown_label=takeaways.has_unknown_label,
        has_doubtful_end=takeaways.has_doubtful_end,
    )


def _has_title(lines: Sequence[Marked], wanted: Wanted, asked: _Asked) -> bool:
    """Whether a text begins with a title, so that another one that is stated was most likely meant to be it."""
    first = next(iter(cut(lines, replace(wanted, title=True), asked.used, asked.model)), None)
    return first is not None and first.kind == "heading"


def _above(body: Sequence[Piece], takeaways: Takeaways) -> int:
    """Count the pieces that stand before a label in its own line."""
    if not takeaways.label or not takeaways.before or takeaways.before[-1].number != takeaways.label.number:
        return 0
    words = sum(len(line.text.split()) for line in takeaways.before)
    counts = accumulate(len(piece.text.split()) for piece in body)
    return sum(1 for count in counts if count <= words)


def _label_of_nothing(pieces: Sequence[Piece], lines: Sequence[Line]) -> str:
    """Return the label of key points that a text begins with if it was taken for the title, or left in a text that has none."""
    label = leading_label(lines[0].text) if lines else ""
    first = pieces[0] if pieces else None
    if not first or not is_pure_label(label):
        return ""
    if first.kind == "text":
        return label if first.text.startswith(label) and not first.text[len(label) :].lstrip(" :")[:1].islower() else ""
    is_inferred = first.kind == "heading" and first.rule in ("run-in", "own-line")
    return label if is_inferred and label.startswith(first.text) else ""


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
