"""An article's block of key points: its label and its list items, told from the text around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from digest.structure.details import told
from digest.structure.lexicon import rows
from digest.structure.lines import BULLETS, Line, is_bullet, without_bullet
from digest.text.sentences import sentences

_DECORATION = " :#*_=-–—.!"
_LONGEST_LABEL = 45
_LONGEST_LABEL_IN_LINE = 6
_LONGEST_UNKNOWN_LABEL = 4
_NEAR, _REACH = 1, 400
_SHORTEST_TITLE, _LONGEST_TITLE = 3, 20
_SENTENCE_ENDS = (".", "!", "?", "…", ".”", '."', "»", ")")
_MARK_IN_LINE = re.compile(rf"(?<=[.!?…\"”»:]) (?P<mark>[-*·–—]|{BULLETS}) | (?P<bullet>[•‣▪▫◦●○■□◆◇❖⦁⁃∙]) ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Takeaways:
    """The key points with the lines before and after them; `marks` are the signs that were taken off the items."""

    before: tuple[Line, ...]
    label: Line | None = None
    has_unknown_label: bool = False
    has_doubtful_end: bool = False
    marks: tuple[str, ...] = ()
    items: tuple[Line, ...] = ()
    after: tuple[Line, ...] = ()


def found_takeaways(lines: Sequence[Line]) -> Takeaways:
    """Find the block of key points; without one, every line is `before` it."""
    for index, line in enumerate(lines):
        if is_label(line.text) and (items := _items(lines, index + 1)):
            return _block(lines, index, items)
        if index <= _NEAR and (found := _in_line(lines, index)):
            return found
        if index == 0 and _may_be_label(line, items := _items(lines, 1), lines):
            return replace(_block(lines, index, items), has_unknown_label=True)
    unlabelled = _items(lines, 0)
    return _block(lines, -1, unlabelled) if 1 < len(unlabelled) < len(lines) else Takeaways(before=tuple(lines))


def pointless(lines: Sequence[Line], label: str) -> Takeaways:
    """Take the label that the first line begins with off the article, where nothing tells the key points from its text."""
    first, *others = lines
    rest = first.text[len(label) :].lstrip(_DECORATION)
    body = (replace(first, text=rest),) if rest else ()
    label = first.text.removesuffix(rest).rstrip()
    return Takeaways(before=(), label=replace(first, text=label), after=(*body, *others))


def is_label(text: str) -> bool:
    """Whether a line is a known label of key points, whatever its case and decoration."""
    return len(text) <= _LONGEST_LABEL and text.strip(_DECORATION).lower() in _labels("labels.txt")


def is_pure_label(text: str) -> bool:
    """Whether a label heads nothing but key points: what else may follow, such as prose, is in a list of its own."""
    return is_label(text) and text.strip(_DECORATION).lower() not in _labels("prose_labels.txt")


@cache
def _labels(name: str) -> frozenset[str]:
    return frozenset(" ".join(row) for row in rows(name))


def _may_be_label(line: Line, items: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether a short first line stands over whole sentences with bullets, and more text comes behind them."""
    return (
        1 < len(items) < len(lines) - 1
        and len(line.text) <= _LONGEST_LABEL
        and len(line.text.split()) <= _LONGEST_UNKNOWN_LABEL
        and not is_bullet(line.text)
        and all(item.text.endswith(_SENTENCE_ENDS) for item in items)
        and not told([line]).told
    )


def _items(lines: Sequence[Line], start: int) -> tuple[Line, ...]:
    if start >= len(lines) or not is_bullet(lines[start].text):
        return ()
    return tuple(takewhile(lambda line: is_bullet(line.text), lines[start:]))


def _block(lines: Sequence[Line], index: int, items: Sequence[Line]) -> Takeaways:
    split = [without_bullet(item.text) for item in items]
    return Takeaways(
        before=tuple(lines[: max(index, 0)]),
        label=lines[index] if index >= 0 else None,
        marks=tuple(mark for mark, _ in split),
        items=tuple(Line(number=item.number, text=text) for item, (_, text) in zip(items, split, strict=True)),
        after=tuple(lines[index + 1 + len(items) :]),
    )


def _in_line(lines: Sequence[Line], index: int) -> Takeaways | None:
    """Find label and key points that stand in one line with each other, and perhaps with all the rest."""
    first = lines[index]
    label = leading_label(first.text)
    rest = first.text[len(label) :].lstrip()
    if not label or not is_bullet(rest):
        return None
    mark, rest = without_bullet(rest)
    *items, last = _split(rest, mark)
    last, remainder = _first_sentence(last)
    texts = [text for text in (*items, last) if text]
    body = (Line(number=first.number, text=remainder),) if remainder else ()
    return Takeaways(
        before=tuple(lines[:index]),
        label=Line(number=first.number, text=label),
        marks=(mark,) * len(texts),
        items=tuple(Line(number=first.number, text=text) for text in texts),
        after=(*body, *lines[index + 1 :]),
    )


def _split(text: str, mark: str) -> list[str]:
    """Split a text where the mark stands between sentences."""
    found = [match for match in _MARK_IN_LINE.finditer(text) if mark in (match["mark"], match["bullet"])]
    starts = [0, *(match.end() for match in found)]
    ends = [*(match.start() for match in found), len(text)]
    return [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def with_label_apart(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Break the first line before a label that follows a title in it: "Ferries Return Key Takeaways …"."""
    words = lines[0].text[:_REACH].split(" ") if lines else []
    for count in range(1, min(len(words), _LONGEST_TITLE)):
        label = leading_label(" ".join(words[count:]))
        if is_pure_label(label) and not any(word[:1].islower() for word in label.split()):
            title = " ".join(words[:count])
            rest = replace(lines[0], text=lines[0].text[len(title) + 1 :])
            return (replace(lines[0], text=title), rest, *lines[1:]) if _may_be_title(words[:count]) else tuple(lines)
    return tuple(lines)


def _may_be_title(words: Sequence[str]) -> bool:
    """Whether words before a label are a title of their own: not "The Summit's" or "Five", which the label goes on."""
    last = words[-1]
    goes_on = last[:1].islower() or last.endswith(("'s", "’s", "s'", "s’", ".", ",", ";"))
    return len(words) >= _SHORTEST_TITLE and not goes_on and bool(told([Line(number=1, text=" ".join(words))]).lines)


def leading_label(text: str) -> str:
    """Return the label that a line begins with, or nothing."""
    words = text[: _LONGEST_LABEL * 2].split(" ")[:_LONGEST_LABEL_IN_LINE]
    candidates = (" ".join(words[:count]) for count in range(1, len(words) + 1))
    return next((candidate for candidate in candidates if is_label(candidate)), "")


def _first_sentence(text: str) -> tuple[str, str]:
    spans = sentences(text)
    end = spans[0][1] if spans else 0
    return text[:end], text[end:].lstrip()
