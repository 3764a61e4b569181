"""An article's block of key points: its label and its list items, told from the text around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from digest.structure.lexicon import rows
from digest.structure.lines import Line, is_bullet, without_bullet
from digest.text.sentences import sentences

_DECORATION = " :#*_=-–—.!"
_LONGEST_LABEL = 45
_LONGEST_LABEL_IN_LINE = 6
_MARK_IN_LINE = re.compile(r"(?<=[.!?…\"”»:]) (?P<mark>[-*•·–—‣▪◦]) ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Takeaways:
    """The key points with the lines before and after them; `marks` are the label and the bullets that were dropped."""

    before: tuple[Line, ...]
    label: str
    marks: tuple[str, ...]
    items: tuple[Line, ...]
    after: tuple[Line, ...]


def found_takeaways(lines: Sequence[Line]) -> Takeaways:
    """Find the block of key points; without one, every line is `before` it."""
    for index, line in enumerate(lines):
        if index == 0 and (found := _in_line(lines)):
            return found
        items = _items(lines, index + 1)
        if items and (is_label(line.text) or (index == 0 and _looks_like_label(line.text))):
            return _block(lines, index, line.text, items)
    unlabelled = _items(lines, 0)
    if 1 < len(unlabelled) < len(lines):
        return _block(lines, -1, "", unlabelled)
    return Takeaways(before=tuple(lines), label="", marks=(), items=(), after=())


def is_label(text: str) -> bool:
    """Whether a line is a known label of key points, whatever its case and decoration."""
    return len(text) <= _LONGEST_LABEL and text.strip(_DECORATION).lower() in _labels()


@cache
def _labels() -> frozenset[str]:
    return frozenset(" ".join(row) for row in rows("labels.txt"))


def _looks_like_label(text: str) -> bool:
    return len(text) <= _LONGEST_LABEL and not is_bullet(text) and not text.endswith((".", "!"))


def _items(lines: Sequence[Line], start: int) -> tuple[Line, ...]:
    if start >= len(lines) or not is_bullet(lines[start].text):
        return ()
    return tuple(takewhile(lambda line: is_bullet(line.text), lines[start:]))


def _block(lines: Sequence[Line], index: int, label: str, items: Sequence[Line]) -> Takeaways:
    split = [without_bullet(item.text) for item in items]
    return Takeaways(
        before=tuple(lines[: max(index, 0)]),
        label=label,
        marks=tuple(mark for mark, _ in split),
        items=tuple(Line(number=item.number, text=text) for item, (_, text) in zip(items, split, strict=True)),
        after=tuple(lines[index + 1 + len(items) :]),
    )


def _in_line(lines: Sequence[Line]) -> Takeaways | None:
    """Find label and key points that stand in one line with each other, and perhaps with all the rest."""
    first = lines[0]
    label = _leading_label(first.text)
    if not label:
        return None
    rest = first.text[len(label) :].lstrip()
    if not is_bullet(rest):
        return None
    mark, rest = without_bullet(rest)
    starts = [(mark, 0)]
    for found in _MARK_IN_LINE.finditer(rest):
        if found["mark"] == mark:
            starts.append((mark, found.end()))
    pieces = [
        rest[start:end].removesuffix(" ").removesuffix(mark).rstrip()
        for (_, start), end in zip(starts, [*(start for _, start in starts[1:]), len(rest)], strict=True)
    ]
    last, remainder = _first_sentence(pieces[-1])
    items = tuple(Line(number=first.number, text=text) for text in [*pieces[:-1], last])
    body = (Line(number=first.number, text=remainder),) if remainder else ()
    return Takeaways(before=(), label=label, marks=(mark,) * len(items), items=items, after=(*body, *lines[1:]))


def _leading_label(text: str) -> str:
    words = text[: _LONGEST_LABEL * 2].split(" ")[:_LONGEST_LABEL_IN_LINE]
    candidates = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    return next((candidate for candidate in candidates if is_label(candidate) and not is_bullet(candidate[-1:] + " ")), "")


def _first_sentence(text: str) -> tuple[str, str]:
    spans = sentences(text)
    end = spans[0][1] if spans else 0
    return text[:end], text[end:].lstrip()
