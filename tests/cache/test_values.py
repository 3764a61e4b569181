import tracemalloc
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple, cast
from zoneinfo import ZoneInfo

import pytest
from builders import a_source, an_article, an_entity, annotated

from digest.analyse import analysed
from digest.cache.values import Reader, mark, marked, told, written
from digest.load import Loaded, load
from digest.model.article import Day, FrontMatter
from digest.model.html import Html
from digest.model.library import Analysed, Annotated
from digest.model.names import Entity, Named
from digest.model.page import Output
from digest.parts import ANNOTATORS, FINDINGS, READERS

SEEDS = Path(__file__).parents[2] / "seeds"
READER = Reader(FINDINGS)
OUTPUT = Output(path="x", content=b"y")
WHOLE = written(OUTPUT).content


class Lying(NamedTuple):
    """A shelf of one content."""

    content: bytes

    def read(self, at: int, size: int) -> bytes:
        return self.content[at : at + size]


def back(value: object, kind: type, reader: Reader = READER) -> object:
    """Write a value and read it again."""
    content = written(value).content
    return reader.read(content, kind, Lying(content), 0)


@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name)
def test_articles_and_what_was_found_in_them_come_back_as_they_were(seed: Path) -> None:
    loaded = load(a_source(seed.read_bytes(), seed.name), READERS)
    assert loaded.article
    found = analysed(loaded.article, ANNOTATORS, None)
    assert back(loaded, Loaded) == loaded
    assert back(found, Analysed) == found


def test_an_entity_that_several_articles_name_is_held_once() -> None:
    named = [
        back(annotated(an_article(title, "Ana Ruiz spoke."), an_entity("Ana Ruiz", "person", "Ruiz")), Annotated)
        for title in "AB"
    ]
    entities = [one.findings[Named].entities[0] for one in named if isinstance(one, Annotated)]
    assert entities == [an_entity("Ana Ruiz", "person", "Ruiz")] * 2
    assert entities[0] is entities[1]


def test_markup_comes_back_as_markup() -> None:
    read = back(annotated(an_article("A", "Fish & chips."), an_entity("Ana Ruiz")), Annotated)
    assert isinstance(read, Annotated)
    assert isinstance(read.article.blocks[0].html, Html)


@pytest.mark.parametrize(
    "day",
    [
        None,
        date(2025, 7, 1),
        datetime(2025, 7, 1, 23, 30, tzinfo=timezone(timedelta(hours=-5))),
        datetime(2025, 7, 2, 4, 30, 0, 12, tzinfo=UTC),
    ],
)
def test_a_day_keeps_its_kind_and_its_time_zone(day: Day) -> None:
    read = back(FrontMatter(date=day), FrontMatter)
    assert isinstance(read, FrontMatter)
    assert repr(read.date) == repr(day)


def test_other_keys_of_front_matter_come_back_whatever_they_hold() -> None:
    given = FrontMatter(extra={"people": ["Ana", {"age": 41, "tall": True, "at": None, "share": 0.5}], "none": None, "so": []})
    assert back(given, FrontMatter) == given


def test_what_differs_is_written_differently() -> None:
    instants = [datetime(2025, 7, 1, 23, 30, tzinfo=timezone(timedelta(hours=-5))), datetime(2025, 7, 2, 4, 30, tzinfo=UTC)]
    assert instants[0] == instants[1]
    assert len({mark(instant) for instant in instants}) == 2
    assert len({mark(one) for one in (1, 1.0, True, "1", b"1", None, 2**64, -0.0)}) == 8


def test_a_marked_value_is_told_apart_by_its_mark() -> None:
    one, other = (marked(an_article(title)) for title in ("One", "Other"))
    assert mark([one]) == mark([marked(an_article("One"))]) != mark([other])
    with pytest.raises(ValueError, match="nothing tells it"):
        mark(marked(an_article("\ud800")))


@pytest.mark.parametrize("value", [2**64, "\ud800", lambda: None])
def test_what_cannot_be_written_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        written(value)


@pytest.mark.parametrize("value", [[], {"path": 1, "content": b""}, {"path": "x"}])
def test_another_value_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="no Output"):
        back(value, Output)


@pytest.mark.parametrize(
    "content", [b"", b"\xc1", b"\0\0\0\0", b"\1\0\0\0\xc1", written(OUTPUT).content[:-1], written(OUTPUT).content + b"x"]
)
def test_what_is_no_value_of_the_type_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="no Output"):
        READER.read(content, Output, Lying(content), 0)


def test_findings_of_no_known_type_are_refused() -> None:
    with pytest.raises(ValueError, match="no Annotated"):
        back(annotated(an_article("A")), Annotated, Reader(()))


def test_functions_paths_and_time_zones_go_by_their_names() -> None:
    names = ("digest.load.load", str(Path("a", "b")), "Asia/Tokyo")
    assert told((load, Path("a", "b"), ZoneInfo("Asia/Tokyo"))) == told(names)


def test_entities_that_no_value_has_any_more_are_let_go() -> None:
    reader = Reader(FINDINGS)

    def read(batch: int) -> tuple[Entity, ...]:
        entities = tuple(an_entity(f"Person {batch} {number}") for number in range(1_000))
        return cast("tuple[Entity, ...]", back(entities, tuple[Entity, ...], reader))

    def read_much(batches: range) -> int:
        for batch in batches:
            read(batch)
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    kept = read(0)
    held = read_much(range(1, 30))
    assert read_much(range(30, 90)) < 2 * held
    tracemalloc.stop()
    assert all(one is other for one, other in zip(kept, read(0), strict=True))
