"""Runs a step on the workers of a Dask cluster: items go there in shards, and what came of them comes back in order.

When a worker dies, Dask gives its shards to others.
"""

import asyncio
import logging
import pickle
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Any, Self, TypeVar

from distributed import Client, Future, KilledWorker, Security, wait
from distributed.client import ClosedClientError
from distributed.comm.core import connect

from digest.cache.surroundings import surroundings
from digest.engine import died
from digest.errors import ConfigError, DigestError
from digest.worker.work import work

Item = TypeVar("Item")
Result = TypeVar("Result")
_SHARD = 64  # items
_AHEAD = 2  # shards for each thread of the cluster
_PATIENCE = 10  # seconds for a scheduler to answer, and for a worker to come
_PAUSE = 1  # seconds between two looks at whether there are workers still
_START = "start one with 'dask scheduler', and workers with 'dask worker ADDRESS', or mend the address"


class Dask:
    """The engine of the cluster whose scheduler has this address; as a context it is connected, if that answers in time."""

    def __init__(self, address: str, patience: float = _PATIENCE) -> None:
        self._address, self._patience = address, patience

    def __enter__(self) -> Self:
        for logger in ("distributed", "distributed.client"):
            logging.getLogger(logger).setLevel(logging.CRITICAL + 1)  # what people should know is said by our errors
        try:
            with ThreadPoolExecutor(1) as aside:  # since the caller may have a loop of its own
                aside.submit(asyncio.run, _reach(self._address, self._patience)).result()  # a client that fails to may never end
        except ValueError as error:
            raise ConfigError(f"'{self._address}' is no address of a Dask scheduler: {error}", hint=_START) from error
        except OSError as error:
            raise DigestError(f"no Dask scheduler answers at {self._address}", hint=_START) from error
        self._client = Client(self._address, timeout=self._patience)
        try:
            self._wait_for_workers()
        except BaseException:
            self._client.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def map(self, step: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        """Yield `step(item)` for each item, in order.

        Raises DigestError when the cluster is lost or is another program, or when an item brings down what works on it.
        """
        with self._held():
            pickled = self._client.submit(bytes, pickle.dumps(step, pickle.HIGHEST_PROTOCOL), pure=False)
        sent: deque[tuple[Future[Any], Sequence[Item]]] = deque()
        try:
            for first in range(0, len(items), _SHARD):
                sent.append(self._send(pickled, items[first : first + _SHARD]))
                while len(sent) > _AHEAD * self._threads():
                    yield from self._results(pickled, *sent.popleft())
            while sent:
                yield from self._results(pickled, *sent.popleft())
        finally:
            with suppress(CancelledError, OSError, RuntimeError):  # it is gone, or we are disconnected
                self._client.cancel([pickled, *(future for future, _ in sent)], force=True)

    def _send(self, step: Future[Any], items: Sequence[Any]) -> tuple[Future[Any], Sequence[Any]]:
        shard = pickle.dumps(items, pickle.HIGHEST_PROTOCOL)
        with self._held():
            return self._client.submit(work, step, shard, surroundings(), pure=False), items

    def _results(self, step: Future[Any], future: Future[Any], items: Sequence[Any]) -> Iterator[Any]:
        """Yield the results of a shard; one that kills every worker is halved until the item is found that does."""
        try:
            yield from self._result(future)
        except KilledWorker as error:
            if len(items) == 1:
                raise died(items[0], hint="it kills each worker that takes it: see what the workers say") from error
            middle = len(items) // 2
            for half in (items[:middle], items[middle:]):
                yield from self._results(step, *self._send(step, half))

    def _result(self, future: Future[Any]) -> Any:  # noqa: ANN401 - what the steps give
        with self._held():
            while not future.done():
                with suppress(TimeoutError):
                    wait([future], timeout=_PAUSE)
                    break
                if not self._threads():
                    self._wait_for_workers()
            if future.status != "error":
                return future.result()
        try:
            return future.result()
        except ModuleNotFoundError as error:
            raise ConfigError(f"a worker lacks a module: {error}", hint="install digest there as it is here") from error

    def _threads(self) -> int:
        with self._held():
            return sum(self._client.nthreads().values())

    @contextmanager
    def _held(self) -> Iterator[None]:
        """Say that the cluster was lost."""
        try:
            yield
        except (CancelledError, ClosedClientError, OSError) as error:
            raise DigestError(f"the Dask cluster at {self._address} was lost", hint="build again when it is back") from error

    def _wait_for_workers(self) -> None:
        until = monotonic() + self._patience
        while not self._threads():
            if monotonic() > until:
                raise DigestError(f"the Dask cluster at {self._address} has no worker", hint=_START)
            with suppress(TimeoutError):
                self._client.wait_for_workers(1, timeout=_PAUSE)


async def _reach(address: str, patience: float) -> None:
    """Raise ValueError for what is no address, OSError when no scheduler answers there in so many seconds."""
    connection = await connect(address, timeout=patience, **Security().get_connection_args("client"))
    await connection.close()
