"""Key points that no bullets mark: what stands under a known label, up to where the article goes on."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from digest.structure.details import told
from digest.structure.lines import Line, is_bullet
from digest.structure.marks import Marked, marked
from digest.structure.openings import LONGEST_HEADING
from digest.structure.pieces import Piece
from digest.structure.takeaways import Takeaways, is_label, is_pure_label, leading_label
from digest.text.sentences import sentences

Reader = Callable[[Sequence[Marked]], Iterable[Piece]]

_NEAR = 4
_MOST_POINTS = 8
_MOST_SENTENCES = 2
_MOST_WORDS = 50
_MARKS = " :–—"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Label:
    before: tuple[Line, ...]
    line: Line
    after: tuple[Line, ...]
    shares_its_line: bool = False


def unmarked_takeaways(lines: Sequence[Line], read: Reader) -> Takeaways | None:
    """Find key points without bullets; `read` tells where the headings of an article are."""
    label = _label(lines)
    above, below = _at_heading(label.after, read) if label else ((), ())
    count, is_sure = _points(label, above, has_heading=bool(below)) if label and above else (0, False)
    after = (*above[count:], *below)
    if not label or not count or not (after or _has_body(label.before)):
        return None
    items = _sentences(above[0]) if count == 1 else above[:count]
    if len(items) > _MOST_POINTS or not all(_is_point(item, label) for item in items):
        return None
    return Takeaways(
        before=label.before,
        label=label.line,
        has_doubtful_end=not is_sure,
        marks=("",) * len(items),
        items=items,
        after=after,
    )


def _label(lines: Sequence[Line]) -> _Label | None:
    """Return a label at the top or under a title, where it may share its line; else one that heads nothing but points."""
    for index, line in enumerate(lines):
        is_at_top = not index or (index <= _NEAR and _is_title(lines[:index]))
        if is_label(line.text):
            before, after = tuple(lines[:index]), tuple(lines[index + 1 :])
            is_bare = bool(after) and not is_bullet(after[0].text) and (is_at_top or is_pure_label(line.text))
            return _Label(before=before, line=line, after=after) if is_bare else None
        label = leading_label(line.text) if is_at_top else ""
        rest = line.text[len(label) :].lstrip(_MARKS)
        if is_pure_label(label) and rest and not rest[0].islower():
            own = replace(line, text=line.text[: -len(rest)].rstrip())
            after = (replace(line, text=rest), *lines[index + 1 :])
            return _Label(before=tuple(lines[:index]), line=own, after=after, shares_its_line=True)
    return None


def _is_title(lines: Sequence[Line]) -> bool:
    """Whether lines are a title, perhaps with lines about the article below it."""
    if not lines or _has_body(lines):
        return False
    return all(len(line.text.split()) <= LONGEST_HEADING and not line.text.endswith(".") for line in told(lines).lines)


def _has_body(lines: Sequence[Line]) -> bool:
    """Whether lines are more than a title and lines about the article."""
    return len(told(lines).lines) > 1


def _at_heading(lines: Sequence[Line], read: Reader) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Divide lines before the first heading in them."""
    text = Line(number=0, text="")
    for piece in read(tuple(marked(lines))):
        if piece.kind != "text":
            above = tuple(line for line in lines if line.number < piece.line)
            inside = (text,) if text.number == piece.line else ()
            first, *rest = lines[len(above) :]
            below = replace(first, text=first.text[len(text.text) :].lstrip()) if inside else first
            return (*above, *inside), (below, *rest)
        text = Line(number=piece.line, text=piece.text)
    return tuple(lines), ()


def _points(label: _Label, above: Sequence[Line], *, has_heading: bool) -> tuple[int, bool]:
    """Return how many lines hold the points, and whether more than their own look tells it.

    They end at an empty line, where a heading begins or with the text; under a title else with the lines of one sentence.
    """
    if len(above) == 1 or (label.shares_its_line and len(_sentences(above[0])) > 1):
        return int(is_pure_label(label.line.text)), True
    block = 1 + sum(1 for _ in takewhile(lambda line: not line.is_after_blank, above[1:]))
    if 1 < block < len(above):
        return block, True
    if (has_heading or _has_body(label.before)) and all(_is_point(line, label) for line in above):
        return len(above), True
    short = sum(1 for _ in takewhile(lambda line: len(_sentences(line)) == 1, above))
    return (short if label.before and short < len(above) else 0), False


def _is_point(line: Line, label: _Label) -> bool:
    most = _MOST_SENTENCES if is_pure_label(label.line.text) else 1
    return len(_sentences(line)) <= most and len(line.text.split()) <= _MOST_WORDS


def _sentences(line: Line) -> tuple[Line, ...]:
    return tuple(replace(line, text=line.text[start:end]) for start, end in sentences(line.text))
