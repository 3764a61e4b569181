"""How far long work is: a bar on a terminal, a plain line elsewhere, nothing for what is done at once."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
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
_FEW = 100  # items, which take no time but on a machine that does much else
DOING = {  # by the name of the step
    "load": "reading articles",
    "loaded_and_checked": "reading articles",
    "published": "analysing articles",
    "annotate": "analysing articles",
    "render": "making pages",
}


class Watched:
    """An engine that shows on the standard error how far its steps are."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def map(self, step: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        """Yield what the engine gives, and tell of it when it takes more than a second."""
        results = self._engine.map(step, items)
        return results if len(items) < _FEW else _told(results, len(items), DOING.get(name(step), "working"))


def watched(engine: Engine, *, quiet: bool) -> Engine:
    """Let an engine show how far its steps are, unless it is to be quiet."""
    return engine if quiet else Watched(engine)


@contextmanager
def waiting(doing: str, *, quiet: bool) -> Iterator[None]:
    """Tell of work whose end nobody knows when it takes more than a second: that it goes on is all there is to say."""
    spinner = Console(stderr=True).status(doing) if _is_watched() else None
    late = Timer(_LONG, spinner.start if spinner else lambda: click.echo(f"digest: {doing}", err=True))
    late.daemon = True
    if not quiet:
        late.start()
    try:
        yield
    finally:
        late.cancel()
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
