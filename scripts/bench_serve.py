"""Save an article while its page is shown by `digest serve`, and print how long it takes until the page is there anew.

    python scripts/bench_serve.py [--articles 1000] [--saves 20]

A save is timed from the moment before the file is written, by way of the word to the browser that it should load the page
anew, to the page's last byte. CPU is that of the preview meanwhile, which other programs on the machine do not add to. After
each save it is waited until all other pages are made too; a page that is to be loaded anew a second time is counted. Memory is
what the preview holds of its own.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.parse import urlencode, urlsplit

from bench_peers import digest as digest_project

_ARTICLE = "7"
_REVISION = re.compile(r'data-revision="(\d+)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Save:
    """What came of a save: seconds until the word, the page and all pages, seconds of CPU until the page, and loads of it."""

    told: float
    shown: float
    whole: float
    cpu: float
    loads: int


class Preview:
    """A running preview, seen from a browser that shows the page of one article."""

    def __init__(self, process: subprocess.Popen[str], folder: Path) -> None:
        if not process.stdout:
            raise ValueError("nothing can be read of the preview")
        self.process, self.builds, self.file = process, process.stdout, folder / f"{_ARTICLE}.md"
        first = json.loads(self.builds.readline())
        parts = urlsplit(first["address"])
        self.host, self.port = parts.hostname or "", parts.port or 0
        self.page = next(path for path in first["files"] if path.endswith(f"-{_ARTICLE}/index.html"))

    def save(self, number: int) -> Save:
        """Save the article, load its page when told to, and wait for the rest."""
        words = f"Correction {number} was issued."
        stream = self.stream(self.revision())
        next(stream)
        cpu, started = self.cpu(), time.perf_counter()
        with self.file.open("a", encoding="utf-8") as file:
            file.write(f"\n{words}\n")
        while not next(stream)["reload"]:
            pass
        told = time.perf_counter() - started
        text = self.text()
        shown, used = time.perf_counter() - started, self.cpu() - cpu
        if words not in text:
            raise SystemExit("the page was to be loaded anew before it had what was saved")
        revision = int(_REVISION.findall(text)[0])
        self.builds.readline()
        whole = time.perf_counter() - started
        again = next(self.stream(revision))["reload"]
        return Save(told=told, shown=shown, whole=whole, cpu=used, loads=1 + bool(again))

    def revision(self) -> int:
        """Load the page, and return its revision."""
        return int(_REVISION.findall(self.text())[0])

    def text(self) -> str:
        """Load the page."""
        with self._get(f"/{self.page}") as answer:
            return answer.read().decode()

    def stream(self, revision: int) -> Iterator[dict[str, object]]:
        """Listen to what a browser that shows a revision of the page is told."""
        with self._get(f"/_preview/events?{urlencode({'page': self.page, 'revision': revision})}") as answer:
            for line in answer:
                if line.startswith(b"data: "):
                    yield json.loads(line.removeprefix(b"data: "))

    def cpu(self) -> float:
        """Return the seconds of CPU that the preview has taken, where the system tells."""
        try:
            counted = Path(f"/proc/{self.process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        except OSError:
            return 0
        return (int(counted[11]) + int(counted[12])) / os.sysconf("SC_CLK_TCK")  # utime and stime of proc(5)

    def memory(self) -> float:
        """Return how many MB the preview holds of its own, where the system tells; files that it has mapped may be taken back."""
        try:
            told = Path(f"/proc/{self.process.pid}/status").read_text("ascii")
        except OSError:
            return 0
        return int(re.findall(r"RssAnon:\s+(\d+) kB", told)[0]) / 1024

    def _get(self, path: str) -> HTTPResponse:
        connection = HTTPConnection(self.host, self.port, timeout=600)
        connection.request("GET", path)
        return connection.getresponse()


@contextmanager
def preview(folder: Path) -> Iterator[Preview]:
    """Run a preview of a project."""
    command = [sys.executable, "-m", "digest", "serve", "--port", "0", "--format", "json"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own
        try:
            yield Preview(process, folder / "seeds")
        finally:
            process.terminate()


def row(name: str, values: list[float]) -> str:
    """Show the median and the slowest of some times."""
    return f"{name:<28}{median(values):8.3f} s   slowest {max(values):.3f} s"


def main() -> None:
    """Print the times."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--saves", type=int, default=20)
    chosen = parser.parse_args()
    with TemporaryDirectory() as name:
        digest_project(Path(name), chosen.articles)
        with preview(Path(name)) as shown:
            built = shown.memory()
            saves = [shown.save(number) for number in range(chosen.saves)]
            held = shown.memory()
    print(f"{chosen.articles:,} articles, median of {chosen.saves} saves of one")
    print(row("told to load it anew after", [save.told for save in saves]))
    print(row("the new page is there after", [save.shown for save in saves]))
    print(row("  CPU of the preview", [save.cpu for save in saves]))
    print(row("all pages are there after", [save.whole for save in saves]))
    print(f"memory: {built:,.0f} MB after the first build, {held:,.0f} MB after all saves")
    print(f"loads of the page: {sum(save.loads for save in saves)}")


if __name__ == "__main__":
    main()
