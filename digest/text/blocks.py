"""What Markdown is read as: a row of blocks, and how much is read."""

import msgspec

from digest.model.html import Html

MOST_LEVELS = 50  # of lists and quotations; a list has two: itself and its entry
# The parser makes objects of what it reads, some kB a line: with 2 MB of "- x" it would take 2 GB.
MOST_LINES, MOST_SIGNS = 50_000, 200_000


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
