"""Runs a step in several processes of this machine.

Each is a fork: it has the items, the program and its data already, and sends back what the step gave, some items at a time. After
one has died another sends item by item, so it is known on which it dies. None outlives this one: there is nobody to send to.

What a step gives goes as the cache writes it, in half the time that pickling takes; a page, which is bytes already, is pickled.
"""

import gc
import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import IO, Any, NamedTuple, NoReturn, TypeVar, get_type_hints

from digest.cache.values import Reader, written
from digest.engine import Engine, at_once, died, told_apart
from digest.machine.forked import fork
from digest.model.page import Output
from digest.worker.outcomes import send

Item = TypeVar("Item")
Result = TypeVar("Result")
FEWEST = 48  # items: less are done before processes would have started
_PATIENCE = 0.05  # seconds for which results may wait for others: to wake this process for each costs more than to read it
_WAITING = 1 << 16  # bytes of results that wait, as many as a pipe holds


class Pool:
    """The engine of so many processes.

    Fewer items than `fewest` go to `otherwise`. Results may hold `findings` of these types, and no others; what a process makes
    of a page it sends as `leave` gives it. It is not for a program with threads, which must not be forked.
    """

    def __init__(
        self,
        jobs: int,
        otherwise: Engine,
        fewest: int = FEWEST,
        findings: Sequence[type] = (),
        leave: Callable[[Output], Output] = lambda page: page,
    ) -> None:
        self._jobs, self._otherwise, self._fewest = jobs, otherwise, fewest
        self._reader, self._leave = Reader(findings), leave

    def map(self, step: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        """Begin with all items at once, and yield `step(item)` for each, in order.

        Raises DigestError when twice a process dies that sends item by item, and works on the same one.
        """
        if self._jobs == 1 or len(items) < self._fewest:
            return self._otherwise.map(step, items)
        return self._in_processes(step, items)

    @at_once
    def _in_processes(self, step: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result | None]:
        workers: list[_Worker] = []
        try:
            workers.extend(_Worker(step, items[first :: self._jobs], self._reader, self._leave) for first in range(self._jobs))
            yield None
            for at in range(len(items)):
                yield workers[at % self._jobs].result()
        finally:
            for worker in workers:
                worker.end()


class _Worker:
    """A process that does its share of the items; when it dies another takes its place, but not for ever on one item."""

    def __init__(
        self, step: Callable[[Any], Any], items: Sequence[Any], reader: Reader, leave: Callable[[Output], Output]
    ) -> None:
        self._kind = get_type_hints(told_apart(step)[0]).get("return", object)
        self._step = partial(_as_content, step=step, kind=self._kind, leave=leave)
        self._items, self._reader = items, reader
        self._done, self._died, self._patience = 0, -1, _PATIENCE
        self._start()

    def result(self) -> Any:  # noqa: ANN401 - what the step gives
        """Return the result for the next item."""
        while True:
            try:
                fault, value = pickle.load(self._results)  # noqa: S301 - from a process of ours # nosec B301
                break
            except (EOFError, pickle.UnpicklingError):
                self._restart()
        self._done += 1
        if fault:
            raise fault
        return self._reader.read(value.content, self._kind) if isinstance(value, _Content) else value

    def end(self) -> None:
        """End the process, whatever it is doing."""
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        self._results.close()

    def _start(self) -> None:
        reading, writing = os.pipe()
        gc.freeze()  # what is there is not looked at again, so it stays shared
        self._process = fork()
        if not self._process:
            os.close(reading)
            _work(self._step, self._items[self._done :], os.fdopen(writing, "wb", _WAITING), self._patience)
        gc.unfreeze()
        os.close(writing)
        self._results = os.fdopen(reading, "rb", _WAITING)

    def _restart(self) -> None:
        if self._died == self._done:
            hint = "it may need more memory than there is: build with --jobs 1, or split the article"
            raise died(self._items[self._done], hint)
        self._died = -1 if self._patience else self._done  # one whose results waited may have died on a later item
        self._patience = 0
        self.end()
        self._start()


class _Content(NamedTuple):
    """What a step gives as the cache writes it."""

    content: bytes


def _as_content(item: Any, step: Callable[[Any], Any], kind: type, leave: Callable[[Output], Output]) -> Any:  # noqa: ANN401 - what the step gives
    value = step(item)
    if isinstance(value, Output):
        return leave(value)
    if type(value) is kind:
        with suppress(ValueError):
            return _Content(written(value).content)
    return value


def _work(step: Callable[[Any], Any], items: Sequence[Any], results: IO[bytes], patience: float) -> NoReturn:
    """Do a share of the items, and be gone."""
    try:
        send(step, items, results, patience)
    finally:
        os._exit(0)
