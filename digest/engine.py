"""The one seam that says how the steps of a build run."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Engine(Protocol):
    """A way to run a step over many items: in this process, in several, from a cache."""

    def map(self, step: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        """Yield `step(item)` for each item, in the order of the items."""
