"""Kill and fail builds at many moments, and count the sites that are neither the whole old one nor the whole new one.

    python scripts/bench_crash.py [--moments 200] [--seed 1]

Three trials: `kill -9` of `digest build` at random moments, half of them while it writes; `kill -9` just before and just after
every operation on the disk; a full disk at every operation. The operations are those of a build that writes all, and of one that
shares what stands already. After each, what stands in the output folder must be one of the two sites whole, with at most the
workshop of the build beside it, and the next build must leave the new site and nothing else.
"""

import argparse
import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from digest.cache.ledger import Ledger
from digest.errors import DigestError
from digest.machine.disk import Disk
from digest.machine.lock import workshop
from digest.model.page import Output
from digest.write import write

Tree = dict[str, bytes]
Known = Callable[[Path], Ledger | None]
CACHE = ".digest"
_OPERATIONS = tuple(name for name in vars(Disk) if not name.startswith("_"))
_BUILD = [sys.executable, "-m", "digest", "build", "-q"]
_TRIES = 4  # for each death: a build may be over before its moment comes


class Watched(Disk):
    """A disk that calls `act` before or after its nth operation; `count` says how many there were."""

    def __init__(self, nth: int = 0, *, act: Callable[[], None] = lambda: None, after: bool = False) -> None:
        self.count, self._nth, self._act, self._after = 0, nth, act, after

    @property
    def is_due(self) -> bool:
        """Tell whether the operation came."""
        return self.count >= self._nth


def _watched(name: str) -> Callable[..., object]:
    operation = getattr(Disk, name)

    def watched(disk: Watched, *paths: object) -> object:
        disk.count += 1
        due = disk.count == disk._nth  # noqa: SLF001 - the class above is completed here
        if due and not disk._after:  # noqa: SLF001
            disk._act()  # noqa: SLF001
        try:
            return operation(disk, *paths)
        finally:
            if due and disk._after:  # noqa: SLF001
                disk._act()  # noqa: SLF001

    return watched


for _name in _OPERATIONS:
    setattr(Watched, _name, _watched(_name))


def tree(folder: Path) -> Tree:
    """Return every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def die() -> None:
    """End this process as a power cut would."""
    os.kill(os.getpid(), signal.SIGKILL)


def fill_up() -> None:
    """Say that the disk is full."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def outputs(content: str) -> list[Output]:
    """Make a small site; much of what it holds differs, and so do its files."""
    names = ["index.html", f"only-{content}.html", f"{content}/index.html", *(f"{month:02}/index.html" for month in range(4))]
    same = [Output(path=f"same/{number}.html", content=b"the same") for number in range(2)]
    return [*same, *(Output(path=name, content=f"{content} of {name}".encode()) for name in names)]


def ledger(site: Path) -> Ledger:
    """Open the ledger of a site, as each build does."""
    return Ledger(site.parent / CACHE, site)


def operations(after: bool, act: Callable[[], None], *, killed: bool) -> tuple[int, int]:  # noqa: FBT001
    """Let each operation of both builds go wrong once; return how many went wrong, and how many sites were not whole."""
    kinds = [_operations(after, act, known, killed=killed) for known in (lambda _: None, ledger)]
    return sum(hit for hit, _ in kinds), sum(wrong for _, wrong in kinds)


def _operations(after: bool, act: Callable[[], None], known: Known, *, killed: bool) -> tuple[int, int]:  # noqa: FBT001
    wrong = nth = 0
    new = _made("new")
    while True:
        nth += 1
        with TemporaryDirectory() as folder:
            site = Path(folder) / "site"
            for content in ("old", "new", "old"):
                write(outputs(content), site, ledger=known(site))
            (site / "CNAME").write_bytes(b"the user's")
            old = tree(site)
            disk = Watched(nth, act=act, after=after)
            reached = _in_a_process(site, disk, known) if killed else _in_this_process(site, disk, known)
            left = {path.name for path in Path(folder).iterdir()}
            whole = tree(site) in (old, new) and left <= {"site", workshop(site).name, CACHE}
            write(outputs("new"), site, ledger=known(site))
            mended = tree(site) == new and {path.name for path in Path(folder).iterdir()} <= {"site", CACHE}
            wrong += not (whole and mended)
            if not reached:
                return nth - 1, wrong


