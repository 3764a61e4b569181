"""The command line in odd surroundings: real processes, real pipes, no patching."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from digest.analyse import analysed
from digest.build import loaded_and_checked
from digest.commands.progress import DOING
from digest.render import render

DIGEST = f"{sys.executable} -m digest"
ARTICLE = "---\ntitle: {}\ndate: 2025-07-10\n---\n\nThe mayor of Oslo opened the bridge.\n"
C_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    for number in range(300):
        (tmp_path / "seeds" / f"{number}.md").write_text(ARTICLE.format(f"Number {number} " + "x" * 200), "utf-8")
    return tmp_path


def shell(folder: Path, line: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in the environment alone that is given."""
    surroundings = {"PATH": os.environ["PATH"], **environment}
    command = ["bash", "-o", "pipefail", "-c", line]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False, env=surroundings)


def on_a_terminal(folder: Path, command: list[str], **environment: str) -> str:
    """Run a command with a terminal for its standard error, and return what that shows."""
    ours, theirs = pty.openpty()
    surroundings = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", **environment}
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=theirs, env=surroundings):
        os.close(theirs)
        shown = b""
        while piece := _read(ours):
            shown += piece
    os.close(ours)
    return shown.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 10_000)
    except OSError:  # the last process has left the terminal
        return b""


@pytest.mark.parametrize("command", ["list -q", "list -q --format json", "entities -q"])
def test_a_reader_that_leaves_early_is_no_error_worth_a_word(project: Path, command: str) -> None:
    done = shell(project, f"{DIGEST} {command} | head -1")
    assert len(done.stdout.splitlines()) == 1
    assert not done.stderr


@pytest.mark.parametrize("command", ["build", "list", "config", "check", "--help"])
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_survived(tmp_path: Path, command: str, closed: str) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.md").write_text(ARTICLE.format("A bridge"), "utf-8")
    done = shell(tmp_path, f"{DIGEST} {command} {closed}")
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert (tmp_path / "site" / "index.html").is_file() == (command == "build")


def test_an_output_that_takes_no_more_is_told_in_one_line(project: Path) -> None:
    done = shell(project, f"{DIGEST} list > /dev/full")
    assert done.returncode == 1
    assert done.stderr == "error: No space left on device\n"


def test_no_home_and_hardly_an_environment_are_survived(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.md").write_text(ARTICLE.format("A bridge"), "utf-8")
    assert shell(tmp_path, f"unset HOME; {DIGEST} build && {DIGEST} list").returncode == 0


def test_the_locale_changes_nothing(tmp_path: Path) -> None:
    for name in ("here", "there"):
        (tmp_path / name / "seeds").mkdir(parents=True)
        (tmp_path / name / "seeds" / "žluťoučký 世界.md").write_text(ARTICLE.format("Žluťoučký “kůň” 世界"), "utf-8")
    here = shell(tmp_path / "here", f"{DIGEST} build -q && {DIGEST} list", LC_ALL="C.UTF-8")
    there = shell(tmp_path / "there", f"{DIGEST} build -q && {DIGEST} list", **C_LOCALE)
    assert (there.returncode, there.stdout, there.stderr) == (0, here.stdout, "")
    assert "世界" in there.stdout
    assert (tmp_path / "there" / "site" / "index.html").read_bytes() == (tmp_path / "here" / "site" / "index.html").read_bytes()


@pytest.mark.parametrize(
    ("environment", "options", "coloured"),
    [
        ({}, [], True),
        ({"NO_COLOR": "1"}, [], False),
        ({"NO_COLOR": "1"}, ["--color", "always"], True),
        ({}, ["--color", "never"], False),
    ],
)
def test_messages_are_coloured_on_a_terminal_unless_they_are_not_wanted_so(
    tmp_path: Path, environment: dict[str, str], options: list[str], *, coloured: bool
) -> None:
    shown = on_a_terminal(tmp_path, [sys.executable, "-m", "digest", *options, "build"], **environment)
    assert "there is no content folder" in shown
    assert ("\x1b[" in shown) == coloured


@pytest.mark.parametrize(("environment", "coloured"), [({}, False), ({"FORCE_COLOR": "1"}, True)])
def test_messages_to_a_file_are_plain_unless_colours_are_forced(
    tmp_path: Path, environment: dict[str, str], *, coloured: bool
) -> None:
    assert ("\x1b[" in shell(tmp_path, f"{DIGEST} build", **environment).stderr) == coloured


SLOW = """
from time import sleep
from digest.commands.progress import watched
from digest.engines.serial import Serial

def load(item):
    sleep(0.02)

with watched(Serial(), quiet=False) as engine:
    list(engine.map(load, range(150)))
"""


def test_long_work_shows_a_bar_on_a_terminal(tmp_path: Path) -> None:
    shown = on_a_terminal(tmp_path, [sys.executable, "-c", SLOW])
    assert "reading articles" in shown
    assert "/150" in shown


def test_long_work_says_a_plain_line_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "slow.py").write_text(SLOW, "utf-8")
    told = shell(tmp_path, f"{sys.executable} slow.py").stderr
    assert told.startswith("digest: reading articles, ")
    assert told.endswith(" of 150\n")


