"""A project that changes as people change one, built again after each change: what is remembered must not show in the site."""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from digest.build import build, folders
from digest.cache.ledger import MANIFEST
from digest.cache.traces import Recipe
from digest.cache.version import version
from digest.choice import Choice
from digest.commands.options import Options
from digest.commands.project import built
from digest.config import Config, configured
from digest.engine import Engine
from digest.engines.cached import Cached
from digest.engines.serial import Serial
from digest.last import LastBuild
from digest.model.report import Report
from digest.write import write

Item = TypeVar("Item")
Result = TypeVar("Result")

_NAMES = st.sampled_from(["a.md", "b.md", "c.txt", "below/a.md"])
_WORDS = st.sampled_from(["Mayor Ana Ruiz met Jo Fox in Oslo.", "Ruiz, of the Port Authority, left on 3 May.", "It rained."])
_TEXTS = st.lists(_WORDS, min_size=1, max_size=4).map("\n\n".join)
_HEADERS = st.sampled_from(
    [
        "title: The bridge",
        "title: The road\ndate: 2025-07-10\ntags: [transport]",
        "title: The bridge\ndate: 2025-07-10T23:30:00-05:00\ndraft: true",
        "title: The port\ntakeaways: [Ana Ruiz met Jo Fox., The port is closed.]",
        "title: The port\ncorrection: It was the road.\nsource: {name: The Post, licence: CC BY 4.0}",
        "title: The road\nstatus: retracted\ncorrection: It is a bridge.",
        "title: The port\npeople: [Ana, {name: Jo}]\nweight: 1.5",
        "title: [broken",
    ]
)
_ENTITIES = st.sampled_from(
    [
        "entities: []",
        "entities: [{name: Ana Ruiz, type: person, description: Mayor}]",
        "entities: [{name: Jo Fox, hide: true}, {name: Oslo, rename: Christiania}]",
        "entities: [{name: Nobody, rename: Somebody}]",
    ]
)
_SITES = st.sampled_from(["site", "site", ".digest/*.twin"])
_NO_SEARCH = "search: off\n"  # which another program makes, in a second
_CONFIGURATIONS = st.sampled_from(
    [
        "title: The Post",
        "language: de",
        "timezone: America/New_York",
        "names: declared",
        "policy: {full_text_licences: [CC0]}",
        "check: {no-date: off}",
    ]
).map(lambda text: f"{_NO_SEARCH}{text}\n")
_FOOTERS = st.sampled_from(["", "<p>{{ site.title }}</p>", "<p>{{ view.permalink }}</p>"])
_NOW = datetime(2025, 7, 11, tzinfo=UTC)


