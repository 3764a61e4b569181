"""Measures how long each step takes, and all that a build does before, between and beside them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import TypeVar

from digest.engine import Engine, at_once, name

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(slots=True)
class Stage:
    """A part of a build: how many items it has had, if it is a step, and how many seconds it has taken."""

    name: str
    items: int = 0
    seconds: float = 0


class Timed:
    """An engine around another; `stages` are in the order in which they began."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._mark = perf_counter()
        self.stages: list[Stage] = []

    @at_once
    def map(self, step: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result | None]:
        """Yield `step(item)` for each item, in order."""
        called = name(step)
        before, within, beside = map(self._stage, (f"before {called}", called, f"with results of {called}"))
        within.items += len(items)
        self._add_to(before)
        results = self._engine.map(step, items)
        self._add_to(within)
        yield None
        self._add_to(before)
        for result in results:
            self._add_to(within)
            yield result
            self._add_to(beside)
        self._add_to(within)

    def end(self) -> None:
        """Count what came after the last step."""
        self._add_to(self._stage("after all"))

    def _stage(self, name: str) -> Stage:
        """Return the stage of a name, which goes on when a step is given more items."""
        known = next((stage for stage in self.stages if stage.name == name), None)
        if not known:
            self.stages.append(known := Stage(name))
        return known

    def _add_to(self, stage: Stage) -> None:
        now = perf_counter()
        stage.seconds += now - self._mark
        self._mark = now
