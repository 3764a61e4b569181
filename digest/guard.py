"""One step of the build on one article, so that a fault in it, or a lack of time, costs that article alone."""

import signal
import threading
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import PurePath
from traceback import extract_tb
from types import FrameType
from typing import Protocol, TypeVar

from digest.engine import Engine
from digest.errors import ConfigError, DamagedError
from digest.model.problem import Problem

_AGAIN = 0.1  # seconds after which the alarm rings again, should a library have swallowed it


class Located(Protocol):
    """What comes from a file of the content folder."""

    @property
    def path(self) -> str:
        """The file's path below the content folder."""


Item = TypeVar("Item")
Piece = TypeVar("Piece", bound=Located)
Result = TypeVar("Result")


class TooSlowError(Exception):
    """A step took longer than it may."""


class _TimeUp(BaseException):
    """The time for one article is over: no error, so that no `except Exception` of a library takes it for one."""


def each(
    items: Sequence[Piece], step: Callable[[Piece], Result], engine: Engine, seconds: float
) -> tuple[list[Result], list[Problem]]:
    """Run a step on each item; return what it gave, and the problems of those on which it failed or took too long."""
    good: list[Result] = []
    problems: list[Problem] = []
    for result in engine.map(partial(guarded, step=step, seconds=seconds), items):
        if isinstance(result, Problem):
            problems.append(result)
        else:
            good.append(result)
    return good, problems


def guarded(item: Piece, step: Callable[[Piece], Result], seconds: float) -> Result | Problem:
    """Run a step on what came from one file; return the problem when it fails or takes too long.

    Lack of memory, a library that cannot be loaded and a faulty theme are no faults of the article's, and end the build.
    """
    try:
        return timed(item, step, seconds)
    except TooSlowError:
        hint = "split it, or raise 'time_limit' in digest.yaml"
        return _problem(item, rule="too-slow", message=f"takes longer than {seconds:g} s", hint=hint)
    except RecursionError:
        return _problem(item, rule="too-deep", message="is nested too deep", hint="write it flatter")
    except (MemoryError, ImportError, ConfigError, DamagedError):
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, the other articles are built
        return _problem(
            item, rule="fault", message=f"digest fails on this article ({told(error)})", hint="report it, with the article"
        )


def told(error: Exception) -> str:
    """Say in one line what went wrong in the program, and where."""
    last = extract_tb(error.__traceback__)[-1]
    return " ".join(f"{type(error).__name__} in {PurePath(last.filename).name}:{last.lineno}: {error}".split())


def timed(item: Item, step: Callable[[Item], Result], seconds: float) -> Result:
    """Run a step on an item.

    Raises TooSlowError when it takes longer than so many seconds of the processor's, so that a busy machine changes nothing.
    """
    if threading.current_thread() is not threading.main_thread():
        return step(item)  # only the main thread of a process can be called off
    _listen()
    try:
        try:
            signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
            return step(item)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    except _TimeUp as up:
        raise TooSlowError from up


@cache
def _listen() -> None:
    signal.signal(signal.SIGPROF, _ring)


def _ring(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise _TimeUp


def _problem(item: Located, *, rule: str, message: str, hint: str) -> Problem:
    return Problem(level="error", rule=rule, path=item.path, line=0, message=message, hint=hint)
