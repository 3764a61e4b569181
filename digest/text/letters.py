"""The letters and digits of a text, by which a passage is found in it whatever stands between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, kw_only=True)
class Letters:
    """A text's letters and digits with their offsets; those inside of `hidden` spans are passed over."""

    text: str
    hidden: Sequence[tuple[int, int]] = ()

    @cached_property
    def offsets(self) -> tuple[int, ...]:
        """Where in the text each letter or digit stands."""
        masked = {at for start, end in self.hidden for at in range(start, end)}
        return tuple(at for at, letter in enumerate(self.text) if letter.isalnum() and at not in masked)

    @cached_property
    def joined(self) -> str:
        """The letters and digits alone."""
        return "".join([self.text[at] for at in self.offsets])

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
        return begin, self.offsets[first + count - 1] + 1 if count else begin + 1


def letters(text: str) -> str:
    """Return the letters and digits of a text."""
    return "".join(filter(str.isalnum, text))
