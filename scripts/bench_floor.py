"""Print what the pages of a site cost apart from all thought about them: filling ready views into templates, and the disk.

    python scripts/bench_floor.py [--articles 1000]

Articles are read and analysed, and pages and their views made, while no time is taken. It is what a build in Python with Jinja
costs at least that makes these pages, and is set beside the whole of Hugo's build of the same articles, where that can be had.
Times are CPU seconds of one process.
"""

import argparse
import os
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import bench_peers
import bench_speed

from digest import build, permalinks
from digest.choice import Choice
from digest.config import configured
from digest.engines.serial import Serial
from digest.machine.disk import Disk
from digest.model.page import Composed, Later, Templated, Verbatim
from digest.parts import LISTINGS, PAGE_TYPES
from digest.plan import plan
from digest.render import compiled, environment

_FILLING, _DATA, _DISK = "filling views into templates", "feeds and data", "writing files"


@contextmanager
def _timed(taken: Counter[str], what: str) -> Iterator[None]:
    started = time.process_time()
    yield
    taken[what] += time.process_time() - started


def floor(folder: Path) -> tuple[Counter[str], int]:
    """Make the pages of a project in `folder`; return the seconds of each kind of work, and how many files that were."""
    taken: Counter[str] = Counter()
    config = configured(folder / "digest.yaml", folder)
    gathered = build.gather(config, Choice(now=datetime(2030, 1, 1, tzinfo=UTC)), Serial())
    ready = build.planned(gathered, config)
    compiled(ready.templates, ready.site.wording)  # as they are kept between builds
    quick, write, files = environment(ready.templates, ready.site.wording), _written(folder / "floor"), 0
    for page in plan(ready.library, ready.site, PAGE_TYPES, LISTINGS):
        match page.body:
            case Templated() as body:
                view = body.shown(ready.site)
                with _timed(taken, _FILLING):
                    content = quick.rendered(body.template, {"view": view, "site": ready.site}).encode()
            case Later() as body:
                with _timed(taken, _DATA):
                    content = body.made(ready.site)
            case Composed() as body:
                content = body.compose()
            case Verbatim() as body:
                content = body.content
            case _:
                continue
        with _timed(taken, _DISK):
            write(permalinks.file(page.permalink), content)
        files += 1
    return taken, files


def _written(root: Path) -> Callable[[str, bytes], None]:
    """Return what writes a file below a folder, and knows which folders there are."""
    disk, folders = Disk(), set[str]()

    def write(path: str, content: bytes) -> None:
        place = f"{root}{os.sep}{path}"
        above = place.rpartition(os.sep)[0]
        if above not in folders:
            disk.make_folder(above)
            folders.add(above)
        disk.write(place, content)

    return write


def main() -> None:
    """Print the seconds of each kind of work."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    articles = parser.parse_args().articles
    with TemporaryDirectory() as name:
        folder = Path(name)
        bench_peers.digest(folder, articles)
        taken, files = floor(folder)
        hugo = next((tool for tool in bench_peers.tools() if tool.name == "hugo"), None)
        if hugo:
            hugo.write(folder / "hugo", articles)
            taken["Hugo's whole build, in all its processes"] = bench_speed.run(hugo.command, folder / "hugo").cpu
    print(f"{articles:,} articles, {files:,} files of digest's, seconds of CPU:")
    for what, seconds in taken.items():
        print(f"{seconds:8.2f}  {what}")


if __name__ == "__main__":
    main()
