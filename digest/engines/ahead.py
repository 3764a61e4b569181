"""Has one thing made in a process of its own, while this one goes on with others."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import NoReturn

from digest.machine.forked import fork


@contextmanager
def ahead(make: Callable[[], bytes]) -> Iterator[Callable[[], bytes]]:
    """Begin to make something; yield what waits for it, and gives less than all of it where that failed.

    The process is a fork that is gone at the end of the context, so it is not for a program with threads.
    """
    reading, writing = os.pipe()
    process = fork()
    if not process:
        os.close(reading)
        _make(make, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as made:
        try:
            yield cache(made.read)
        finally:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)


def _make(make: Callable[[], bytes], writing: int) -> NoReturn:
    """Make it, say nothing of faults, and be gone."""
    os.closerange(3, writing)  # or a lock would be held by a build that is killed
    os.closerange(writing + 1, os.sysconf("SC_OPEN_MAX"))
    try:
        with os.fdopen(writing, "wb") as made:
            made.write(make())
    finally:
        os._exit(0)
