import re
import time
from contextlib import suppress
from threading import Thread

import pytest
from builders import a_source

from digest.guard import guarded
from digest.model.problem import Problem
from digest.model.source import Source


def endless(_: Source) -> str:
    while True:
        sum(range(1_000))


def stubborn(_: Source) -> str:
    """Swallow what it can, as a library may."""
    while True:
        with suppress(Exception):
            sum(range(1_000))


def in_an_expression(_: Source) -> str:
    return str(re.search(r"(?:a|a)*$", "a" * 40 + "b"))


def faulty(source: Source) -> str:
    return source.path.index("not\nthere") * "x"


def deep(source: Source) -> str:
    return deep(source)


def problem(found: str | Problem) -> Problem:
    assert isinstance(found, Problem)
    assert (found.level, found.path) == ("error", "article.md")
    return found


@pytest.mark.parametrize("step", [endless, stubborn, in_an_expression])
def test_what_takes_too_long_is_called_off(step: object) -> None:
    assert callable(step)
    started = time.process_time()
    found = problem(guarded(a_source(""), step, 0.05))
    assert time.process_time() - started < 1
    assert (found.rule, found.message) == ("too-slow", "takes longer than 0.05 s")
    assert "time_limit" in found.hint


def test_what_is_in_time_gives_its_result_and_the_next_has_all_its_time() -> None:
    def slow(source: Source) -> str:
        started = time.process_time()
        while time.process_time() - started < 0.1:
            sum(range(1_000))
        return source.path

    for _ in range(3):
        assert guarded(a_source(""), slow, 0.2) == "article.md"


def test_a_fault_of_ours_is_named_with_its_place_and_the_other_articles_go_on() -> None:
    found = problem(guarded(a_source(""), faulty, 1))
    assert re.fullmatch(r"digest fails on this article \(ValueError in test_guard.py:\d+: substring not found\)", found.message)
    assert problem(guarded(a_source(""), deep, 5)).rule == "too-deep"


def test_lack_of_memory_ends_the_build() -> None:
    def greedy(_: Source) -> str:
        raise MemoryError

    with pytest.raises(MemoryError):
        guarded(a_source(""), greedy, 1)


def test_other_threads_work_without_a_limit() -> None:
    found: list[str | Problem] = []
    thread = Thread(target=lambda: found.append(guarded(a_source(""), lambda source: source.path, 0.01)))
    thread.start()
    thread.join()
    assert found == ["article.md"]