def test_on_a_build_server_a_terminal_gets_plain_lines(tmp_path: Path) -> None:
    shown = on_a_terminal(tmp_path, [sys.executable, "-c", SLOW], CI="true")
    assert "digest: reading articles, " in shown
    assert "\x1b" not in shown


BETWEEN = """
from time import sleep
from digest.commands.progress import watched
from digest.engines.serial import Serial

def render(item):
    sleep(item)

with watched(Serial(), quiet=False) as engine:
    list(engine.map(render, [1.2]))
    sleep(1.2)
"""


def test_a_step_of_few_items_and_what_comes_after_it_are_told_of_on_a_terminal(tmp_path: Path) -> None:
    shown = on_a_terminal(tmp_path, [sys.executable, "-c", BETWEEN])
    assert "making pages" in shown
    assert "the search index" in shown
    (tmp_path / "slow.py").write_text(BETWEEN, "utf-8")
    told = shell(tmp_path, f"{sys.executable} slow.py").stderr.splitlines()
    assert told == ["digest: making pages", "digest: making lists, feeds and the search index"]


def test_what_is_done_while_processes_are_at_work_is_told_of_too(tmp_path: Path) -> None:
    begun = BETWEEN.replace("list(engine.map(render, [1.2]))", "results = engine.map(render, [0] * 60)") + "    list(results)\n"
    (tmp_path / "slow.py").write_text(begun, "utf-8")
    assert shell(tmp_path, f"{sys.executable} slow.py").stderr.startswith("digest: making pages\n")


def test_steps_that_take_more_than_a_second_together_are_told_of_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "slow.py").write_text(
        BETWEEN.replace("sleep(1.2)", "list(engine.map(render, [0.7]))").replace("1.2", "0.7"), "utf-8"
    )
    assert shell(tmp_path, f"{sys.executable} slow.py").stderr == "digest: making pages\n"


WAITING = """
from time import sleep
from digest.commands.progress import waiting

with waiting("pushing", quiet={}):
    sleep(1.3)
with waiting("done at once", quiet=False):
    pass
"""


def test_work_whose_end_nobody_knows_is_told_of_after_a_second(tmp_path: Path) -> None:
    shown = on_a_terminal(tmp_path, [sys.executable, "-c", WAITING.format("False")])
    assert "pushing" in shown
    assert "done at once" not in shown
    (tmp_path / "slow.py").write_text(WAITING.format("False"), "utf-8")
    assert shell(tmp_path, f"{sys.executable} slow.py").stderr == "digest: pushing\n"
    (tmp_path / "slow.py").write_text(WAITING.format("True"), "utf-8")
    assert not shell(tmp_path, f"{sys.executable} slow.py").stderr


def test_every_step_of_a_build_is_told_of_in_words() -> None:
    assert {step.__name__ for step in (loaded_and_checked, analysed, render)} <= DOING.keys()
