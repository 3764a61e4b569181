"""A remark on an article to the line and column of its file.

An article knows no places in its file. But its passages hold the file's own letters and digits in the file's order, so they are
found by these alone; what differs (white space, list marks, Markdown signs, escapes of YAML) is no letter, or is masked.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from digest.front_matter import body_start
from digest.model.article import Article
from digest.model.remark import FILE, Remark

_MASKED = {
    "header": re.compile(r"\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|[a-zA-Z])"),
    "markdown": re.compile(
        r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|</?[a-zA-Z][^<>\n]*>|&#?\w+;|<https?://|^\[[^\]\n]+\]:.*$", re.MULTILINE
    ),
}
_LIST_MARK = re.compile(r"(?:^|\n|[-*•·–—‣▪◦#>]|\b\d{1,2}[.)])[ \t*_\"'“‘]*$")
_TAKEAWAYS = re.compile(r"^takeaways[ \t]*:", re.MULTILINE | re.IGNORECASE)
_MARKDOWN = (".md", ".markdown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Where something stands in a file: lines and columns count from 1, and it ends before the last column."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class Places:
    """Where the passages of one article stand in its file."""

    article: Article
    text: str
    lines: list[int] = field(init=False, default_factory=list)

    def span(self, remark: Remark) -> Span | None:
        """Return where a remark's span stands; none for one on the whole article, or when its passage is not in the file."""
        if remark.passage == FILE:
            return self._span(remark.start, remark.end)
        found = self._offsets.get(remark.passage)
        passage = self._passages.get(remark.passage, "")
        if found is None:
            return None
        first = sum(map(str.isalnum, passage[: remark.start]))
        count = sum(map(str.isalnum, passage[remark.start : remark.end]))
        kept = self._kept
        start = kept[min(found + first, len(kept) - 1)]
        end = kept[found + first + count - 1] + 1 if count else start + 1
        return self._span(start, end)

    def _span(self, start: int, end: int) -> Span:
        line, column = self._position(start)
        end_line, end_column = self._position(end)
        return Span(line=line, column=column, end_line=end_line, end_column=end_column)

    def _position(self, offset: int) -> tuple[int, int]:
        before = self.text[:offset]
        return 1 + before.count("\n"), offset - (before.rfind("\n") + 1) + 1

    @cached_property
    def _passages(self) -> Mapping[str, str]:
        return dict(_passages(self.article))

    @cached_property
    def _kept(self) -> tuple[int, ...]:
        """List the offsets of the file's letters and digits, those of masks left out."""
        start = body_start(self.text)
        parts = [("header", 0, start)] + ([("markdown", start, len(self.text))] if self.article.path.endswith(_MARKDOWN) else [])
        hidden = {
            at
            for kind, first, last in parts
            for mask in _MASKED[kind].finditer(self.text, first, last)
            for at in range(*mask.span())
        }
        return tuple(at for at, letter in enumerate(self.text) if letter.isalnum() and at not in hidden)

    @cached_property
    def _offsets(self) -> Mapping[str, int]:
        """Return, for each passage, how many letters and digits stand before it in the file."""
        letters = "".join(self.text[at] for at in self._kept)
        start = body_start(self.text)
        body = sum(at < start for at in self._kept)
        given = {identifier: _letters(passage) for identifier, passage in self._passages.items()}
        found: dict[str, int] = {}
        key = _TAKEAWAYS.search(self.text, 0, start)
        cursor, listed = body, sum(at < key.start() for at in self._kept) if key else 0
        for identifier, wanted in given.items():
            if not wanted:
                continue
            if identifier.startswith("t"):
                at = self._first(letters, wanted, listed if identifier != "title" else 0, body, marked=True)
                at = self._first(letters, wanted, max(body, listed), len(letters), marked=True) if at < 0 else at
                at = self._first(letters, wanted, 0, len(letters), marked=False) if at < 0 else at
                listed = at + len(wanted) if at >= 0 and identifier != "title" else listed
            else:
                at = (
                    cursor
                    if letters.startswith(wanted, cursor)
                    else self._first(letters, wanted, cursor, len(letters), marked=True)
                )
                at = letters.find(wanted, cursor) if at < 0 else at
            if at >= 0:
                found[identifier] = at
                cursor = (
                    at + len(wanted) if at >= cursor and (identifier == "title" or not identifier.startswith("t")) else cursor
                )
        return found

    def _first(self, letters: str, wanted: str, start: int, end: int, *, marked: bool) -> int:
        """Find a passage; a `marked` one begins its line, or stands behind a mark or a key."""
        at = letters.find(wanted, start, end)
        while at >= 0 and marked and not self._is_marked(at):
            at = letters.find(wanted, at + 1, end)
        return at

    def _is_marked(self, at: int) -> bool:
        before = self.text[max(0, self._kept[at] - 80) : self._kept[at]]
        in_header = self._kept[at] < body_start(self.text)
        return bool(_LIST_MARK.search(before)) or (in_header and before.rstrip(" \"'>|-\n").endswith(":"))


def _passages(article: Article) -> Iterator[tuple[str, str]]:
    yield "title", article.front_matter.title
    for takeaway in article.front_matter.takeaways:
        yield takeaway.id, takeaway.text
    for section in article.sections:
        yield section.id, section.heading
        for block in section.blocks:
            yield block.id, block.text


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
