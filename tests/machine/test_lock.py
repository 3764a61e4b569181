import os
import resource
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from digest.errors import RefusedError
from digest.machine.lock import ASIDE, STAGED, locked, workshop

HOLD = (
    "import sys; from pathlib import Path; from digest.machine.lock import locked\n"
    "with locked(Path(sys.argv[1])): print('in'); input()"
)


def test_a_second_build_is_told_who_is_at_work_and_since_when(tmp_path: Path) -> None:
    with locked(tmp_path / "site"), pytest.raises(RefusedError) as caught, locked(tmp_path / "site"):
        pass
    assert f"'site' is being built by process {os.getpid()} since 2" in str(caught.value)
    assert "--wait" in caught.value.hint


def test_a_build_that_waits_goes_on_when_the_other_has_ended(tmp_path: Path) -> None:
    told: list[str] = []

    def waiting(holder: str) -> None:
        told.append(holder)
        first.close()

    with ExitStack() as first:
        first.enter_context(locked(tmp_path / "site"))
        with locked(tmp_path / "site", waiting):
            assert (workshop(tmp_path / "site") / "lock").read_text("utf-8").count("process") == 1
    assert len(told) == 1
    assert not list(tmp_path.iterdir())


def test_the_lock_of_a_dead_build_and_what_it_left_are_taken_over(tmp_path: Path) -> None:
    room = workshop(tmp_path / "site")
    command = [sys.executable, "-c", HOLD, str(tmp_path / "site")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "in\n"
        (room / STAGED / "half").mkdir(parents=True)
        holder.kill()
    assert room.exists()
    with locked(tmp_path / "site"):
        assert [path.name for path in room.iterdir()] == ["lock"]
    assert not list(tmp_path.iterdir())


def test_a_site_that_a_dead_build_had_set_aside_comes_back(tmp_path: Path) -> None:
    (workshop(tmp_path / "site") / ASIDE).mkdir(parents=True)
    (workshop(tmp_path / "site") / ASIDE / "index.html").write_text("old", "utf-8")
    with locked(tmp_path / "site"):
        assert (tmp_path / "site" / "index.html").read_text("utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_sites_beside_each_other_are_built_at_once(tmp_path: Path) -> None:
    with locked(tmp_path / "one"), locked(tmp_path / "two"):
        assert len(list(tmp_path.iterdir())) == 2


def test_a_link_in_the_place_of_a_lock_is_refused_and_what_it_leads_to_is_left_alone(tmp_path: Path) -> None:
    workshop(tmp_path / "site").mkdir()
    (tmp_path / "precious").write_text("mine", "utf-8")
    (workshop(tmp_path / "site") / "lock").symlink_to(tmp_path / "precious")
    with pytest.raises(RefusedError, match=r"cannot be locked: .*; delete it, or name another"), locked(tmp_path / "site"):
        pass
    assert (tmp_path / "precious").read_text("utf-8") == "mine"


def test_a_folder_in_the_place_of_a_lock_is_to_be_deleted(tmp_path: Path) -> None:
    (workshop(tmp_path / "site") / "lock").mkdir(parents=True)
    with pytest.raises(RefusedError, match=r"cannot be locked: .*; delete it, or name another"), locked(tmp_path / "site"):
        pass


def test_a_lock_that_cannot_be_opened_for_want_of_files_is_not_to_be_deleted(tmp_path: Path) -> None:
    workshop(tmp_path / "site").mkdir()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, hard))
    try:
        with pytest.raises(RefusedError, match=r"cannot be locked: [^;]*; name another"), locked(tmp_path / "site"):
            pass
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
