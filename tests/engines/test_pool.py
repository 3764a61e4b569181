import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest
from builders import a_source

from digest.cache.packs import Packs
from digest.cache.values import Reader
from digest.engine import Engine
from digest.engines.cached import Cached
from digest.engines.pool import Pool
from digest.engines.serial import Serial
from digest.engines.shelved import Shelved
from digest.engines.timed import Timed
from digest.errors import ConfigError, DigestError
from digest.guard import each, guarded
from digest.load import load
from digest.model.source import Source
from digest.parts import FINDINGS, READERS

POOL = Pool(3, Serial())
NUMBERS = range(200)


def with_process(number: int) -> tuple[int, int]:
    return number, os.getpid()


def slower_at_first(number: int) -> int:
    time.sleep(0.05 if number < 3 else 0)
    return number * number


def fails_at_seventy(number: int) -> int:
    if number == 70:
        raise ConfigError("faulty", path="x.html", line=3, hint="mend it")
    return number


def dies_once(number: int, marks: Path) -> int:
    if number == 70 and not (marks / "died").exists():
        (marks / "died").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def dies(source: Source) -> Source:
    if source.path == "70.md":
        os.kill(os.getpid(), signal.SIGKILL)
    return source


def endless_at_seventy(source: Source) -> str:
    while source.path == "70.md":
        pass
    return source.path


def sources() -> Sequence[Source]:
    return [a_source("x", f"{number}.md") for number in NUMBERS]


def is_running(process: int | str) -> bool:
    """Tell whether a process still does anything; one that nobody has asked for its end does not."""
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


def test_results_come_in_order_from_as_many_processes() -> None:
    results = list(POOL.map(with_process, NUMBERS))
    assert [number for number, _ in results] == list(NUMBERS)
    assert len({process for _, process in results}) == 3
    assert os.getpid() not in {process for _, process in results}
    assert list(POOL.map(slower_at_first, NUMBERS)) == [number * number for number in NUMBERS]


def test_articles_come_as_they_were_whatever_their_editors_state() -> None:
    stated = ["date: 2025-07-01T23:30:00-05:00", "views: 99999999999999999999999", "share: [0.5, {at: null}]", "takeaways: []"]
    given = [a_source(f"---\ntitle: A\n{key}\n---\nA bridge.\n\n## Opening\n\n*Two* towers.", "a.md") for key in stated]
    step = partial(guarded, step=partial(load, readers=READERS), seconds=9)
    loaded = list(Pool(2, Serial(), 2, FINDINGS).map(step, given))
    assert loaded == [step(source) for source in given]
    assert [repr(one) for one in loaded] == [repr(step(source)) for source in given]


@pytest.mark.parametrize("pool", [Pool(1, Serial()), POOL])
def test_one_process_does_what_is_not_worth_more(pool: Pool) -> None:
    items = NUMBERS if pool is not POOL else range(5)
    assert {process for _, process in pool.map(with_process, items)} == {os.getpid()}


def test_a_fault_is_the_fault_that_it_was_and_says_where_it_arose() -> None:
    results = POOL.map(fails_at_seventy, NUMBERS)
    assert [next(results) for _ in range(70)] == list(range(70))
    with pytest.raises(ConfigError, match="faulty") as fault:
        next(results)
    assert str(fault.value) == "x.html:3: faulty; mend it"
    assert "in fails_at_seventy" in fault.value.__notes__[0]


def test_what_a_dead_process_worked_on_is_done_again_by_another(tmp_path: Path) -> None:
    assert list(POOL.map(partial(dies_once, marks=tmp_path), NUMBERS)) == list(NUMBERS)
    assert (tmp_path / "died").exists()


def test_an_item_that_kills_its_process_twice_is_named() -> None:
    with pytest.raises(DigestError, match="died") as fault:
        list(POOL.map(dies, sources()))
    assert fault.value.path == "70.md"


def test_the_time_limit_of_an_article_holds_in_processes() -> None:
    good, problems = each(sources(), endless_at_seventy, POOL, 0.2)
    assert len(good) == len(NUMBERS) - 1
    assert [(problem.path, problem.rule) for problem in problems] == [("70.md", "too-slow")]


def test_nobody_is_left_when_the_results_are_not_wanted() -> None:
    results = POOL.map(with_process, NUMBERS)
    processes = {next(results)[1] for _ in range(3)}
    del results
    assert not any(map(is_running, processes))


def leaves_a_mark(number: int, folder: Path) -> int:
    (folder / str(number)).touch()
    return number


@pytest.mark.parametrize(
    "around",
    [
        lambda engine, _: engine,
        lambda engine, _: Timed(engine),
        Shelved,
        lambda engine, folder: Cached(engine, Packs(folder, Reader(())), b"1"),
    ],
)
def test_work_goes_on_before_a_result_is_asked_for(around: Callable[[Engine, Path], Engine], tmp_path: Path) -> None:
    (marks := tmp_path / "marks").mkdir()
    results = around(POOL, tmp_path / "cache").map(partial(leaves_a_mark, folder=marks), NUMBERS)
    until = time.monotonic() + 5
    while len(list(marks.iterdir())) < len(NUMBERS) and time.monotonic() < until:
        time.sleep(0.01)
    assert len(list(marks.iterdir())) == len(NUMBERS)
    assert list(results) == list(NUMBERS)


def test_nobody_is_left_when_no_result_is_wanted() -> None:
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    before = children.read_text()
    results = POOL.map(with_process, NUMBERS)
    assert children.read_text() != before
    del results
    assert children.read_text() == before


def test_a_process_is_ended_when_there_is_no_other_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    before, forks = children.read_text(), iter([os.fork])

    def fork() -> int:
        try:
            return next(forks)()
        except StopIteration:
            raise BlockingIOError from None

    monkeypatch.setattr(os, "fork", fork)
    with pytest.raises(BlockingIOError):
        POOL.map(with_process, NUMBERS)
    assert children.read_text() == before


_SLOW = """
import time
from digest.engines.pool import Pool
from digest.engines.serial import Serial
def slow(number):
    time.sleep(0.01)
    return number
for result in Pool(2, Serial()).map(slow, range(10_000)):
    print(flush=True)
"""


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let processes that are started be interrupted, even where a shell started the tests in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_processes_end_with_the_one_that_started_them(end: signal.Signals) -> None:
    with subprocess.Popen([sys.executable, "-c", _SLOW], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as parent:
        assert parent.stdout
        parent.stdout.readline()
        children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children").read_text().split()
        parent.send_signal(end)
        parent.wait(5)
        time.sleep(0.3)
    assert len(children) == 2
    assert not any(map(is_running, children))


@pytest.mark.usefixtures("interruptible")
def test_an_interrupted_build_ends_at_once_with_130(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    for number in range(200):
        text = "Mayor Ana Ruiz met Jo Fox in Oslo. " * 100
        (tmp_path / "seeds" / f"{number}.md").write_text(f"---\ntitle: {number}\n---\n{text}")
    command = [sys.executable, "-m", "digest", "build", "--jobs", "2"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, start_new_session=True) as build:
        time.sleep(1.5)
        os.killpg(build.pid, signal.SIGINT)
        _, told = build.communicate(timeout=2)
    assert (build.returncode, b"Traceback" in told) == (130, False)
