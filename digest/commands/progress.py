"""How far long work is: a bar on a terminal, a plain line elsewhere, nothing for what is done at once."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from threading import Timer
from time import monotonic
from typing import TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from digest.engine import Engine, name

Item = TypeVar("Item")
Result = TypeVar("Result")
_LONG, _PAUSE = 1, 10  # seconds until a step is told of, and between two plain lines
_FEW = 48  # items: less are not shared out among processes
DOING = {  # by the name of the step
    "load": "reading articles",
    "loaded_and_checked": "reading articles",
    "published": "analysing articles",
    "annotate": "analysing articles",
    "render": "making pages",
}
BETWEEN = {  # by what was done before
    "reading articles": "looking at what was read",
    "analysing articles": "planning pages",
    "making pages": "making lists, feeds and the search index",
}


class _Watched:
    """An engine that shows on the standard error how far its steps are, and that work goes on before, between and after them."""

    def __init__(self, engine: Engine, between: ExitStack) -> None:
        self._engine, self._between = engine, between
        self._wait("reading files")

    def map(self, step: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        """Yield what the engine gives, and tell of it when it takes more than a second."""
        doing = DOING.get(name(step), "working")
        results = self._engine.map(step, items)
        if len(items) < _FEW:
            self._wait(doing)
            yield from results
        else:
            self._between.close()  # processes are forked now, and no thread may be there
            yield from _told(results, len(items), doing)
        self._wait(BETWEEN.get(doing, "working"))

    def _wait(self, doing: str) -> None:
        self._between.close()
        self._between.enter_context(waiting(doing, quiet=False, line_after=_PAUSE))


@contextmanager
def watched(engine: Engine, *, quiet: bool) -> Iterator[Engine]:
    """Let an engine show how far a build is, unless it is to be quiet."""
    if quiet:
        yield engine
        return
    with ExitStack() as between:
        yield _Watched(engine, between)


@contextmanager
def waiting(doing: str, *, quiet: bool, line_after: float = _LONG) -> Iterator[None]:
    """Tell of work whose end nobody knows when it takes more than a second: that it goes on is all there is to say."""
    if quiet:
        yield
        return
    spinner = Console(stderr=True).status(doing) if _is_watched() else None
    late = Timer(_LONG, spinner.start) if spinner else Timer(line_after, partial(click.echo, f"digest: {doing}", err=True))
    late.daemon = True
    late.start()
    try:
        yield
    finally:
        late.cancel()
        late.join()
        if spinner:
            spinner.stop()


def _told(results: Iterator[Result], total: int, doing: str) -> Iterator[Result]:
    began = monotonic()
    with ExitStack() as stack:
        say: Callable[[int], None] | None = None
        for done, result in enumerate(results, 1):
            if say is None and monotonic() - began > _LONG:
                say = stack.enter_context(_bar(total, doing) if _is_watched() else _lines(total, doing))
            if say:
                say(done)
            yield result


@contextmanager
def _bar(total: int, doing: str) -> Iterator[Callable[[int], None]]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(doing, total=total)
        yield lambda done: progress.update(task, completed=done)


@contextmanager
def _lines(total: int, doing: str) -> Iterator[Callable[[int], None]]:
    due = 0.0

    def say(done: int) -> None:
        nonlocal due
        if monotonic() >= due:
            due = monotonic() + _PAUSE
            click.echo(f"digest: {doing}, {done:,} of {total:,}", err=True)

    yield say


def _is_watched() -> bool:
    return sys.stderr.isatty() and not os.environ.get("CI") and os.environ.get("TERM") != "dumb"
