import shutil
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event, Timer

import pytest

from digest.preview.watch import Roots, Watch


class Project:
    """A folder of articles, of templates and a configuration; `told` are the bursts of changes to them."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.seeds, self.templates = folder, folder / "seeds", folder / "templates"
        (self.seeds / "below").mkdir(parents=True)
        self.save("seeds/a.md")
        self.roots = Roots(folders=(self.seeds, self.templates), files=(folder / "digest.yaml",))
        self.watch = Watch(lambda: self.roots)

    def save(self, *names: str) -> None:
        for name in names:
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / name).write_text(str(time.monotonic()), "utf-8")

    def burst(self) -> set[str]:
        """Wait for a burst, and name its files."""
        return {path.relative_to(self.folder).as_posix() for path in self.watch.burst()}

    def later(self, act: Callable[[], None]) -> None:
        """Act while the next burst is waited for."""
        Timer(0.1, act).start()


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path.resolve())


def test_a_saved_file_is_told(project: Project) -> None:
    project.later(lambda: project.save("seeds/below/b.md"))
    assert project.burst() == {"seeds/below/b.md"}


def test_that_something_was_saved_is_known_at_once_and_told_with_what_follows(project: Project) -> None:
    assert not project.watch.has_news()
    project.save("seeds/a.md")
    while not project.watch.has_news():
        pass
    project.save("seeds/b.md")
    time.sleep(0.2)
    assert project.burst() == {"seeds/a.md", "seeds/b.md"}
    assert not project.watch.has_news()


def test_many_saves_in_a_moment_are_one_burst(project: Project) -> None:
    def save() -> None:
        for number in range(20):
            project.save("seeds/a.md", f"seeds/{number}.md")

    project.later(save)
    bursts = [project.burst()]
    while len(set().union(*bursts)) < 21:  # a busy machine may pause between two saves
        bursts.append(project.burst())
    assert len(bursts) < 21
    project.save("seeds/z.md")
    assert project.burst() == {"seeds/z.md"}


def test_saves_while_nobody_waits_are_one_burst(project: Project) -> None:
    for name in ("seeds/a.md", "seeds/b.md", "digest.yaml"):
        project.save(name)
        time.sleep(0.15)
    assert project.burst() == {"seeds/a.md", "seeds/b.md", "digest.yaml"}


def test_saves_that_never_end_are_told_all_the_same(project: Project) -> None:
    told = Event()

    def save() -> None:
        while not told.wait(0.02):
            project.save("seeds/a.md")

    project.later(save)
    assert project.burst() == {"seeds/a.md"}
    told.set()


def test_hidden_files_and_copies_of_editors_are_passed_over(project: Project) -> None:
    project.save("seeds/.a.md.swp", "seeds/a.md~", "seeds/.git/index", "elsewhere.txt")
    time.sleep(0.2)
    project.save("seeds/b.md")
    assert project.burst() == {"seeds/b.md"}


def test_a_file_that_is_replaced_renamed_or_removed_has_changed(project: Project) -> None:
    project.save("seeds/.new")
    (project.seeds / ".new").replace(project.seeds / "a.md")
    assert project.burst() == {"seeds/a.md"}
    (project.seeds / "a.md").rename(project.seeds / "b.md")
    assert project.burst() == {"seeds/a.md", "seeds/b.md"}
    (project.seeds / "b.md").unlink()
    assert project.burst() == {"seeds/b.md"}


def test_the_configuration_is_watched_when_it_comes_is_replaced_and_goes(project: Project) -> None:
    project.save("digest.yaml")
    assert project.burst() == {"digest.yaml"}
    project.save("new.yaml")
    (project.folder / "new.yaml").replace(project.folder / "digest.yaml")
    assert project.burst() == {"digest.yaml"}
    (project.folder / "digest.yaml").unlink()
    assert project.burst() == {"digest.yaml"}


def test_a_folder_that_comes_or_is_replaced_is_watched_from_then_on(project: Project) -> None:
    project.save("templates/base.html")
    assert "templates" in project.burst()
    project.save("templates/base.html")
    assert project.burst() == {"templates/base.html"}
    shutil.rmtree(project.seeds)
    assert "seeds" in project.burst()
    project.save("seeds/c.md")
    assert "seeds" in project.burst()
    project.save("seeds/c.md")
    assert project.burst() == {"seeds/c.md"}


def test_folders_that_are_configured_otherwise_are_watched_from_then_on(project: Project) -> None:
    project.save("news/a.md", "seeds/a.md")
    while not project.watch.has_news():
        pass
    project.roots = Roots(folders=(project.folder / "news",), files=())
    assert project.burst() == {"seeds/a.md"}
    project.save("news/b.md")
    assert project.burst() == {"news/b.md"}


def test_a_folder_behind_a_link_is_watched(tmp_path: Path) -> None:
    there, link = tmp_path / "there", tmp_path / "link"
    there.mkdir()
    link.symlink_to(there)
    watch = Watch(lambda: Roots(folders=(link,), files=()))
    (there / "a.md").write_text("a", "utf-8")
    assert {path.name for path in watch.burst()} == {"a.md"}


def test_a_file_that_is_only_read_has_not_changed(project: Project) -> None:
    (project.seeds / "a.md").read_text("utf-8")
    list(project.seeds.iterdir())
    time.sleep(0.2)
    project.save("seeds/b.md")
    assert project.burst() == {"seeds/b.md"}