class Project(RuleBasedStateMachine):
    """A folder with articles, edits of names, a template and a configuration; `engine` gives the engine of its next build."""

    engine: Callable[[Path], Engine]

    def __init__(self) -> None:
        super().__init__()
        self._temporary = TemporaryDirectory()
        self.folder = Path(self._temporary.name)
        (self.folder / "seeds").mkdir()
        (self.folder / "templates" / "partials").mkdir(parents=True)
        (self.folder / "digest.lock.yaml").touch()
        (self.folder / "digest.yaml").write_text(_NO_SEARCH)

    def teardown(self) -> None:
        self._temporary.cleanup()

    @rule(name=_NAMES, header=_HEADERS, text=_TEXTS)
    def write(self, name: str, header: str, text: str) -> None:
        self._put(f"seeds/{name}", f"---\n{header}\n---\n{text}\n")

    @rule(name=_NAMES, text=_WORDS)
    def add_to(self, name: str, text: str) -> None:
        path = self.folder / "seeds" / name
        if path.exists():
            path.write_text(path.read_text() + f"\n{text}\n")

    @rule(old=_NAMES, new=_NAMES)
    def rename(self, old: str, new: str) -> None:
        path = self.folder / "seeds" / old
        if path.exists():
            self._put(f"seeds/{new}", path.read_text())
            if old != new:
                path.unlink()

    @rule(name=_NAMES)
    def delete(self, name: str) -> None:
        (self.folder / "seeds" / name).unlink(missing_ok=True)

    @rule(text=_ENTITIES)
    def edit_names(self, text: str) -> None:
        self._put("seeds/entities.yaml", text)

    @rule(text=_CONFIGURATIONS)
    def configure(self, text: str) -> None:
        self._put("digest.yaml", text)

    @rule(text=_FOOTERS)
    def edit_a_template(self, text: str) -> None:
        self._put("templates/partials/footer.html", text)

    @rule(at=st.integers(0, 1_000_000))
    def damage_the_cache(self, at: int) -> None:
        for path in sorted(self.folder.glob(".digest/*.pack")):
            _flip(path, at)

    @rule(at=st.integers(0, 1_000_000))
    def damage_the_ledger(self, at: int) -> None:
        for path in sorted(self.folder.glob(".digest/*.ledger")):
            _flip(path, at)

    @rule(folder=_SITES, which=st.integers(0, 1_000_000), at=st.integers(0, 1_000_000), dated=st.booleans())
    def edit_the_site(self, folder: str, which: int, at: int, *, dated: bool) -> None:
        for path in self._file_of(folder, which):
            before = path.stat()
            _flip(path, at)
            if dated:
                os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    @rule(folder=_SITES, which=st.integers(0, 1_000_000))
    def delete_from_the_site(self, folder: str, which: int) -> None:
        for path in self._file_of(folder, which):
            path.unlink()

    @rule(which=st.integers(0, 1_000_000))
    def replace_in_the_twin(self, which: int) -> None:
        for path in self._file_of(".digest/*.twin", which):
            path.unlink()
            path.symlink_to(self.folder / "seeds")
            (path.parent / "mine.html").write_text("mine")

    @rule()
    def delete_the_twin(self) -> None:
        for path in self.folder.glob(".digest/*.twin"):
            shutil.rmtree(path)

    @rule()
    def wait(self) -> None:
        sleep(0.03)

    @rule()
    def delete_the_cache(self) -> None:
        for path in self.folder.glob(".digest/*.pack"):
            path.unlink()

    @invariant()
    def the_site_is_that_of_a_clean_build(self) -> None:
        addresses, before, after = (self.folder / name for name in ("digest.lock.yaml", "before", "after"))
        shutil.copy(addresses, before)
        told = self._built_where_changed()
        addresses.rename(after)
        before.rename(addresses)
        clean = self._config("clean")
        places = replace(folders(clean), write=partial(write, folder=clean.output))
        assert build(clean, Choice(now=_NOW), Serial(), places=places) == told
        assert addresses.read_bytes() == after.read_bytes()
        assert tree(self.folder / "site") == tree(self.folder / "clean")

    def _built_where_changed(self) -> Report:
        config, engine = self._config("site"), type(self).engine(self.folder)
        last = LastBuild(config, Choice(now=_NOW), b"", strict=False)
        report = last.report()
        if not report:
            with engine if isinstance(engine, Cached) else nullcontext():
                report = build(config, Choice(now=_NOW), engine)
            last.keep(report)
        return report

    def _config(self, output: str) -> Config:
        return configured(None, self.folder, output=self.folder / output)

    def _file_of(self, folder: str, which: int) -> list[Path]:
        """Choose a file of a folder, if it has any."""
        files = (path for place in self.folder.glob(folder) for path in place.rglob("*") if path.is_file())
        found = sorted(path for path in files if path.name != MANIFEST)  # a site without it is nobody's
        return found and [found[which % len(found)]]

    def _put(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)


class Commanded(Project):
    """A project that is built as `digest build` does it, by the plan of the last build where that stands."""

    def _built_where_changed(self) -> Report:
        config = self._config("site")
        options = Options(
            file=None, base_url=None, drafts=False, future=False, now=_NOW.isoformat(), jobs=1, quiet=True, output=config.output
        )
        last = LastBuild(config, Choice(now=_NOW), version(), strict=False)
        if known := last.report():
            return known
        report = built(options, config, bytes, last)
        last.keep(report)
        return report

    @rule(name=_NAMES, text=_WORDS)
    def wait_and_add_to(self, name: str, text: str) -> None:
        """Edit an article long enough after a build for it to be known what changed."""
        sleep(0.03)
        self.the_site_is_that_of_a_clean_build()
        sleep(0.03)
        self.add_to(name, text)

    @rule(at=st.integers(0, 1_000_000))
    def damage_the_plan(self, at: int) -> None:
        for path in sorted(path for kind in ("plan", "amended", "pages") for path in self.folder.glob(f".digest/*.{kind}")):
            _flip(path, at)


class Forgetful:
    """An engine that remembers what a step gave under too short a key."""

    def __init__(self, key: Callable[[Recipe, object], object]) -> None:
        self._key = key
        self._given: dict[object, Any] = {}

    def map(self, step: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        """Yield what the step gave the last time, as far as that is known."""
        recipe = Recipe(step, b"")
        for item in items:
            key = self._key(recipe, item)
            if key not in self._given:
                self._given[key] = step(item)
            yield self._given[key]


def _flip(path: Path, at: int) -> None:
    """Change a byte of a file, in place."""
    content = bytearray(path.read_bytes())
    if content:
        content[at % len(content)] ^= 0xFF
        path.write_bytes(content)


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
