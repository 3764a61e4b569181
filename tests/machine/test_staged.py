import os
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from time import sleep

import pytest

from digest.cache import ledger
from digest.cache.ledger import MANIFEST, Ledger
from digest.cache.stock import clock
from digest.engines.ahead import ahead
from digest.errors import DigestError, RefusedError
from digest.machine.disk import Disk, Name
from digest.model.page import Output
from digest.write import write

FIRST = {"index.html": "one", "a/index.html": "a", "a/b/index.html": "b", "feed.xml": "feed", "gone/index.html": "gone"}
NEXT = {"index.html": "two", "a/index.html": "a", "a/b/index.html": "b", "feed.xml": "feed", "new/index.html": "new"}


class Counting(Disk):
    """A disk that counts what is done to it."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.kept: list[str] = []

    def write(self, path: Name, content: bytes) -> os.stat_result:
        self.written.append(Path(path).name)
        return super().write(path, content)

    def keep(self, path: Name, target: Name) -> None:
        self.kept.append(Path(path).name)
        super().keep(path, target)


def build(project: Path, files: dict[str, str], disk: Disk | None = None) -> Counting:
    """Build as a process of its own does: with the ledger that is on disk."""
    counting = Counting()
    outputs = [Output(path=path, content=content.encode()) for path, content in files.items()]
    known = Ledger(project / ".digest", project / "site")
    with looking(known.look_at_folders) as known.seen_folders:
        write(outputs, project / "site", disk or counting, known)
    return counting


def tree(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): path.read_text() for path in sorted(files)}


def twin(project: Path) -> Path:
    (found,) = (project / ".digest").glob("*.twin")
    return found


def looking(look: Callable[[], bytes]) -> AbstractContextManager[Callable[[], bytes]]:
    """Leave it to a build to look at folders when it needs to know."""
    del look
    return nullcontext(bytes)


@pytest.fixture(autouse=True, params=["looked into", "known by their times", "looked at ahead"])
def folders(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have folders known by their times too, which in so small a site are too young for that."""
    if request.param == "looked at ahead":
        monkeypatch.setitem(globals(), "looking", ahead)
    if request.param != "looked into":
        monkeypatch.setattr(ledger, "clock", lambda cache: clock(cache) + 1_000_000_000)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project whose site was built three times, so that it has a twin that shares files with it."""
    build(tmp_path, FIRST)
    build(tmp_path, NEXT)
    sleep(0.03)  # so that what stands since then is told by its size and times alone
    build(tmp_path, FIRST)
    return tmp_path


def test_only_what_differs_is_written_and_only_what_was_new_gets_a_second_name(project: Path) -> None:
    done = build(project, NEXT)
    assert sorted(done.written) == [MANIFEST, "index.html", "index.html"]
    assert done.kept == []
    again = build(project, NEXT)
    assert (again.written, sorted(again.kept)) == ([MANIFEST], ["index.html", "index.html"])
    assert tree(project / "site") == NEXT
    assert sorted(path.name for path in project.iterdir()) == [".digest", "site"]


def test_no_site_is_within_reach_of_git_and_clean_leaves_none(project: Path) -> None:
    assert (project / ".digest" / ".gitignore").read_text() == "*\n"
    Ledger(project / ".digest", project / "site").forget()
    assert sorted(path.name for path in (project / ".digest").iterdir()) == [".gitignore", "clock"]


def edited(project: Path) -> None:
    (project / "site" / "a" / "index.html").write_text("mine")


def edited_at_the_same_size_and_time(project: Path) -> None:
    for path in (project / "site").rglob("*.html"):
        before = path.stat()
        path.write_bytes(b"x" * before.st_size)
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def deleted(project: Path) -> None:
    (project / "site" / "a" / "index.html").unlink()


def folder_deleted(project: Path) -> None:
    shutil.rmtree(project / "site" / "a")


def replaced_by_a_link(project: Path) -> None:
    page = project / "site" / "a" / "index.html"
    page.rename(project / "elsewhere.html")
    page.symlink_to(project / "elsewhere.html")


def closed_to_others(project: Path) -> None:
    (project / "site" / "a" / "index.html").chmod(0o600)


def replaced_by_a_copy_and_damaged_in_the_twin(project: Path) -> None:
    page = project / "site" / "a" / "index.html"
    shutil.copy2(page, project / "site" / "copy")
    (project / "site" / "copy").replace(page)
    (twin(project) / "a" / "index.html").write_text("damaged")


def twin_deleted(project: Path) -> None:
    shutil.rmtree(twin(project))


def twin_damaged(project: Path) -> None:
    for path in [path for path in twin(project).rglob("*") if path.is_file()]:
        path.write_text("damaged")
    shutil.rmtree(twin(project) / "a")
    (twin(project) / "strange").mkdir()
    (twin(project) / "strange" / "strange.html").write_text("strange")


def twin_led_elsewhere(project: Path) -> None:
    shutil.rmtree(twin(project) / "a")
    (twin(project) / "a").symlink_to(project / "mine")
    shutil.rmtree(twin(project) / "new")
    (twin(project) / "new").symlink_to(project / "mine")


def twin_is_a_link(project: Path) -> None:
    place = twin(project)
    shutil.rmtree(place)
    place.symlink_to(project / "mine")


def twin_is_a_file(project: Path) -> None:
    place = twin(project)
    shutil.rmtree(place)
    place.write_text("mine")


def ledger_deleted(project: Path) -> None:
    next((project / ".digest").glob("*.ledger")).unlink()


def moved(project: Path) -> None:
    """Copy all, which changes every number and time but those of contents."""
    for name in ("site", ".digest"):
        shutil.copytree(project / name, project / "copy", symlinks=True)
        shutil.rmtree(project / name)
        (project / "copy").rename(project / name)


@pytest.mark.parametrize(
    "change",
    [
        edited,
        edited_at_the_same_size_and_time,
        deleted,
        folder_deleted,
        replaced_by_a_link,
        closed_to_others,
        replaced_by_a_copy_and_damaged_in_the_twin,
        twin_deleted,
        twin_damaged,
        twin_led_elsewhere,
        twin_is_a_link,
        twin_is_a_file,
        ledger_deleted,
        moved,
    ],
)
@pytest.mark.parametrize("files", [FIRST, NEXT], ids=["the same", "other"])
def test_whatever_was_done_the_next_site_is_right(project: Path, change: Callable[[Path], None], files: dict[str, str]) -> None:
    (project / "mine").mkdir()
    (project / "mine" / "index.html").write_text("years of work")
    change(project)
    for _ in range(2):
        build(project, files)
        assert tree(project / "site") == files
        assert {path.stat().st_mode & 0o777 for path in (project / "site").rglob("*.html")} == {0o644}
        assert not [path for path in (project / "site").rglob("*") if path.is_symlink()]
    assert tree(project / "mine") == {"index.html": "years of work"}
    assert sorted(path.name for path in project.iterdir() if path.name != "elsewhere.html") == [".digest", "mine", "site"]


def test_no_byte_of_the_ledger_can_change_the_site(project: Path) -> None:
    (path,) = (project / ".digest").glob("*.ledger")
    whole = path.read_bytes()
    checksum = Ledger(project / ".digest", project / "site").entry("feed.xml")
    assert checksum
    for at, byte in enumerate(whole):
        path.write_bytes(whole[:at] + bytes([byte ^ 0xFF]) + whole[at + 1 :])
        assert not Ledger(project / ".digest", project / "site").stands("feed.xml", checksum.checksum)
    path.write_bytes(whole)
    assert Ledger(project / ".digest", project / "site").stands("feed.xml", checksum.checksum)


@pytest.mark.parametrize("seconds", [0, 3])
def test_what_a_change_in_the_same_moment_made_of_a_file_is_seen(project: Path, seconds: int) -> None:
    """Where a disk tells whole seconds, or a moment is long, size and times of a file are those of another content."""
    page, known = project / "site" / "feed.xml", Ledger(project / ".digest", project / "site")
    entry = known.entry("feed.xml")
    assert entry
    page.write_text("FEED")
    found = page.stat()
    files = {"feed.xml": type(entry).of(found, entry.checksum)}
    known.keep(files, max(found.st_mtime_ns, found.st_ctime_ns) + seconds * 1_000_000_000)
    assert known.stands("feed.xml", entry.checksum) is bool(seconds)


def test_pages_and_folders_may_take_each_others_places(project: Path) -> None:
    for files in ({"a": "a page", "feed.xml": "feed"}, {"a/b": "b", "feed.xml/x": "x"}, {"a/b/c": "c"}, {"a": "a"}):
        build(project, files)
        assert tree(project / "site") == files


def test_a_page_within_another_is_told_of_as_ever_and_none_is_lost(project: Path) -> None:
    for paths in (("a", "a/index.html"), ("a/index.html", "a"), ("new/x", "new")):
        with pytest.raises(DigestError, match="cannot be written"):
            build(project, dict.fromkeys(paths, "text"))
        assert tree(project / "site") == FIRST


def test_no_empty_folder_is_left_where_pages_were(project: Path) -> None:
    build(project, {"index.html": "one"})
    assert [path.name for path in (project / "site").iterdir() if path.name != MANIFEST] == ["index.html"]


def test_the_users_files_come_along_and_go_when_they_are_deleted(project: Path) -> None:
    for name in ("CNAME", "a/notes.txt"):
        (project / "site" / name).write_text("mine")
    (project / "site" / "empty").mkdir()
    for _ in range(3):
        build(project, NEXT)
        assert tree(project / "site") == NEXT | {"CNAME": "mine", "a/notes.txt": "mine"}
        assert (project / "site" / "empty").is_dir()
    (project / "site" / "CNAME").unlink()
    (project / "site" / "empty").rmdir()
    for _ in range(2):
        build(project, NEXT)
        assert tree(project / "site") == NEXT | {"a/notes.txt": "mine"}
        assert not (project / "site" / "empty").exists()


def test_a_page_where_the_users_folder_is_a_link_is_refused_and_nothing_is_written_there(project: Path) -> None:
    (project / "mine").mkdir()
    (project / "site" / "pictures").symlink_to(project / "mine")
    build(project, FIRST)
    with pytest.raises(RefusedError, match="'pictures' in the output folder is yours"):
        build(project, FIRST | {"pictures/index.html": "page"})
    assert tree(project / "mine") == {}


def test_a_page_that_is_deleted_while_the_next_site_is_made_ends_the_build(tmp_path: Path) -> None:
    class Deleting(Disk):
        def keep(self, path: Name, target: Name) -> None:
            Path(path).unlink()
            super().keep(path, target)

    build(tmp_path, FIRST)
    with pytest.raises(DigestError, match="was removed from the site while the new one was made; build again"):
        build(tmp_path, FIRST, Deleting())
    build(tmp_path, FIRST)
    assert tree(tmp_path / "site") == FIRST


class WithoutLinks(Disk):
    """A disk whose files have one name each."""

    def keep(self, path: Name, target: Name) -> None:
        shutil.copy2(path, target, follow_symlinks=False)


class WithoutExchange(Disk):
    """A disk where no two folders change places in one step."""

    def exchange(self, one: Path, other: Path) -> bool:
        return one == other


@pytest.mark.parametrize("kind", [WithoutLinks, WithoutExchange])
def test_a_disk_that_can_do_less_is_enough(tmp_path: Path, kind: type[Disk]) -> None:
    for files in (FIRST, NEXT, NEXT, FIRST):
        build(tmp_path, files, kind())
        assert tree(tmp_path / "site") == files
        assert sorted(path.name for path in tmp_path.iterdir()) == [".digest", "site"]


def test_twins_of_folders_that_are_gone_are_dropped(project: Path) -> None:
    for _ in range(2):
        write([Output(path="index.html", content=b"x")], project / "b", ledger=Ledger(project / ".digest", project / "b"))
    assert len(list((project / ".digest").glob("*.twin"))) == 2
    shutil.rmtree(project / "b")
    build(project, NEXT)
    assert [path.suffix for path in sorted((project / ".digest").iterdir())][1:] == ["", ".ledger", ".twin"]


def into_an_empty_folder(site: Path) -> Path:
    return site / "mine" / "file.txt"


def in_the_place_of_a_file_of_the_users(site: Path) -> Path:
    (site / "CNAME").unlink()
    return site / "CNAME" / "file.txt"


def into_a_folder_of_ours(site: Path) -> Path:
    return site / "a" / "file.txt"


@pytest.mark.parametrize("place", [into_an_empty_folder, in_the_place_of_a_file_of_the_users, into_a_folder_of_ours])
def test_what_comes_into_a_known_site_stays(project: Path, place: Callable[[Path], Path]) -> None:
    site = project / "site"
    (site / "mine").mkdir()
    (site / "CNAME").write_text("example.org")
    for files in (NEXT, FIRST, NEXT):
        sleep(0.03)
        build(project, files)
    sleep(0.03)
    path = place(site)
    path.parent.mkdir(exist_ok=True)
    path.write_text("precious")
    for files in (FIRST, NEXT, FIRST):
        sleep(0.03)
        build(project, files)
        assert path.read_text() == "precious"
        assert (site / "mine").is_dir()


def test_a_known_site_that_became_a_link_is_refused(project: Path) -> None:
    sleep(0.03)
    (project / "site").rename(project / "real")
    (project / "site").symlink_to(project / "real")
    with pytest.raises(RefusedError):
        build(project, NEXT)
    assert tree(project / "real") == FIRST


def test_a_page_of_ours_that_became_a_folder_of_the_users_is_refused(project: Path) -> None:
    sleep(0.03)
    (project / "site" / "index.html").unlink()
    (project / "site" / "index.html").mkdir()
    (project / "site" / "index.html" / "mine.txt").write_text("precious")
    with pytest.raises(RefusedError):
        build(project, NEXT)
    assert (project / "site" / "index.html" / "mine.txt").read_text() == "precious"


def test_links_of_the_users_stay(project: Path) -> None:
    site = project / "site"
    (project / "elsewhere").mkdir()
    (site / "link").symlink_to(project / "elsewhere")
    (site / "a" / "link").symlink_to(project / "elsewhere")
    for files in (NEXT, FIRST, NEXT, FIRST, NEXT):
        sleep(0.03)
        build(project, files)
        assert (site / "link").is_symlink()
        assert (site / "a" / "link").is_symlink()
    assert (project / "elsewhere").is_dir()


@pytest.mark.parametrize("name", ["mine.txt", "a/mine.txt", "mine/note.txt"])
def test_what_comes_between_a_look_ahead_and_the_build_stays(project: Path, name: str) -> None:
    known = Ledger(project / ".digest", project / "site")
    with ahead(known.look_at_folders) as known.seen_folders:
        assert known.seen_folders()
        (project / "site" / name).parent.mkdir(exist_ok=True)
        (project / "site" / name).write_text("mine")
        write([Output(path=path, content=content.encode()) for path, content in NEXT.items()], project / "site", ledger=known)
    assert tree(project / "site") == {**NEXT, name: "mine"}
