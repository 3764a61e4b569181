"""CommonMark with tables to sanitised markup, one top-level block at a time."""

import re
from collections.abc import Iterator
from importlib import import_module

import msgspec

from digest.model.html import Html
from digest.text.prose import prose

MOST_LEVELS = 50  # of lists and quotations; a list has two: itself and its entry
# The parser makes objects of what it reads, some kB a line: with 2 MB of "- x" it would take 2 GB.
MOST_LINES, MOST_SIGNS = 50_000, 200_000
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~#]|&(?=#?\w+;)|!(?=\[)")
_OPENER = re.compile(r"^(?P<number>\d{0,9})(?P<mark>(?<=\d)[.)](?= |$)|(?<!\d)[-+=])")


class TooMuchError(ValueError):
    """More is nested or marked than is read; `line` counts from 1."""

    def __init__(self, what: str, line: int = 1) -> None:
        super().__init__(what)
        self.line = line


class MarkdownBlock(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One block: a heading (level 1 to 6) or something else (level 0); `line` counts from 1."""

    kind: str
    level: int
    text: str
    html: Html
    line: int


def blocks(markdown: str) -> Iterator[MarkdownBlock]:
    """Read CommonMark as a row of blocks; thematic breaks and blocks that show nothing are left out.

    Raises TooMuchError.
    """
    pieces = prose(markdown)
    if pieces is None:
        found: Iterator[MarkdownBlock] = import_module("digest.text.commonmark").parsed(markdown)  # whose parser takes a while
        return found
    # In plain prose no sign stands that HTML writes otherwise.
    return (
        MarkdownBlock(kind="heading" if level else "paragraph", level=level, text=text, html=Html(text), line=line)
        for level, text, line in pieces
    )


def literal(text: str) -> str:
    """Write plain text, of one line, as CommonMark that shows exactly that text."""
    return unopened(inline_literal(text))


def inline_literal(text: str) -> str:
    """Write plain text as CommonMark that shows exactly that text within a line."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def unopened(line: str) -> str:
    """Write a line so that it begins no list, and underlines no heading."""
    return _OPENER.sub(r"\g<number>\\\g<mark>", line)
