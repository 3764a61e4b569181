"""A real scheduler with real workers, some of which are killed."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
import steps
from builders import a_source
from distributed import Client
from laws import tree
from project import digest

from digest.build import build
from digest.cache.surroundings import surroundings
from digest.choice import Choice
from digest.cluster.connected import connected
from digest.config import configured
from digest.engine import Engine, name
from digest.engines.dask import Dask
from digest.engines.serial import Serial
from digest.errors import ConfigError, DigestError
from digest.guard import each
from digest.worker.work import work

Item = TypeVar("Item")
Result = TypeVar("Result")
SOURCES = [a_source("x", f"{number}.md") for number in range(150)]
PATHS = [source.path for source in SOURCES]
pytestmark = pytest.mark.filterwarnings("default")  # of other people's programs that open and close connections


@contextmanager
def started(*command: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program of Dask's as long as it is wanted."""
    whole = [sys.executable, "-m", "dask", *command, "--no-dashboard"]
    where = {**os.environ, "PYTHONPATH": str(Path(steps.__file__).parent)}
    with subprocess.Popen(whole, env=where, stderr=subprocess.DEVNULL) as process:
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def a_scheduler() -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    with started("scheduler", "--host", "127.0.0.1", "--port", port) as process:
        yield f"tcp://127.0.0.1:{port}", process


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    with a_scheduler() as (address, _):
        yield address


@contextmanager
def workers(scheduler: str, number: int, folder: Path) -> Iterator[Sequence[subprocess.Popen[bytes]]]:
    """Run so many workers, and wait until they are there."""
    command = ("worker", scheduler, "--nthreads", "1", "--no-nanny", "--local-directory", str(folder / "workers"))
    with ExitStack() as stack:
        found = [stack.enter_context(started(*command)) for _ in range(number)]
        with Client(scheduler, timeout=60) as client:
            client.wait_for_workers(number, timeout=60)
        yield found


@contextmanager
def allowed(scheduler: str, deaths: int) -> Iterator[None]:
    """Have fewer workers die of a shard than Dask's 4, which would take long."""
    with Client(scheduler) as client:
        client.run_on_scheduler(steps.allow, deaths=deaths)
        yield
        client.run_on_scheduler(steps.allow, deaths=3)


class Deadly:
    """An engine during whose step of a name a worker is killed."""

    def __init__(self, engine: Engine, step: str, worker: subprocess.Popen[bytes]) -> None:
        self._engine, self._step, self._worker = engine, step, worker

    def map(self, step: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        for result in self._engine.map(step, items):
            if name(step) == self._step:
                self._worker.kill()
            yield result


def test_a_build_during_which_a_worker_is_killed_gives_the_bytes_of_a_serial_one(scheduler: str, tmp_path: Path) -> None:
    text = (
        "---\ntitle: Number {0}\ndate: 2025-07-{1:02}\ntags: [a{2}]\n---\nMayor Ana Ruiz met Jo Fox in Oslo. "
        + "It rained. " * 50
    )
    for number in range(200):
        path = tmp_path / "seeds" / f"below-{number % 3}" / f"{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.format(number, 1 + number % 28, number % 40))
    (tmp_path / "digest.yaml").write_text("search: off\n")
    config, choice = configured(None, tmp_path), Choice(now=datetime(2025, 8, 1, tzinfo=UTC))
    with workers(scheduler, 2, tmp_path) as found, connected(scheduler, config) as (engine, places):
        told = build(config, choice, Deadly(engine, "render", found[0]), places=places)
        assert found[0].wait() < 0
        assert found[1].poll() is None
        ended = digest(tmp_path, "build", "--engine", f"dask={scheduler}", "-o", "again", "--now", "2025-08-01T00:00:00Z")
        assert (ended.returncode, "wrote 200 articles" in ended.stderr) == (0, True)
    alone = replace(config, output=tmp_path / "alone")
    assert build(alone, choice, Serial()) == told
    assert tree(config.output) == tree(alone.output) == tree(tmp_path / "again")


def test_an_article_that_kills_its_process_is_named_and_no_worker_is_lost(scheduler: str, tmp_path: Path) -> None:
    with workers(scheduler, 1, tmp_path), Dask(scheduler) as engine:
        with pytest.raises(DigestError, match=r"^70.md: the process that worked on it died"):
            list(engine.map(steps.dies, SOURCES))
        assert list(engine.map(steps.path, SOURCES)) == PATHS
        with pytest.raises(LookupError, match="70") as fault:
            list(engine.map(steps.fails, SOURCES))
        assert "in fails" in fault.value.__notes__[0]
        good, problems = each(SOURCES, steps.endless, engine, 0.2)
        assert len(good) == len(SOURCES) - 1
        assert [(problem.path, problem.rule) for problem in problems] == [("70.md", "too-slow")]


def test_an_article_that_kills_every_worker_is_named(scheduler: str, tmp_path: Path) -> None:
    with workers(scheduler, 3, tmp_path), Dask(scheduler) as engine, allowed(scheduler, 0):
        with pytest.raises(DigestError) as fault:
            list(engine.map(steps.kills_its_worker, SOURCES[2:4]))
        assert str(fault.value).startswith("3.md: the process that worked on it died; it kills each worker")


def test_that_no_cluster_answers_or_has_no_worker_is_said(scheduler: str) -> None:
    with pytest.raises(DigestError, match=r"no Dask scheduler answers at tcp://127.0.0.1:9;"), Dask("tcp://127.0.0.1:9", 0.2):
        pass
    with pytest.raises(ConfigError, match="'here' is no address of a Dask scheduler"), Dask("here"):
        pass
    with pytest.raises(DigestError, match="has no worker;"), Dask(scheduler, 0.5):
        pass


def test_that_the_cluster_is_lost_is_said(tmp_path: Path) -> None:
    with a_scheduler() as (address, process), workers(address, 1, tmp_path) as (worker,), Dask(address, 0.5) as engine:
        assert list(engine.map(steps.path, SOURCES)) == PATHS
        worker.kill()
        with pytest.raises(DigestError, match="has no worker;"):
            list(engine.map(steps.path, SOURCES))
        process.kill()
        for _ in range(2):
            with pytest.raises(DigestError, match="was lost; build again"):
                list(engine.map(steps.path, SOURCES))


def test_a_worker_that_would_make_other_pages_does_not_work() -> None:
    with pytest.raises(ConfigError, match=r"another Python \(3.*\) than this machine \(2.7\); install the same"):
        work(b"", b"", {**surroundings(), "Python": "2.7"})


def test_without_dask_the_extra_is_named(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "distributed.py").write_text("raise ModuleNotFoundError('No module named distributed')")
    ended = digest(tmp_path, "build", "--engine", "dask=tcp://127.0.0.1:9", PYTHONPATH=str(tmp_path))
    assert (ended.returncode, "pip install 'news-digest[dask]'" in ended.stderr) == (2, True)
