"""The law: the same input gives the same bytes, everywhere; and the committed site is what the committed seeds give."""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack, nullcontext
from functools import cache
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from laws import Commanded, Forgetful, Project, tree

from digest.cache import ledger
from digest.cache.ledger import Ledger
from digest.cache.memory import Memory
from digest.cache.packs import Packs
from digest.cache.pages import Found, Pages, WholePages, read_from, standing
from digest.cache.stock import clock
from digest.cache.traces import Recipe
from digest.cache.values import Reader, mark
from digest.cache.version import version
from digest.engine import Engine
from digest.engines.cached import Cached
from digest.engines.pool import Pool
from digest.engines.serial import Serial
from digest.parts import FINDINGS

CHECKOUT = Path(__file__).parent.parent
LAWS = settings(max_examples=int(os.environ.get("LAW_PROJECTS", "2")), stateful_step_count=12, deadline=None)


def built(folder: Path, **environment: str) -> dict[str, bytes]:
    """Build the articles of `folder` in a process of its own and return every file of the site."""
    command = [sys.executable, "-m", "digest", "build", "-q"]
    subprocess.run(command, cwd=folder, check=True, env={**os.environ, **environment})
    return tree(folder / "site")


def seeded(folder: Path, *, backwards: bool = False) -> Path:
    """Make a project of the seed and a few more articles, written to disk in one order or the other."""
    articles = {path.name: path.read_bytes() for path in (CHECKOUT / "seeds").glob("*.txt")}
    dated = "---\ntitle: Number {0}\ndate: 2025-07-{0:02}T23:30:00-05:00\ntags: [a, b]\n---\nMayor Ana Ruiz met Ruiz in Oslo.\n"
    articles |= {f"dated-{number}.md": dated.format(number).encode() for number in range(1, 6)}
    (folder / "seeds").mkdir(parents=True)
    for name in sorted(articles, reverse=backwards):
        (folder / "seeds" / name).write_bytes(articles[name])
    return folder


def test_the_committed_site_is_what_the_committed_seeds_give(tmp_path: Path) -> None:
    (tmp_path / "seeds").symlink_to(CHECKOUT / "seeds")
    fresh, committed = built(tmp_path), tree(CHECKOUT / "site")
    assert sorted(fresh) == sorted(committed), "run make site, look at the difference, and commit it"
    differing = [path for path in fresh if fresh[path] != committed[path]]
    assert not differing, "run make site, look at the difference, and commit it"


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(seeded(tmp_path_factory.mktemp("here")), PYTHONHASHSEED="1", TZ="UTC")


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Pacific/Kiritimati"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONHASHSEED": "7"},
    ],
    ids=["time zone", "C locale", "hash seed"],
)
def test_the_surroundings_do_not_change_a_byte(tmp_path: Path, here: dict[str, bytes], environment: dict[str, str]) -> None:
    elsewhere = seeded(tmp_path / "a long way" / "off", backwards=True)
    assert here == built(elsewhere, **environment)


def test_a_second_build_changes_nothing(tmp_path: Path) -> None:
    seeded(tmp_path)
    assert built(tmp_path) == built(tmp_path)


def test_source_date_epoch_decides_what_lies_in_the_future(tmp_path: Path) -> None:
    seeded(tmp_path)
    early = built(tmp_path, SOURCE_DATE_EPOCH="0")
    late = built(tmp_path, SOURCE_DATE_EPOCH="1800000000")
    assert "2025/07/number-1/index.html" not in early
    assert "2025/07/number-1/index.html" in late


def packs(project: Path) -> Packs:
    return Packs(project / ".digest", Reader(FINDINGS))


def pages(project: Path, found: Found) -> Pages:
    return Pages(packs(project), found)


def on_disk(project: Path) -> Engine:
    """Return the engine of a command: it remembers what is on disk."""
    return Cached(Serial(), pages(project, standing(Ledger(project / ".digest", project / "site"))), version())


def in_memory() -> Callable[[Path], Engine]:
    """Return the engine of a preview: one for all builds of a project."""

    @cache
    def living(project: Path) -> Engine:
        return Cached(Serial(), Memory(WholePages(packs(project), read_from(project / "site"))), version())

    return living


def obey(law: settings, engine: Callable[[Path], Engine]) -> None:
    """Change projects at random, and hold that each build of this engine's gives what a clean one gives."""
    run_state_machine_as_test(type("Built", (Project,), {"engine": staticmethod(engine)}), settings=law)


def in_processes(project: Path) -> Engine:
    """Return the engine of many articles; here, few are many."""
    return Cached(
        Pool(2, Serial(), 2, FINDINGS), pages(project, standing(Ledger(project / ".digest", project / "site"))), version()
    )


@pytest.mark.parametrize("engine", [on_disk, in_memory(), in_processes], ids=["on disk", "in memory", "in processes"])
def test_whatever_changes_a_build_gives_what_a_clean_one_gives(engine: Callable[[Path], Engine]) -> None:
    obey(LAWS, engine)


def test_whatever_changes_the_command_gives_what_a_clean_build_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "clock", lambda cache: clock(cache) + 1_000_000_000)  # so that folders are not too young
    run_state_machine_as_test(Commanded, settings=LAWS)


def by_place(recipe: Recipe, item: object) -> object:
    return recipe.task(item)


def without_parameters(recipe: Recipe, item: object) -> object:
    return recipe.task(item), mark(item)


@pytest.mark.parametrize("key", [by_place, without_parameters])
def test_an_engine_that_forgets_what_things_were_made_from_breaks_the_law(key: Callable[[Recipe, object], object]) -> None:
    @cache
    def forgetful(project: Path) -> Engine:
        del project
        return Forgetful(key)

    with pytest.raises(AssertionError):
        obey(settings(LAWS, max_examples=100, phases=[Phase.generate], report_multiple_bugs=False), forgetful)


class Believing(Ledger):
    """A ledger that takes what it wrote to stand there still."""

    def stands(self, path: str, checksum: bytes) -> bool:
        entry = self.entry(path)
        return entry is not None and entry.checksum == checksum and Path(self._place + path).exists()


class Careless(Ledger):
    """A ledger that asks only whether there is a file, not which."""

    def stands(self, path: str, checksum: bytes) -> bool:
        entry = self.entry(path)
        return entry is not None and super().stands(path, entry.checksum) and bool(checksum)


def edit_the_site(project: Project) -> None:
    for which in range(len(tree(project.folder / "site")) - 1):
        project.edit_the_site("site", which, 0, dated=False)


def there_and_back(project: Project) -> None:
    project.write("a.md", "title: The road", "It snowed.")
    project.the_site_is_that_of_a_clean_build()
    project.write("a.md", "title: The road", "It rained.")


@pytest.mark.parametrize(("kind", "change"), [(Believing, edit_the_site), (Careless, there_and_back)])
def test_a_ledger_that_takes_files_to_stand_that_do_not_breaks_the_law(
    kind: type[Ledger], change: Callable[[Project], None]
) -> None:
    def trusting(project: Path) -> Engine:
        return Cached(Serial(), pages(project, standing(kind(project / ".digest", project / "site"))), version())

    for engine, obeys in ((on_disk, True), (trusting, False)):
        project = type("Built", (Project,), {"engine": staticmethod(engine)})()
        with ExitStack() as stack:
            stack.callback(project.teardown)
            project.write("a.md", "title: The road", "It rained.")
            project.the_site_is_that_of_a_clean_build()
            change(project)
            with nullcontext() if obeys else pytest.raises(AssertionError):
                project.the_site_is_that_of_a_clean_build()
