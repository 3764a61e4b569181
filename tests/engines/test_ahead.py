import os
import signal
import time
from pathlib import Path

import pytest

from digest.engines.ahead import ahead


def test_what_is_made_ahead_comes_whole_and_as_often_as_it_is_asked_for() -> None:
    with ahead(lambda: b"x" * 1_000_000) as made:
        assert made() == made() == b"x" * 1_000_000


def test_what_cannot_be_made_is_nothing_and_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    with ahead(lambda: bytes(1 // 0)) as made:
        assert made() == b""
    assert capfd.readouterr().err == ""


def test_a_process_that_dies_is_waited_for_in_vain_but_not_for_ever() -> None:
    def make() -> bytes:
        os.kill(os.getpid(), signal.SIGKILL)
        return b"made"

    with ahead(make) as made:
        assert made() == b""


def test_nothing_is_made_on_when_nobody_waits(tmp_path: Path) -> None:
    def make() -> bytes:
        while True:
            (tmp_path / "alive").write_text(str(time.monotonic()))

    with ahead(make):
        while not (tmp_path / "alive").exists():
            time.sleep(0.01)
    last = (tmp_path / "alive").read_text()
    time.sleep(0.1)
    assert (tmp_path / "alive").read_text() == last
