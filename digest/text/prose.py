"""Markdown that is nothing but headings and paragraphs of plain words: what a parser would make of it is seen without one."""

import re
from collections.abc import Sequence

# No character that could mark anything up, that HTML writes otherwise, or that is no text; no white space at the ends.
_PLAIN = r"\\`*_\[\]<>&|~#\x00-\x1f\x7f-\xa0\ufeff\ud800-\udfff"
_WORDS = rf"[^\s{_PLAIN}](?:[^{_PLAIN}]*[^\s{_PLAIN}])?"
_LINE = re.compile(rf"(?:(?P<marks>#{{1,6}}) +)?(?P<text>(?!\d{{1,9}}[.)]|[-+=:]){_WORDS})")

Piece = tuple[int, str, int]  # level of a heading or 0, text, line


def prose(markdown: str) -> Sequence[Piece] | None:
    """Return the headings and paragraphs of a text, or None when there could be anything else in it."""
    pieces: list[Piece] = []
    continues = False
    for number, line in enumerate(markdown.split("\n"), 1):
        found = _LINE.fullmatch(line)
        if line and not found:
            return None
        if found and continues and not found["marks"]:
            level, text, first = pieces[-1]
            pieces[-1] = level, f"{text}\n{line}", first
        elif found:
            pieces.append((len(found["marks"] or ""), found["text"], number))
        continues = bool(found and not found["marks"])
    return pieces
