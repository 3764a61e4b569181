"""A remark on an article to the line and column of its file.

An article knows no places in its file. But its passages hold the file's own letters and digits in the file's order, so they are
found by these alone. What differs (white space, Markdown signs) is no letter, or is an escape that is read as what it means.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from digest.front_matter.header import body_start, is_markdown
from digest.model.article import Article
from digest.model.remark import FILE, Remark
from digest.text.letters import Escape, Letters, letters

_YAML_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|[a-zA-Z])")
_MARKUP = re.compile(
    r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|</?[a-zA-Z][^<>\n]*>|&#?\w+;|<https?://|^\[[^\]\n]+\]:.*$", re.MULTILINE
)
_TAKEAWAYS = re.compile(r"^takeaways[ \t]*:", re.MULTILINE | re.IGNORECASE)
_BEGINS_VALUE = re.compile(r"[:\-\[,{][\s\"'“‘>|*_]*\Z")
_BEGINS_LINE = re.compile(r"(?:^|\n|[-*•·–—‣▪◦#>]|\b\d{1,2}[.)])[ \t*_\"'“‘]*\Z")
_LOOK_BACK = 80
_LAST_CHARACTER = 0x10FFFF


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

    def span(self, remark: Remark) -> Span | None:
        """Return where a remark's span stands; none for one on the whole article, or when its passage is not in the file."""
        if remark.passage == FILE:
            return self._span(remark.start, remark.end)
        at = self._found.get(remark.passage)
        passage = dict(_passages(self.article)).get(remark.passage, "")
        return None if at is None else self._span(*self._letters.span(at, passage, remark.start, remark.end))

    def _span(self, start: int, end: int) -> Span:
        (line, column), (end_line, end_column) = self._position(start), self._position(end)
        return Span(line=line, column=column, end_line=end_line, end_column=end_column)

    def _position(self, offset: int) -> tuple[int, int]:
        before = self.text[:offset]
        return 1 + before.count("\n"), offset - (before.rfind("\n") + 1) + 1

    @cached_property
    def _letters(self) -> Letters:
        start = body_start(self.text, self.article.path)
        escapes = [_escape(found, _character(found[0])) for found in _YAML_ESCAPE.finditer(self.text, 0, start)]
        if is_markdown(self.article.path):
            markup = _MARKUP.finditer(self.text, start)
            escapes += [_escape(found, unescape(found[0]) if found[0].startswith("&") else "") for found in markup]
        return Letters(text=self.text, escapes=escapes)

    @cached_property
    def _body(self) -> int:
        return self._letters.before(body_start(self.text, self.article.path))

    @cached_property
    def _found(self) -> Mapping[str, int]:
        """Find the title, then the takeaways in their order, then headings and blocks in theirs, behind the title."""
        found: dict[str, int] = {}
        key = _TAKEAWAYS.search(self.text, 0, body_start(self.text, self.article.path))
        listed, cursor = self._letters.before(key.end()) if key else 0, self._body
        takeaways = {takeaway.id for takeaway in self.article.front_matter.takeaways}
        for identifier, passage in _passages(self.article):
            is_takeaway = identifier in takeaways
            if identifier == "title" or is_takeaway:
                at = self._stated(passage, listed if is_takeaway else 0)
            else:
                at = self._following(passage, cursor)
            if at is None:
                continue
            found[identifier] = at
            end = at + len(letters(passage))
            listed, cursor = (end, cursor) if is_takeaway else (listed, max(end, cursor))
        return found

    def _stated(self, passage: str, start: int) -> int | None:
        """Find what may stand in the front matter or the body: best where a value or a line begins."""
        places = list(self._letters.occurrences(passage, start))
        return next(filter(self._is_beginning, places), next(iter(places), None))

    def _following(self, passage: str, cursor: int) -> int | None:
        """Find what stands at the cursor, else where a line begins, else anywhere behind it."""
        places = list(self._letters.occurrences(passage, cursor))
        if places[:1] == [cursor]:
            return cursor
        return next(filter(self._is_beginning, places), next(iter(places), None))

    def _is_beginning(self, at: int) -> bool:
        offset = self._letters.offsets[at]
        before = self.text[max(0, offset - _LOOK_BACK) : offset]
        return bool((_BEGINS_VALUE if at < self._body else _BEGINS_LINE).search(before))


def _escape(found: re.Match[str], meaning: str) -> Escape:
    return Escape(start=found.start(), end=found.end(), meaning=meaning)


def _character(escape: str) -> str:
    """Return what an escape of YAML stands for; the short ones stand for no letter."""
    code = int(escape[2:] or "0", 16)
    return chr(code) if code <= _LAST_CHARACTER else ""


def _passages(article: Article) -> Iterator[tuple[str, str]]:
    yield "title", article.front_matter.title
    for takeaway in article.front_matter.takeaways:
        yield takeaway.id, takeaway.text
    for section in article.sections:
        yield section.id, section.heading
        for block in section.blocks:
            yield block.id, block.text
