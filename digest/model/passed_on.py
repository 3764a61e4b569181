"""A title or an opening sentence, which other pages than the article's own pass on, whatever it says."""

from hashlib import blake2b
from typing import Any, Self


class PassedOn(str):
    """A text with a mark that tells it from others: pages of the library are planned alike whatever it is.

    Where it is the piece at some `place` of something, `origin` stands for that.
    """

    __slots__ = ("mark", "origin", "place")
    mark: bytes
    origin: object
    place: int

    def __new__(cls, text: str = "", mark: bytes = b"") -> Self:
        """Mark a text, unless its mark is known."""
        line = super().__new__(cls, text)
        line.mark = mark or blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        line.origin, line.place = None, 0
        return line

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (str(self),)
