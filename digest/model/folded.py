"""Rows of values as the bytes that they are written as: they take a tenth of the room, and are read when they are asked for."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Any, ClassVar, Protocol, Self, TypeVar, overload

import msgspec

from digest.errors import DamagedError
from digest.model.html import Html

One = TypeVar("One")
_MARK = 16  # bytes


def _apart(value: object) -> object:
    if isinstance(value, Html):
        return str(value)
    raise TypeError(f"nothing says what {value} is")


def _known(kind: type, plain: Any) -> object:  # noqa: ANN401 - what MessagePack holds
    if kind is Html and isinstance(plain, str):
        return Html(plain)
    raise TypeError(f"no {kind.__name__}")


def _mark(content: bytes) -> bytes:
    """Tell bytes from others; few are their own mark, filled up, since what MessagePack writes says where it ends."""
    return content.ljust(_MARK, b"\0") if len(content) < _MARK else blake2b(content, digest_size=_MARK).digest()


_ENCODER = msgspec.msgpack.Encoder(enc_hook=_apart)


class Shelf(Protocol):
    """Where the bytes of rows can be left, such as a file."""

    def read(self, at: int, size: int) -> bytes:
        """Return so many bytes from a place on."""


class Folded(Sequence[One]):
    """A row as bytes, with a mark that tells it from others.

    To go through it reads all of it, so who needs it more than once unfolds it by `tuple`. Where it is the piece at some `place`
    of something, `origin` stands for that.
    """

    __slots__ = ("_at", "_content", "length", "mark", "origin", "place", "shelf", "size")
    _decoder: ClassVar[msgspec.msgpack.Decoder[tuple[Any, ...]]]

    def __init_subclass__(cls, of: type) -> None:
        cls._decoder = msgspec.msgpack.Decoder(tuple[of, ...], dec_hook=_known)  # type: ignore[valid-type]

    def __init__(self, size: int, length: int, mark: bytes, content: bytes = b"") -> None:
        self.size, self.length, self.mark = size, length, mark
        self._content = content if size >= _MARK else b""
        self.shelf: Shelf | None = None
        self.origin: object = None
        self.place = 0

    @classmethod
    def lying(cls, told: tuple[int, int, bytes], shelf: Shelf, at: int, origin: object = None, place: int = 0) -> Self:
        """Return a row that lies on a shelf, of the size, the length and the mark that are told."""
        one = cls.__new__(cls)
        one.size, one.length, one.mark = told
        one.shelf, one._at, one._content, one.origin, one.place = shelf, at, b"", origin, place  # noqa: SLF001 - its own, and quicker than asking it
        return one

    @classmethod
    def of(cls, values: Iterable[One]) -> Self:
        """Fold a row, unless it is folded already."""
        if isinstance(values, cls):
            return values
        row = tuple(values)
        content = _ENCODER.encode(row)
        return cls(len(content), len(row), _mark(content), content)

    @property
    def is_its_mark(self) -> bool:
        """Whether its bytes are so few that the mark holds them."""
        return self.size < _MARK

    @property
    def content(self) -> bytes:
        """The row as bytes.

        Raises DamagedError when the shelf no longer has them.
        """
        if self.is_its_mark:
            return self.mark[: self.size]
        if self.shelf is None:
            return self._content
        content = self.shelf.read(self._at, self.size)
        if _mark(content) != self.mark:
            hint = "start again: what is damaged is made again then"
            raise DamagedError("what digest remembers was damaged while it was at work", hint=hint)
        return content

    def leave(self, shelf: Shelf, at: int) -> None:
        """Hold the bytes no longer: they stand on a shelf too."""
        self._content, self.shelf, self._at = b"", shelf, at

    def __len__(self) -> int:
        return self.length

    def __iter__(self) -> Iterator[One]:
        return iter(self._decoder.decode(self.content))

    @overload
    def __getitem__(self, at: int) -> One: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[One, ...]: ...
    def __getitem__(self, at: int | slice) -> One | tuple[One, ...]:
        return self._decoder.decode(self.content)[at]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Folded):
            return self.mark == other.mark
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(self.mark)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.size, self.length, self.mark, self.content)

    def __repr__(self) -> str:
        return repr(tuple(self))
