"""Reads the sources and writes the files of a build where its steps run, so that neither passes through the machine that asks."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, TypeVar

from digest.cluster.room import Room
from digest.cluster.shelf import Unread
from digest.engine import Engine
from digest.errors import SourceError
from digest.load import refused
from digest.model.page import Output

Item = TypeVar("Item")
Result = TypeVar("Result")


class There:
    """An engine around another, whose steps are given sources that they read, and leave files in a room."""

    def __init__(self, engine: Engine, room: Room) -> None:
        self._engine, self._room = engine, room

    def map(self, step: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        """Yield `step(item)` for each item, in order."""
        return self._engine.map(partial(_there, step=step, room=self._room), items)


def _there(item: Any, step: Callable[[Any], Any], room: Room) -> Any:  # noqa: ANN401 - what a step takes and gives
    """Run a step on what is read only now; what it makes for the site stays in the room."""
    if isinstance(item, Unread):
        try:
            item = item.read()
        except (SourceError, OSError) as error:
            return refused(item.path, error)
    result = step(item)
    return room.keep(result) if isinstance(result, Output) else result
