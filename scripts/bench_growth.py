"""Measure how the cost of a cold build grows with the articles, draw it, and do the sum for archives that fit no machine here.

    python scripts/bench_growth.py [--sizes 1000,3000] [--without-search] [--plot growth.svg]
        [--write docs/performance.md] [--sum docs/scale.md]

Each size is built once, in one process; without a search index, if that is asked for: Pagefind needs most of the memory.
What an article more costs is taken from the two largest sizes.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import floor, log10
from pathlib import Path
from tempfile import TemporaryDirectory

from bench_peers import digest
from bench_speed import Run, put, run

_BUILD = [sys.executable, "-m", "digest", "build", "--quiet", "--jobs", "1"]
_WIDTH, _HEIGHT, _LEFT, _TOP, _BOTTOM, _GAP = 360, 200, 56, 28, 36, 40
_LABEL = 56
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Grown:
    """A site of so many articles: what its build took, and what it made."""

    articles: int
    run: Run
    files: int
    size: int
    index: int
    addresses: int
    library: int
    urls: int

    def values(self) -> Mapping[str, float]:
        """Return what may grow, by name."""
        return {
            "CPU, s": self.run.cpu,
            "memory, MB": self.run.memory,
            "files": self.files,
            "site, MB": self.size / _MEGABYTE,
            "search index, MB": self.index / _MEGABYTE,
            "digest.lock.yaml, MB": self.addresses / _MEGABYTE,
            "library.json, MB": self.library / _MEGABYTE,
            "addresses in the sitemap": self.urls,
        }


def grown(articles: int, *, search: bool) -> Grown:
    """Build a site from cold."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        digest(folder, articles)
        with (folder / "digest.yaml").open("a") as settings:
            settings.write("" if search else "search: off\n")
        taken = run(_BUILD, folder)
        files = {path.relative_to(folder / "site"): path for path in (folder / "site").rglob("*") if path.is_file()}
        sizes = {name: path.stat().st_size for name, path in files.items()}
        return Grown(
            articles=articles,
            run=taken,
            files=len(files),
            size=sum(sizes.values()),
            index=sum(size for name, size in sizes.items() if name.parts[:2] == ("search", "index")),
            addresses=(folder / "digest.lock.yaml").stat().st_size,
            library=sum(size for name, size in sizes.items() if name.name == "library.json"),
            urls=sum(path.read_text("utf-8").count("<url>") for name, path in files.items() if name.name.startswith("sitemap")),
        )


def table(found: Sequence[Grown]) -> str:
    """Return the figures as a table in Markdown, with what an article more costs."""
    heads = [f"{one.articles:,}" for one in found]
    lines = [f"| articles | {' | '.join(heads)} | an article more |", f"|---|{'--:|' * (len(heads) + 1)}"]
    for name in found[0].values():
        cells = [_rounded(one.values()[name], 3) for one in found]
        lines.append(f"| {name} | {' | '.join(cells)} | {_rounded(slopes(found)[name])} |")
    return "\n".join(lines)


def slopes(found: Sequence[Grown]) -> Mapping[str, float]:
    """Return by name what an article more costs."""
    before, last = found[-2:]
    more = last.articles - before.articles
    return {name: (value - before.values()[name]) / more for name, value in last.values().items()}


def plot(found: Sequence[Grown]) -> str:
    """Draw CPU and memory over the articles, each with the straight line through its origin and its last point."""
    width, height = 2 * (_WIDTH + _GAP), _HEIGHT + _TOP + _BOTTOM
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12">',
        "<title>Time and memory of a cold build, by number of articles</title>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for index, name in enumerate(("CPU, s", "memory, MB")):
        parts += _panel(name, [(one.articles, one.values()[name]) for one in found], index * (_WIDTH + _GAP))
    return "\n".join([*parts, "</svg>", ""])


def _panel(name: str, points: Sequence[tuple[int, float]], at: int) -> Iterator[str]:
    most, highest = points[-1][0], max(value for _, value in points)
    left, right, bottom = at + _LEFT, at + _WIDTH, _TOP + _HEIGHT

    def place(x: float, y: float) -> tuple[float, float]:
        return round(left + x / most * (right - left), 1), round(bottom - y / highest * _HEIGHT, 1)

    yield f'<text x="{left}" y="18" fill="#222">{name}</text>'
    yield f'<path d="M{left},{_TOP}V{bottom}H{right}" fill="none" stroke="#999"/>'
    end = place(*points[-1])
    yield f'<path d="M{left},{bottom}L{end[0]},{end[1]}" stroke="#bbb" stroke-dasharray="4 4"/>'
    line = " ".join("{},{}".format(*place(*point)) for point in points)
    yield f'<polyline points="{line}" fill="none" stroke="#a3341f" stroke-width="2"/>'
    free = float(right)  # of the line of labels, which a label near the one to its right would write over
    for articles, value in reversed(points):
        x, y = place(articles, value)
        yield f'<circle cx="{x}" cy="{y}" r="3.5" fill="#a3341f"><title>{articles:,}: {value:,.1f}</title></circle>'
        if x <= free:
            yield f'<text x="{x}" y="{bottom + 16}" text-anchor="end" fill="#222">{articles:,}</text>'
            free = x - _LABEL
    for value in (0, highest):
        yield f'<text x="{left - 6}" y="{place(0, value)[1] + 4}" text-anchor="end" fill="#222">{value:,.0f}</text>'


def total(found: Sequence[Grown]) -> str:
    """Return the sum for large archives as a table in Markdown."""
    each, sizes = slopes(found), (100_000, 10_000_000, 100_000_000)
    rows = {
        "CPU of all workers and the client, core hours": lambda n: each["CPU, s"] * n / 3600,
        "memory of the client, GB": lambda n: each["memory, MB"] * n / 1000,
        "files": lambda n: each["files"] * n,
        "site, GB": lambda n: each["site, MB"] * n / 1000,
        "shards of 64 articles": lambda n: n / 64,
        "sitemaps of 50,000 addresses": lambda n: each["addresses in the sitemap"] * n / 50_000,
        "search index, GB": lambda n: each["search index, MB"] * n / 1000,
        "`digest.lock.yaml`, GB": lambda n: each["digest.lock.yaml, MB"] * n / 1000,
        "`library.json`, GB": lambda n: each["library.json, MB"] * n / 1000,
    }
    lines = [f"| articles | {' | '.join(f'{size:,}' for size in sizes)} |", f"|---|{'--:|' * len(sizes)}"]
    lines += [f"| {name} | {' | '.join(_rounded(needed(size)) for size in sizes)} |" for name, needed in rows.items()]
    return "\n".join(lines)


def _rounded(value: float, places: int = 2) -> str:
    """Write a figure with so many digits that count: more are not known."""
    digits = places - 1 - floor(log10(value)) if value > 0 else 0
    return f"{round(value, digits):,.{max(0, digits)}f}"


def main() -> None:
    """Print the table, draw the plot, and put both sums into documents between their marks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,3000")
    parser.add_argument("--without-search", action="store_true")
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--sum", type=Path)
    chosen = parser.parse_args()
    found: list[Grown] = []
    for size in sorted(map(int, chosen.sizes.split(","))):
        found.append(grown(size, search=not chosen.without_search))
        print(found[-1], flush=True)
    print(table(found))
    print(total(found))
    if chosen.plot:
        chosen.plot.write_text(plot(found), "utf-8")
    if chosen.write:
        put(table(found), chosen.write, "growth")
    if chosen.sum:
        put(total(found), chosen.sum, "sum")


if __name__ == "__main__":
    main()
