"""Markdown that is nothing but headings and paragraphs of plain words: what a parser would make of it is seen without one."""

import re
from collections.abc import Sequence

# Characters that could mark anything up, that HTML writes otherwise, or that are no text; '#' may begin a heading.
_SIGN = re.compile(r"[\\`*_\[\]<>&|~\x00-\x09\x0b-\x1f\x7f-\xa0\ufeff\ud800-\udfff]")
# In UTF-8, where most texts have none: all bytes of other characters than these ASCII ones, U+0080 to U+00BF, and from U+D000 on.
_USUAL = re.sub(rb"[\\`*_\[\]<>&|~\x00-\x09\x0b-\x1f\x7f\xc2\xed-\xff]", b"", bytes(range(256)))
_LINE = re.compile(r"(?:(?P<marks>#{1,6}) +)?(?P<text>(?!\d{1,9}[.)]|[-+=:])\S(?:.*\S)?)", re.DOTALL)

Piece = tuple[int, str, int]  # level of a heading or 0, text, line


def prose(markdown: str) -> Sequence[Piece] | None:
    """Return the headings and paragraphs of a text, or None when there could be anything else in it."""
    if markdown.encode("utf-8", "surrogatepass").translate(None, _USUAL) and _SIGN.search(markdown):
        return None
    pieces: list[Piece] = []
    continues = False
    for number, line in enumerate(markdown.split("\n"), 1):
        if not line:
            continues = False
            continue
        found = _LINE.fullmatch(line)
        if not found or "#" in found["text"]:
            return None
        marks, text = found.groups()
        if continues and not marks:
            level, before, first = pieces[-1]
            pieces[-1] = level, f"{before}\n{line}", first
        else:
            pieces.append((len(marks or ""), text, number))
        continues = not marks
    return pieces
