"""Steps that the workers of a test's cluster import by name."""

import os
import signal
import time

from distributed import Scheduler

from digest.model.source import Source


def path(source: Source) -> str:
    return source.path


def dies(source: Source) -> str:
    if source.path == "70.md":
        os.kill(os.getpid(), signal.SIGKILL)
    return source.path


def kills_its_worker(source: Source) -> str:
    if source.path == "3.md":
        os.kill(os.getppid(), signal.SIGKILL)
        time.sleep(5)
    return source.path


def endless(source: Source) -> str:
    while source.path == "70.md":
        pass
    return source.path


def fails(source: Source) -> str:
    if source.path == "70.md":
        raise LookupError(source.path)
    return source.path


def allow(deaths: int, dask_scheduler: Scheduler) -> None:
    """Let so many workers die of a shard before the scheduler gives it up."""
    dask_scheduler.allowed_failures = deaths
