"""CommonMark with tables to sanitised markup, one top-level block at a time."""

from collections.abc import Iterator
from importlib import import_module

from digest.model.html import Html
from digest.text.blocks import MarkdownBlock
from digest.text.prose import prose


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
