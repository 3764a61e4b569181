"""Values with marks that tell them from others, so that what many pages show is looked at once to tell them apart."""

from collections.abc import Callable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Marked(Generic[Value]):
    """A value with its mark; without one nothing tells it from others."""

    __slots__ = ("mark", "value")

    def __init__(self, value: Value, mark: bytes | None) -> None:
        self.value, self.mark = value, mark

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Marked) and self.mark is not None and self.mark == other.mark)

    def __hash__(self) -> int:
        return hash(self.mark)


class Recalled(Marked[Value]):
    """A value that is read each time when it is asked for."""

    __slots__ = ("_read",)

    def __init__(self, read: Callable[[], Value], mark: bytes) -> None:  # the value is left out, so that it is asked for below
        self._read, self.mark = read, mark

    def __getattr__(self, name: str) -> Value:
        if name != "value":
            raise AttributeError(name)
        return self._read()
