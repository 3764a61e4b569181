"""The headings an editor states, found in the text and cut there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
    for heading in map(folded, headings):
        after = places[-1] if places else _Place(index=0, start=0, end=0)
        place = _place(lines, heading, after) if heading else None
        if place:
            places.append(place)
        else:
            missing.append(heading)
    return Overridden(lines=tuple(_cut(lines, places)), missing=tuple(missing))


def _place(lines: Sequence[Marked], heading: str, after: _Place) -> _Place | None:
    """Find a heading: best at the beginning of a line, else of a sentence, else between words."""
    bare = re.escape(heading)
    for pattern in (rf"^{bare}(?!\w)", rf"(?<=[.!?…\"”»)] ){bare}(?!\w)", rf"(?<!\w){bare}(?!\w)"):
        compiled = re.compile(pattern)
        for index in range(after.index, len(lines)):
            start = after.end if index == after.index else 0
            found = compiled.search(lines[index].line.text, start)
            if found:
                return _Place(index=index, start=found.start(), end=found.end())
    return None


def _cut(lines: Sequence[Marked], places: Sequence[_Place]) -> Iterator[Marked]:
    for index, line in enumerate(lines):
        position = 0
        here = [place for place in places if place.index == index]
        for place in here:
            yield from _fragment(line, position, place.start)
            yield _part(line, place.start, place.end, rule="given", marks=line.marks if place is here[0] else ())
            position = place.end
        if here:
            yield from _fragment(line, position, len(line.line.text))
        else:
            yield line


def _fragment(line: Marked, start: int, end: int) -> Iterator[Marked]:
    if line.line.text[start:end].strip():
        yield _part(line, start, end, rule="", marks=())


def _part(line: Marked, start: int, end: int, *, rule: str, marks: tuple[str, ...]) -> Marked:
    text = line.line.text[start:end].strip()
    return Marked(line=Line(number=line.line.number, text=text), rule=rule, marks=marks)
