import time
from functools import partial

from builders import a_source

from digest.engines.serial import Serial
from digest.engines.timed import Timed
from digest.guard import guarded
from digest.model.source import Source


def slow(source: Source) -> str:
    time.sleep(0.01)
    return source.path


def test_time_is_counted_where_it_is_spent() -> None:
    engine = Timed(Serial())
    time.sleep(0.02)
    for _ in engine.map(partial(guarded, step=slow, seconds=1), [a_source("x") for _ in range(4)]):
        time.sleep(0.02)
    time.sleep(0.03)
    engine.end()
    assert [(stage.name, stage.items) for stage in engine.stages] == [
        ("before slow", 0),
        ("slow", 4),
        ("with results of slow", 0),
        ("after all", 0),
    ]
    least = [0.02, 0.04, 0.08, 0.03]
    assert all(stage.seconds >= seconds for stage, seconds in zip(engine.stages, least, strict=True))


def test_the_results_are_those_of_the_engine_within() -> None:
    sources = [a_source("x", f"{number}.md") for number in range(3)]
    assert list(Timed(Serial()).map(slow, sources)) == ["0.md", "1.md", "2.md"]


def test_a_step_that_is_given_more_items_goes_on() -> None:
    engine = Timed(Serial())
    for sources in ([a_source("x")], [a_source("x"), a_source("x")]):
        list(engine.map(slow, sources))
    assert [(stage.name, stage.items) for stage in engine.stages] == [
        ("before slow", 0),
        ("slow", 3),
        ("with results of slow", 0),
    ]
