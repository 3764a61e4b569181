"""Text to paragraphs: line ends, byte-order marks, white space and hard wraps taken away, each knowing its line."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

_LINE_END = re.compile(r"\r\n|\n|\r")
BULLETS = "[•‣▪▫◦●○■□◆◇✓✔✅☑✗★☆→⇒➔➜➤➡▶▷►▸▹❖⦁⁃∙⚫🔹🔸🔷🔶🔵🔴🟢🟡👉]\ufe0f?"  # signs that stand for nothing else
_BULLET = re.compile(rf"(?:[-*·–—]|{BULLETS}|\d{{1,2}}[.)]|\((?:\d{{1,2}}|[a-h])\)|[a-h]\))\s")
_MARKED = re.compile(r"#{1,6}\s|>\s")
_UNDERLINE = re.compile(r"={3,}|-{3,}|~{3,}|\*{3,}|_{3,}")
_BYLINE = re.compile(r"[Bb]y [^\W\d_a-z]")
_WIDEST = 120
_SENTENCE_ENDS = tuple('.!?:…"”»')


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the input or a paragraph of several; white space folded, numbered from 1."""

    number: int
    text: str
    is_after_blank: bool = False
    indent: int = 0


def folded(text: str) -> str:
    """Fold white space to single spaces and drop byte-order marks."""
    return " ".join(text.replace("\ufeff", "").split())


def paragraphs(text: str) -> tuple[Line, ...]:
    """Split a text at its line ends, and join the lines that were wrapped at a margin."""
    lines = tuple(_lines(text))
    return tuple(_unwrapped(lines) if _is_wrapped(lines) else _with_items(lines))


def is_bullet(text: str) -> bool:
    """Whether a line begins with the mark of a list item."""
    return bool(_BULLET.match(text))


def is_list_item(text: str) -> bool:
    """Whether a line is an item of a list without numbers: a heading may bear a number, but no bullet."""
    return is_bullet(text) and not text[0].isdigit()


def is_underline(text: str) -> bool:
    """Whether a line is a line drawn under another."""
    return bool(_UNDERLINE.fullmatch(text))


def without_bullet(text: str) -> tuple[str, str]:
    """Split a line into the mark of a list item and the rest."""
    mark = _BULLET.match(text)
    return (mark[0].strip(), text[mark.end() :]) if mark else ("", text)


def _lines(text: str) -> Iterator[Line]:
    """Yield the lines that are not empty."""
    is_after_blank = False
    for number, raw in enumerate(_LINE_END.split(text), start=1):
        line = folded(raw)
        if line:
            yield Line(number=number, text=line, is_after_blank=is_after_blank, indent=len(raw) - len(raw.lstrip()))
        is_after_blank = not line


def _with_items(lines: Iterable[Line]) -> Iterator[Line]:
    """Join list items with the lines that they go on in: those that are indented, or begin in the middle of a sentence."""
    item: Line | None = None
    for line in lines:
        if item and not line.is_after_blank and _goes_on(item, line):
            item = replace(item, text=f"{item.text} {line.text}")
            continue
        if item:
            yield item
        item = line if is_bullet(line.text) else None
        if not item:
            yield line
    if item:
        yield item


def _goes_on(item: Line, line: Line) -> bool:
    """Whether a line belongs to the list item before it: in the middle of a sentence, or by its indentation; never a byline."""
    if is_bullet(line.text) or _BYLINE.match(line.text):
        return False
    is_inside = is_list_item(item.text) and line.indent > item.indent and not item.text.endswith(_SENTENCE_ENDS)
    return is_inside or _is_broken(item.text, line.text)


def _is_broken(before: str, line: str) -> bool:
    """Whether a line goes on in the middle of a sentence."""
    return line[0].islower() and not before.endswith(_SENTENCE_ENDS)


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether lines go on in the middle of sentences, as they do where a program broke them at a margin."""
    if max((len(line.text) for line in lines), default=0) > _WIDEST:
        return False
    broken = sum(_is_broken(before.text, after.text) for before, after in pairwise(lines) if not after.is_after_blank)
    return broken >= max(2, len(lines) // 5)


def _unwrapped(lines: Sequence[Line]) -> Iterator[Line]:
    width = max(len(line.text) for line in lines)
    pending: list[Line] = []
    for line in lines:
        if pending and not _continues(pending[-1], line, width):
            yield _joined(pending)
            pending = []
        pending.append(line)
    yield _joined(pending)


def _continues(before: Line, line: Line, width: int) -> bool:
    """Whether `line` was broken off `before`: its first word had no room there."""
    if (
        line.is_after_blank
        or is_bullet(line.text)
        or any(_MARKED.match(text) or is_underline(text) for text in (line.text, before.text))
    ):
        return False
    return len(before.text) + 1 + len(line.text.split(" ", 1)[0]) > width


def _joined(lines: Sequence[Line]) -> Line:
    first = lines[0]
    return Line(number=first.number, text=" ".join(line.text for line in lines), is_after_blank=first.is_after_blank)
