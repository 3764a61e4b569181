"""A step and a shard of items to what the step gives, in a process beside the worker's.

So an article that brings its process down is known by name and costs no worker, and one that takes too long can be called off, as
nothing can be in the threads that workers have.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Self

from digest.cache.surroundings import surroundings
from digest.engine import died
from digest.errors import ConfigError
from digest.worker import process

_idle: list["_Process"] = []  # processes of this worker that have nothing to do


def work(step: bytes, shard: bytes, asking: Mapping[str, str]) -> list[Any]:
    """Run a pickled step on a pickled shard, for a program in certain surroundings; return what it gives for each item.

    Raises what the step raises, ConfigError when the surroundings here are others, DigestError when twice a process dies that
    works on an item.
    """
    _check(asking)
    items = pickle.loads(shard)  # noqa: S301 - from our own client # nosec B301
    done: list[Any] = []
    killer = -1
    while len(done) < len(items):
        with _Process.idle() as one:
            for fault, value in one.outcomes(step, items[len(done) :]):
                if fault:
                    raise fault
                done.append(value)
        if len(done) < len(items):
            if killer == len(done):
                raise died(items[killer], hint="it may need more memory than a worker has: split the article")
            killer = len(done)
    return done


def _check(asking: Mapping[str, str]) -> None:
    """Refuse to work for a program whose pages might differ from ours."""
    here = surroundings()
    for name in sorted(asking.keys() | here.keys()):
        theirs, ours = asking.get(name, "missing"), here.get(name, "missing")
        if theirs != ours:
            message = f"a worker has another {name} ({ours}) than this machine ({theirs})"
            raise ConfigError(message, hint="install the same on both, so that every page is made alike")


class _Process:
    """A process that does shards, one after the other; as a context it is in use."""

    def __init__(self) -> None:
        command = [sys.executable, "-X", "utf8", "-m", process.__name__]
        surroundings = os.environ | {"OPENBLAS_NUM_THREADS": "1"}
        self._process = subprocess.Popen(command, env=surroundings, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - our own

    @staticmethod
    def idle() -> "_Process":
        """Return one that has nothing to do."""
        return _idle.pop() if _idle else _Process()

    def __enter__(self) -> Self:
        return self

    def outcomes(self, step: bytes, items: Sequence[Any]) -> Iterator[tuple[Exception | None, Any]]:
        """Yield the fault or the value for each item, until a fault, or until the process dies."""
        given, results = self._process.stdin, self._process.stdout
        if not given or not results:  # never, with pipes
            return
        try:
            pickle.dump((step, items), given, pickle.HIGHEST_PROTOCOL)
            given.flush()
            for _ in items:
                yield pickle.load(results)  # noqa: S301 - from a process of ours # nosec B301
        except (EOFError, BrokenPipeError, pickle.UnpicklingError):
            self.end()

    def __exit__(self, fault: type[BaseException] | None, *_: object) -> None:
        if fault and not issubclass(fault, Exception):  # called off: what it is about to send is for nobody
            self.end()
        if self._process.poll() is None:
            _idle.append(self)

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.communicate()
