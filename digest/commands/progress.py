"""How far long work is: a bar on a terminal, a plain line elsewhere, nothing for what is done at once."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from functools import partial
from importlib import import_module
from threading import Timer
from time import monotonic
from types import ModuleType
from typing import TypeVar

import click

from digest.engine import Engine, at_once, name
from digest.engines.pool import FEWEST

Item = TypeVar("Item")
Result = TypeVar("Result")
_LONG, _PAUSE = 1, 10  # seconds until work is told of, and between two plain lines on a step
DOING = {  # by the name of the step
    "load": "reading articles",
    "loaded_and_checked": "reading articles",
    "analysed": "analysing articles",
    "annotate": "analysing articles",
    "render": "making pages",
}
BETWEEN = {  # by what was done before
    "reading articles": "looking at what was read",
    "analysing articles": "planning pages",
    "making pages": "making lists, feeds and the search index",
}


class _Due:
    """The moment from which work is told of: a second after it began, or after what was told of last has ended."""

    def __init__(self) -> None:
        self.renew()

    def renew(self) -> None:
        """Put it off by a second."""
        self._moment = monotonic() + _LONG

    def seconds(self) -> float:
        """Return how long it is until then."""
        return max(0.0, self._moment - monotonic())


class _Watched:
    """An engine that shows on the standard error how far its steps are, and that work goes on before, between and after them."""

    def __init__(self, engine: Engine, between: ExitStack) -> None:
        self._engine, self._between, self._due = engine, between, _Due()
        self._wait("reading files")

    @at_once
    def map(self, step: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result | None]:
        """Yield what the engine gives, and tell of it when the work has taken more than a second."""
        doing = DOING.get(name(step), "working")
        self._between.close()  # processes are forked now, and no thread may be there
        results = self._engine.map(step, items)
        self._wait(doing)
        yield None
        if len(items) < FEWEST:
            yield from results
        else:
            self._between.close()
            yield from _told(results, len(items), doing, self._due)
        self._wait(BETWEEN.get(doing, "working"))

    def _wait(self, doing: str) -> None:
        self._between.close()
        self._between.enter_context(_waiting(doing, self._due))


@contextmanager
def watched(engine: Engine, *, quiet: bool) -> Iterator[Engine]:
    """Let an engine show how far a build is, unless it is to be quiet."""
    if quiet:
        yield engine
        return
    with ExitStack() as between:
        yield _Watched(engine, between)


@contextmanager
def waiting(doing: str, *, quiet: bool) -> Iterator[None]:
    """Tell of work whose end nobody knows when it takes more than a second: that it goes on is all there is to say."""
    with nullcontext() if quiet else _waiting(doing, _Due()):
        yield


@contextmanager
def _waiting(doing: str, due: _Due) -> Iterator[None]:
    spinner = _moving().spinner(doing) if _is_watched() else None
    late = Timer(due.seconds(), spinner.start if spinner else partial(_say, doing))
    late.daemon = True
    with suppress(RuntimeError):  # there is no memory for a thread: then nobody is told
        late.start()
    try:
        yield
    finally:
        if late.finished.is_set():
            due.renew()
        late.cancel()
        if late.ident:
            late.join()
        if spinner:
            spinner.stop()


def _told(results: Iterator[Result], total: int, doing: str, due: _Due) -> Iterator[Result]:
    say: Callable[[int], None] | None = None
    with ExitStack() as stack:
        for done, result in enumerate(results, 1):
            if say is None and not due.seconds():
                say = stack.enter_context(_moving().bar(total, doing)) if _is_watched() else _lines(total, doing)
            if say:
                say(done)
            yield result
    if say:
        due.renew()


def _moving() -> ModuleType:
    """Load what moves on a terminal, which takes a while."""
    return import_module("digest.commands.moving")


def _lines(total: int, doing: str) -> Callable[[int], None]:
    next_line = 0.0

    def say(done: int) -> None:
        nonlocal next_line
        if monotonic() >= next_line:
            next_line = monotonic() + _PAUSE
            _say(f"{doing}, {done:,} of {total:,}")

    return say


def _say(line: str) -> None:
    """Print a plain line; that nobody reads it ends no work."""
    with suppress(BrokenPipeError):
        click.echo(f"digest: {line}", err=True)


def _is_watched() -> bool:
    return sys.stderr.isatty() and not os.environ.get("CI") and os.environ.get("TERM") != "dumb"
