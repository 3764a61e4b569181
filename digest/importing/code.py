"""Code in Markdown set aside, so that what is done to the words around it never changes it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it import MarkdownIt

from digest.text.blocks import MOST_LEVELS

BLOCK = "\1"  # stands around the number of lines of code, and "\0" around that of code among words
MARK = re.compile("([\0\1])(?P<number>[0-9]+)\\1")
_MARKS = re.compile("[\0\1]")
_SPAN = re.compile(r"\\[\\`]|(?P<span>(?P<ticks>`++).+?(?<!`)(?P=ticks)(?!`))|`++", re.DOTALL)
_MARKUP = re.compile(
    r"<(?P<tag>pre|code|kbd|samp)\b[^>]{0,300}>(?:(?!<(?P=tag)\b).){0,20000}?</(?P=tag)>", re.DOTALL | re.IGNORECASE
)
_BLOCKS = MarkdownIt("commonmark", {"maxNesting": 2 * MOST_LEVELS}).enable("table").disable("inline")


@dataclass(slots=True)
class Code:
    """The pieces of code that were set aside, each for a mark in the text."""

    pieces: list[str] = field(default_factory=list)

    def marked(self, piece: str, mark: str = "\0") -> str:
        """Set a piece aside, and return what stands for it."""
        self.pieces.append(piece)
        return f"{mark}{len(self.pieces) - 1}{mark}"

    def restored(self, text: str) -> str:
        """Put all code back; one piece may hold another."""
        return MARK.sub(lambda found: self.restored(self.pieces[int(found["number"])]), text)


def set_aside(markdown: str, code: Code) -> str:
    """Put a mark for all code: blocks of it at any depth, code among words, and elements of HTML that hold code."""
    parts = (
        code.marked(lines, BLOCK) + "\n" if is_code else _SPAN.sub(lambda found: _span(found, code), lines)
        for lines, is_code in _parts(_MARKS.sub("", markdown))
    )
    return _MARKUP.sub(lambda found: code.marked(found[0]), "".join(parts))


def _span(found: re.Match[str], code: Code) -> str:
    return code.marked(found["span"]) if found["span"] else found[0]


def _parts(markdown: str) -> Iterator[tuple[str, bool]]:
    """Split a text where a block begins, lines of code without their last end, and say which parts are code."""
    tokens = [token for token in _BLOCKS.parse(markdown) if token.map]
    code = {token.map[0]: token.map[1] for token in tokens if token.type in {"fence", "code_block"} and token.map}
    lines = markdown.split("\n")
    starts = sorted({0, *(token.map[0] for token in tokens if token.map), *code.values()})
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        text = "\n".join(lines[start:end])
        yield (text, True) if start in code else (text + "\n" * (end < len(lines)), False)
