"""Build the same articles with digest, Hugo, Pelican and Eleventy, and print the times, the memory and the ratios.

    python scripts/bench_speed.py [--articles 1000] [--runs 3] [--tools hugo,pelican] [--write docs/performance.md]

The peers come from their registries into folders of their own; what cannot be had is left out. The tools take turns, and the
fastest run counts, since other programs only ever add. CPU is that of all processes of a tool; memory that of the largest one.
"""

import argparse
import os
import subprocess
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench_peers import Tool, tools


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one build took."""

    wall: float
    cpu: float
    memory: float


def run(command: Sequence[str], folder: Path) -> Run:
    """Run a build and measure it, as where Python keeps what it has compiled: elsewhere each run would compile the program."""
    where = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    nowhere = subprocess.DEVNULL
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=where, stdin=nowhere, stdout=nowhere, stderr=nowhere)  # noqa: S603 - our own
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Run(wall=time.perf_counter() - started, cpu=used.ru_utime + used.ru_stime, memory=used.ru_maxrss / 1024)


def trials(folder: Path, articles: int, runs: int, chosen: Collection[str]) -> Iterator[tuple[str, str, Run]]:
    """Yield the tool, the task and the best run of each."""
    found = [tool for tool in tools() if tool.name.startswith("digest") or not chosen or tool.name in chosen]
    contents = {tool.name: tool.write(folder / tool.name, articles) for tool in found}
    measured: dict[tuple[str, str], list[Run]] = {}
    for number in range(runs):
        for tool in found:
            _put_aside(tool, folder, number)
            measured.setdefault((tool.name, "cold build"), []).append(run(tool.command, folder / tool.name))
            with (contents[tool.name] / "7.md").open("a", encoding="utf-8") as file:
                file.write(f"\nCorrection {number} was issued.\n")
            measured.setdefault((tool.name, "one edit"), []).append(run(tool.command, folder / tool.name))
            time.sleep(0.1)
            run(tool.command, folder / tool.name)
            measured.setdefault((tool.name, "no change"), []).append(run(tool.command, folder / tool.name))
    for (tool, task), taken in measured.items():
        yield tool, task, Run(**{name: min(getattr(one, name) for one in taken) for name in Run.__slots__})


def _put_aside(tool: Tool, folder: Path, number: int) -> None:
    """Take away what a tool made.

    It is moved, not removed: for minutes ext4 gives no inode again that was just freed, and passes each of them over at every new
    file, so that who made most files last would write slowest.
    """
    for name in tool.made:
        with suppress(FileNotFoundError):
            (folder / tool.name / name).rename(folder / f"{tool.name}-{name}-{number}")


def table(articles: int, runs: int, chosen: Collection[str]) -> str:
    """Measure, and return the figures as a table in Markdown."""
    with TemporaryDirectory() as folder:
        found = {(tool, task): best for tool, task, best in trials(Path(folder), articles, runs, chosen)}
    lines = [f"{articles:,} articles of 1,050 words, {'one run each' if runs == 1 else f'the best of {runs} runs'}:", ""]
    lines += [
        "| | wall, s | CPU, s | memory, MB | wall / Hugo's cold build | CPU / Hugo's cold build |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    whole = found.get(("hugo", "cold build"))
    for (tool, task), best in sorted(found.items()):
        ratios = (f"{best.wall / whole.wall:.2f}", f"{best.cpu / whole.cpu:.2f}") if whole else ("–", "–")
        lines.append(f"| {tool}, {task} | {best.wall:.2f} | {best.cpu:.2f} | {best.memory:.0f} | {ratios[0]} | {ratios[1]} |")
    return "\n".join(lines)


def put(text: str, document: Path, mark: str) -> None:
    """Put a text into a document, between its marks."""
    before, start, rest = document.read_text("utf-8").partition(f"<!-- {mark} -->\n")
    _, end, after = rest.partition("<!-- end -->\n")
    document.write_text(f"{before}{start}{text}\n{end}{after}", "utf-8")


def main() -> None:
    """Print the table, and put it into a document between its marks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--tools", default="", help="peers, with commas; all that can be had")
    parser.add_argument("--write", type=Path)
    chosen = parser.parse_args()
    figures = table(chosen.articles, chosen.runs, [name for name in chosen.tools.split(",") if name])
    print(figures)
    if chosen.write:
        put(figures, chosen.write, "figures")


if __name__ == "__main__":
    main()
