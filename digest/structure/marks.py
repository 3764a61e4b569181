"""Headings that the text itself marks: by Markdown signs, or by a line drawn under them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest.structure.lines import Line

_MARKDOWN = re.compile(r"(?P<mark>#{1,6}) (?P<text>.*?)(?P<close> #{1,6})?$")
_BOLD = re.compile(r"(?P<mark>\*\*|__)(?P<text>[^*_]+)(?:\*\*|__)$")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,}|~{3,}|\*{3,})$")
_LONGEST_HEADING = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A line, and the rule by which its marks make it a heading; `marks` are the signs that were taken off it."""

    line: Line
    rule: str
    marks: tuple[str, ...] = ()


def marked(lines: Sequence[Line]) -> Iterator[Marked]:
    """Take the marks off marked headings; other lines have no rule."""
    skip = False
    for index, line in enumerate(lines):
        if skip:
            skip = False
            continue
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        if _UNDERLINE.match(following) and len(line.text) <= _LONGEST_HEADING and not _UNDERLINE.match(line.text):
            skip = True
            yield Marked(line=line, rule="underlined", marks=(following,))
        else:
            yield _marked(line)


def _marked(line: Line) -> Marked:
    if len(line.text) > _LONGEST_HEADING:
        return Marked(line=line, rule="")
    found = _MARKDOWN.match(line.text)
    if found and found["text"]:
        bare = Line(number=line.number, text=found["text"], is_after_blank=line.is_after_blank)
        return Marked(line=bare, rule="markdown", marks=(found["mark"], (found["close"] or "").strip()))
    found = _BOLD.match(line.text)
    if found and not found["text"].endswith("."):
        bare = Line(number=line.number, text=found["text"].strip(), is_after_blank=line.is_after_blank)
        return Marked(line=bare, rule="markdown", marks=(found["mark"], found["mark"]))
    return Marked(line=line, rule="")
