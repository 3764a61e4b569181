"""The headings an editor states, found in the text and cut there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from digest.structure.lines import Line, folded
from digest.structure.marks import Marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Overridden:
    """Lines with the given headings cut out of them, and the headings that stand nowhere."""

    lines: tuple[Marked, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    index: int
    start: int
    end: int


def overridden(lines: Sequence[Marked], headings: Sequence[str]) -> Overridden:
    """Cut the lines where the given headings stand, in their order."""
    places: list[_Place] = []
    missing: list[str] = []
    for heading in filter(None, map(folded, headings)):
        place = _place(lines, heading, places[-1] if places else _Place(index=0, start=0, end=0))
        if place:
            places.append(place)
        else:
            missing.append(heading)
    return Overridden(lines=tuple(_cut(lines, places)), missing=tuple(missing))


def _place(lines: Sequence[Marked], heading: str, after: _Place) -> _Place | None:
    """Find a heading: best at the beginning of a line, else of a sentence, else between words."""
    bare = re.escape(heading)
    for pattern in (rf"(?m:^){bare}(?!\w)", rf"(?<=[.!?…\"”»] ){bare}(?!\w)", rf"(?<!\w){bare}(?!\w)"):
        compiled = re.compile(pattern)
        for index in range(after.index, len(lines)):
            start = after.end if index == after.index else 0
            found = compiled.search(lines[index].line.text, start)
            if found:
                return _Place(index=index, start=found.start(), end=found.end())
    return None


def _cut(lines: Sequence[Marked], places: Sequence[_Place]) -> Iterator[Marked]:
    for index, line in enumerate(lines):
        here = [place for place in places if place.index == index]
        yield from _fragments(line, here) if here else (line,)


def _fragments(line: Marked, places: Sequence[_Place]) -> Iterator[Marked]:
    text = line.line.text
    ends = [0, *(place.end for place in places)]
    starts = [*(place.start for place in places), len(text)]
    parts: list[Marked] = []
    for end, start, place in zip(ends, starts, [*places, None], strict=True):
        parts += [_part(line, end, start)] if text[end:start].strip() else []
        parts += [replace(_part(line, place.start, place.end), rule="given")] if place else []
    parts[0] = replace(parts[0], before=line.before)
    parts[-1] = replace(parts[-1], after=line.after)
    yield from parts


def _part(line: Marked, start: int, end: int) -> Marked:
    return Marked(line=Line(number=line.line.number, text=line.line.text[start:end].strip()))
