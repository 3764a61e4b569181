from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from builders import a_source

from digest.cache.memory import Memory
from digest.cache.packs import Packs
from digest.cache.values import Reader
from digest.engines.cached import Cached, Store
from digest.engines.serial import Serial
from digest.guard import guarded
from digest.model.page import Output
from digest.model.source import Source

Item = TypeVar("Item")
Result = TypeVar("Result")


class Counting:
    """An engine that knows on what it ran."""

    def __init__(self) -> None:
        self.ran: list[object] = []

    def map(self, step: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        self.ran += items
        return Serial().map(step, items)


def copied(source: Source, suffix: str) -> Output:
    return Output(path=source.path + suffix, content=source.content)


def faulty(source: Source) -> Output:
    raise ValueError(source.path)


SOURCES = [a_source(name, f"{name}.md") for name in "abc"]
STEP = partial(copied, suffix=".html")


def run(store: Store, sources: Sequence[Source] = SOURCES, step: Callable[[Source], Output] = STEP) -> list[str]:
    """Run a build over the sources; return on which of them the step ran, after checking what it gave."""
    engine = Counting()
    with Cached(engine, store, b"1") as cached:
        assert list(cached.map(step, sources)) == [step(source) for source in sources]
    return [source.path for source in engine.ran if isinstance(source, Source)]


@pytest.fixture(params=["packs", "memory"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Store]:
    """Open the store as the next build finds it: from disk, or as it is in the same process."""
    memory = Memory(Packs(tmp_path, Reader(())))
    return lambda: memory if request.param == "memory" else Packs(tmp_path, Reader(()))


def test_a_step_runs_once_on_what_does_not_change(opened: Callable[[], Store]) -> None:
    assert run(opened()) == ["a.md", "b.md", "c.md"]
    assert run(opened()) == []


def test_it_runs_again_on_what_changed_and_results_stay_in_order(opened: Callable[[], Store]) -> None:
    run(opened())
    assert run(opened(), [SOURCES[2], a_source("new", "b.md"), SOURCES[0], a_source("d", "d.md")]) == ["b.md", "d.md"]


def test_another_parameter_is_another_step(opened: Callable[[], Store]) -> None:
    run(opened())
    assert run(opened(), step=partial(copied, suffix=".txt")) == ["a.md", "b.md", "c.md"]


def test_problems_are_not_remembered(opened: Callable[[], Store]) -> None:
    step = partial(guarded, step=faulty, seconds=1)
    for _ in range(2):
        engine = Counting()
        with Cached(engine, opened(), b"1") as cached:
            list(cached.map(step, SOURCES))
        assert len(engine.ran) == 3


def test_what_was_made_before_a_fault_is_remembered(opened: Callable[[], Store]) -> None:
    with suppress(ValueError), Cached(Serial(), opened(), b"1") as cached:
        list(cached.map(STEP, SOURCES[:2]))
        list(cached.map(faulty, SOURCES[2:]))
    assert run(opened()) == ["c.md"]


def test_it_is_told_why_something_is_made_again(opened: Callable[[], Store]) -> None:
    run(opened())
    told: list[str] = []
    with Cached(Serial(), opened(), b"1", told.append) as cached:
        list(cached.map(STEP, [SOURCES[0], a_source("new", "b.md"), a_source("d", "d.md")]))
    assert told == ["copied b.md: content changed", "copied d.md: not in the cache"]
