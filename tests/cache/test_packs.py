import multiprocessing
import os
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

import pytest

from digest.cache.packs import Packs
from digest.cache.values import Reader
from digest.model.page import Output

OUTPUT = Output(path="index.html", content=b"<p>Hello</p>")
ALL = {number.to_bytes(16, "big") for number in range(20)}


def packs(folder: Path) -> Packs:
    return Packs(folder, Reader(()))


@contextmanager
def limited(size: int) -> Iterator[None]:
    """Let no file grow over a size, as if the disk were full."""
    before, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, handler)


def key(number: int) -> bytes:
    return number.to_bytes(16, "big")


def remember(folder: Path, *numbers: int) -> None:
    """Have a build of its own put some outputs, and use all that there are."""
    build = packs(folder)
    for number in numbers:
        build.put(key(number), OUTPUT, f"render /{number}/", {"view/title": number})
    build.keep(ALL)


def known(folder: Path, *numbers: int) -> list[int]:
    """Return which of the keys give the output."""
    found = packs(folder)
    return [number for number in numbers if found.get(key(number), Output) == OUTPUT]


def test_what_a_build_put_the_next_one_gets(tmp_path: Path) -> None:
    remember(tmp_path / "cache", 1, 2)
    assert known(tmp_path / "cache", 1, 2, 3) == [1, 2]


def test_no_byte_of_a_pack_can_change_a_result(tmp_path: Path) -> None:
    remember(tmp_path, 1, 2)
    (pack,) = tmp_path.glob("*.pack")
    whole = pack.read_bytes()
    lost = 0
    for at, byte in enumerate(whole):
        pack.write_bytes(whole[:at] + bytes([byte ^ 0xFF]) + whole[at + 1 :])
        found = packs(tmp_path)
        values = [found.get(key(number), Output) for number in (1, 2)]
        assert set(values) <= {None, OUTPUT}
        assert OUTPUT in values
        lost += None in values
    assert lost > len(OUTPUT.content)


def test_a_pack_that_was_cut_off_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    remember(tmp_path, 1, 2)
    (pack,) = tmp_path.glob("*.pack")
    whole = pack.read_bytes()
    for length in range(len(whole)):
        pack.write_bytes(whole[:length])
        assert known(tmp_path, 1, 2) in ([], [1], [1, 2])


def test_another_type_is_not_given(tmp_path: Path) -> None:
    remember(tmp_path, 1)
    assert packs(tmp_path).get(key(1), str) is None


def test_what_was_not_used_for_long_is_dropped(tmp_path: Path) -> None:
    remember(tmp_path, *range(10))
    for _ in range(2):
        build = packs(tmp_path)
        build.keep({key(1)})
    assert known(tmp_path, *range(10)) == [1]


def test_a_build_that_failed_forgets_nothing(tmp_path: Path) -> None:
    remember(tmp_path, 1, 2, 3)
    build = packs(tmp_path)
    build.put(key(4), OUTPUT, "render /4/", {})
    build.keep(None)
    assert known(tmp_path, 1, 2, 3, 4) == [1, 2, 3, 4]


def test_many_packs_are_joined(tmp_path: Path) -> None:
    for number in range(20):
        remember(tmp_path, number)
    assert known(tmp_path, *range(20)) == list(range(20))
    assert len(list(tmp_path.glob("*.pack"))) < 10


def test_a_large_pack_is_not_written_anew_for_many_small_ones(tmp_path: Path) -> None:
    build = packs(tmp_path)
    build.put(key(0), Output(path="large.html", content=bytes(10_000)), "render /large/", {})
    build.keep(None)
    (large,) = tmp_path.glob("*.pack")
    for number in range(1, 20):
        remember(tmp_path, number)
    assert large.exists()
    assert len(list(tmp_path.glob("*.pack"))) < 10
    assert known(tmp_path, *range(1, 20)) == list(range(1, 20))


def test_a_build_that_made_nothing_writes_nothing(tmp_path: Path) -> None:
    remember(tmp_path, 1)
    before = sorted(tmp_path.iterdir())
    packs(tmp_path).keep(ALL)
    assert sorted(tmp_path.iterdir()) == before


def test_builds_at_one_time_lose_nothing(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        pool.starmap(remember, [(tmp_path, number) for number in range(6)])
    assert known(tmp_path, *range(6)) == list(range(6))


def test_what_a_killed_build_left_is_removed_the_day_after(tmp_path: Path) -> None:
    for name in ("old.part", "young.part"):
        (tmp_path / name).write_bytes(b"x")
    os.utime(tmp_path / "old.part", (0, 0))
    remember(tmp_path, 1)
    assert [path.name for path in tmp_path.glob("*.part")] == ["young.part"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    remember(tmp_path / "cache", 1)
    assert known(tmp_path / "cache", 1) == []


def test_a_file_in_the_place_of_the_folder_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("mine")
    remember(tmp_path / "cache", 1)
    assert (tmp_path / "cache").read_text() == "mine"


def test_it_is_known_what_a_task_was_made_from(tmp_path: Path) -> None:
    remember(tmp_path, 1)
    assert packs(tmp_path).parts("render /1/") == {"view/title": 1}
    assert packs(tmp_path).parts("render /2/") is None


def test_a_full_disk_takes_no_pack_and_no_more_is_tried(tmp_path: Path) -> None:
    remember(tmp_path, 1)
    build = packs(tmp_path)
    with limited(len(next(tmp_path.glob("*.pack")).read_bytes()) // 2):
        build.put(key(2), Output(path="x", content=bytes(100_000)), "render /2/", {})
    build.put(key(3), OUTPUT, "render /3/", {})
    build.keep(ALL)
    assert known(tmp_path, 1, 2, 3) == [1]
    assert len(list(tmp_path.iterdir())) == 2


def test_what_is_damaged_does_not_become_whole_when_packs_are_joined(tmp_path: Path) -> None:
    for number in range(12):
        remember(tmp_path, number)
        for path in tmp_path.glob("*.pack"):
            content = path.read_bytes()
            path.write_bytes(content.replace(b"Hello", b"Hallo"))
    assert known(tmp_path, *range(12)) == []
    found = packs(tmp_path)
    assert {found.get(key(number), Output) for number in range(12)} == {None}


def test_each_of_many_entries_is_found_whether_few_are_asked_for_or_all(tmp_path: Path) -> None:
    keys = [blake2b(key(number), digest_size=16).digest() for number in range(1200)]
    for half in (keys[:600], keys[500:]):  # some of them twice: the last holds
        build = packs(tmp_path)
        for one in half:
            build.put(one, Output(path=one.hex(), content=half[0]), one.hex(), {})
        build.keep(None)
    found = packs(tmp_path)
    for _ in range(2):
        assert found.get(key(1), Output) is None
        for at, one in enumerate(keys):
            assert found.get(one, Output) == Output(path=one.hex(), content=keys[500] if at >= 500 else keys[0])
