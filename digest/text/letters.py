"""The letters and digits of a text, by which a passage is found in it whatever stands between them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True, kw_only=True)
class Escape:
    """A span of a text that stands for something else, or for nothing."""

    start: int
    end: int
    meaning: str


@dataclass(frozen=True, kw_only=True)
class Letters:
    """A text's letters and digits with their offsets; escapes, in order, are read as what they mean."""

    text: str
    escapes: Sequence[Escape] = ()

    @cached_property
    def offsets(self) -> tuple[int, ...]:
        """Where in the text each letter or digit begins."""
        return tuple(offset for offset, _ in self._read)

    @cached_property
    def joined(self) -> str:
        """The letters and digits alone."""
        return "".join([letter for _, letter in self._read])

    @cached_property
    def _read(self) -> Sequence[tuple[int, str]]:
        read: list[tuple[int, str]] = []
        done = 0
        for escape in (*self.escapes, Escape(start=len(self.text), end=len(self.text), meaning="")):
            read += [(at, self.text[at]) for at in range(done, escape.start) if self.text[at].isalnum()]
            read += [(escape.start, letter) for letter in letters(escape.meaning)]
            done = escape.end
        return read

    @cached_property
    def _ends(self) -> Mapping[int, int]:
        return {escape.start: escape.end for escape in self.escapes}

    def before(self, offset: int) -> int:
        """Count the letters before an offset of the text."""
        return sum(at < offset for at in self.offsets)

    def occurrences(self, passage: str, start: int, end: int | None = None) -> Iterator[int]:
        """Yield where a passage stands, counted in letters, from one letter to another."""
        wanted = letters(passage)
        at = self.joined.find(wanted, start, end) if wanted else -1
        while at >= 0:
            yield at
            at = self.joined.find(wanted, at + 1, end)

    def span(self, at: int, passage: str, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the text of a part of a passage that stands at a letter."""
        first, count = at + len(letters(passage[:start])), len(letters(passage[start:end]))
        begin = self.offsets[min(first, len(self.offsets) - 1)]
        last = self.offsets[first + count - 1] if count else begin
        return begin, self._ends.get(last, last + 1)


def letters(text: str) -> str:
    """Return the letters and digits of a text."""
    return "".join(filter(str.isalnum, text))
