"""Headings that the text itself marks: by Markdown signs, or by a line drawn under them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest.structure.lines import Line, is_underline
from digest.structure.pieces import Rule

_MARKDOWN = re.compile(r"(?P<before>#{1,6}) (?P<text>[^\s#].*?)(?P<after> #{1,6})?")
_BOLD = re.compile(r"(?P<before>\*\*|__)(?P<text>[^*_]+[^*_.])(?P<after>\*\*|__)")
_LONGEST_HEADING = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A line, and the rule by which it is known to be a heading, if there is one.

    `before` and `after` are the signs that were taken off it.
    """

    line: Line
    rule: Rule = ""
    before: str = ""
    after: str = ""


def marked(lines: Sequence[Line]) -> Iterator[Marked]:
    """Take the signs off marked headings."""
    is_underlined = False
    for index, line in enumerate(lines):
        if is_underlined:
            is_underlined = False
            continue
        following = lines[index + 1].text if index + 1 < len(lines) and lines[index + 1].number == line.number + 1 else ""
        is_underlined = is_underline(following) and _can_be_underlined(line.text)
        yield Marked(line=line, rule="underlined", after=following) if is_underlined else _marked(line)


def _can_be_underlined(text: str) -> bool:
    """Whether a line is a heading if a line is drawn under it; behind a sentence that would be a rule between paragraphs."""
    return len(text) <= _LONGEST_HEADING and not is_underline(text) and not text.endswith((".", "…", ".”", '."'))


def _marked(line: Line) -> Marked:
    if len(line.text) > _LONGEST_HEADING:
        return Marked(line=line)
    found = _MARKDOWN.fullmatch(line.text) or _BOLD.fullmatch(line.text)
    if not found:
        return Marked(line=line)
    bare = Line(number=line.number, text=found["text"].strip())
    return Marked(line=bare, rule="markdown", before=found["before"], after=(found["after"] or "").strip())
