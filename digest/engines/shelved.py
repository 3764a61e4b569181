"""Leaves what is folded in results in a file, so that a process through which they go holds what lists are told of them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from digest.cache.pack import NewPack
from digest.cache.values import written
from digest.engine import Engine, at_once

Item = TypeVar("Item")
Result = TypeVar("Result")
_NAMELESS = bytes(16)  # nothing is looked for here


class Shelved:
    """An engine around another that remembers nothing; its file, in a folder, is needed as long as its results are."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self._engine, self._new = engine, NewPack(folder)

    @at_once
    def map(self, step: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result | None]:
        """Yield `step(item)` for each item, in order."""
        results = self._engine.map(step, items)
        yield None
        for result in results:
            with suppress(ValueError, OSError):  # what cannot be written is held
                told = written(result)
                if told.rows:
                    told.leave(self._new.pack, self._new.add(_NAMELESS, told.content).at)
            yield result
