"""Runs each step here and now, one item after the other."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Serial:
    """The engine without processes or cache."""

    def map(self, step: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        """Yield `step(item)` for each item, in order."""
        return map(step, items)