def _made(content: str) -> Tree:
    """Return a site as it must be, with what is the user's."""
    with TemporaryDirectory() as folder:
        write(outputs(content), Path(folder) / "site")
        return {**tree(Path(folder) / "site"), "CNAME": b"the user's"}


def _in_a_process(site: Path, disk: Watched, known: Known) -> bool:
    child = os.fork()
    if not child:
        write(outputs("new"), site, disk, known(site))
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def _in_this_process(site: Path, disk: Watched, known: Known) -> bool:
    with suppress(DigestError):
        write(outputs("new"), site, disk, known(site))
    return disk.is_due


def moments(count: int, chance: random.Random) -> tuple[int, int]:
    """Kill the command at random moments until `count` builds died of it; return how many, and how many sites were not whole."""
    died = wrong = 0
    with TemporaryDirectory() as folder:
        project, site = Path(folder), Path(folder) / "site"
        trees, seconds = [], 0.0
        for words in ("opened the bridge", "closed the road"):
            articles(project, words)
            started = time.perf_counter()
            subprocess.run(_BUILD, cwd=project, check=True)  # noqa: S603 - our own
            seconds = time.perf_counter() - started
            trees.append(tree(site))
        names = {path.name for path in project.iterdir()}
        for number in range(_TRIES * count):
            if died == count:
                break
            articles(project, ("opened the bridge", "closed the road")[number % 2])
            died += killed(project, chance.random(), seconds, writing=number % 4 > 1)
            left = {path.name for path in project.iterdir()}
            wrong += not (tree(site) in trees and left <= names | {workshop(site).name})
        subprocess.run(_BUILD, cwd=project, check=True)  # noqa: S603 - our own
        wrong += not (tree(site) in trees and {path.name for path in project.iterdir()} == names)
    return died, wrong


def articles(project: Path, words: str) -> None:
    """Write the articles of a project; another text makes another site, with other addresses."""
    shutil.rmtree(project / "seeds", ignore_errors=True)
    (project / "seeds").mkdir()
    for number in range(25):
        text = f"---\ntitle: Mayor {number} {words}\n---\n\nMayor Anna Ruiz {words} of Oslo on day {number}.\n"
        (project / "seeds" / f"{number}.md").write_text(text, "utf-8")


def killed(project: Path, share: float, seconds: float, *, writing: bool) -> bool:
    """Kill a build after a share of its time, or of the time in which it writes; say whether it was still running."""
    with subprocess.Popen(_BUILD, cwd=project) as running:  # noqa: S603 - our own
        staged = workshop(project / "site") / "new"
        while writing and running.poll() is None and not staged.exists():
            time.sleep(0.0005)
        time.sleep(share * (0.05 if writing else seconds))
        running.kill()
    return running.returncode == -signal.SIGKILL


def main() -> int:
    """Run the three trials and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moments", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    chance = random.Random(chosen.seed)  # noqa: S311 - a chance that can be repeated
    trials = [("kill -9 at a random moment", moments(chosen.moments, chance))]
    trials += [(f"kill -9 {word} an operation", operations(word == "after", die, killed=True)) for word in ("before", "after")]
    trials += [("disk full at an operation", operations(False, fill_up, killed=False))]  # noqa: FBT003
    for name, (hit, wrong) in trials:
        print(f"{name:28} {hit:4} hit, {wrong} sites not whole")
    return int(any(wrong for _, (_, wrong) in trials))


if __name__ == "__main__":
    sys.exit(main())
