"""Builds that are killed, or run short of room, memory or open files: the site is always the whole old or the whole new one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from project import without_progress

CHECKOUT = Path(__file__).parent.parent
DIGEST = [sys.executable, "-m", "digest"]
QUICK = {**os.environ, "TMPDIR": "/dev/shm" if Path("/dev/shm").is_dir() else "/tmp"}  # noqa: S108 - memory, not disk


def limited(limit: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run digest under a limit of the shell's."""
    command = ["sh", "-c", f'ulimit {limit}; exec "$@"', "sh", *DIGEST, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def tree(folder: Path) -> dict[str, bytes]:
    """Return all files but those of the cache, which has nothing that a site needs."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and ".digest" not in path.parts]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def article(folder: Path, paragraphs: int) -> Path:
    (folder / "seeds").mkdir(exist_ok=True)
    text = "\n\n".join(f"Mayor Anna Ruiz opened bridge {number} of Oslo." for number in range(paragraphs))
    (folder / "seeds" / "a.md").write_text(f"# Bridges\n\n{text}\n", "utf-8")
    return folder


def unprivileged(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run digest without the right of root to read what is closed to all."""
    plain = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    return subprocess.run([*plain, *DIGEST, *arguments], cwd=folder, capture_output=True, text=True, check=False)


def failed(done: subprocess.CompletedProcess[str], folder: Path, before: dict[str, bytes]) -> str:
    """Hold that a build ended with one clear line, and left everything as it was."""
    assert done.returncode in {1, 3}, done.stderr
    assert len(without_progress(done.stderr).splitlines()) == 1, done.stderr
    assert tree(folder) == before
    return done.stderr


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site once for all."""
    folder = article(tmp_path_factory.mktemp("built"), 2)
    limited("-n 64", folder, "build", "-q")
    return folder


@pytest.fixture
def project(tmp_path: Path, built: Path) -> Path:
    """Make a project with a site that was built before its article grew."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return article(tmp_path, 100)


@pytest.fixture
def small_disk(tmp_path: Path, built: Path) -> Iterator[Path]:
    """Mount a file system of 1 MB, with a project that fills the most of it."""
    folder = tmp_path / "small"
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], capture_output=True, check=False).returncode:
        pytest.skip("mounting is not allowed here")
    shutil.copytree(built, folder, dirs_exist_ok=True)
    (folder / "filler").write_bytes(bytes(shutil.disk_usage(folder).free - 100_000))
    yield article(folder, 3)
    subprocess.run(["umount", folder], check=True)


def test_killed_at_any_moment_and_failed_at_any_operation_the_site_is_whole() -> None:
    command = [sys.executable, str(CHECKOUT / "scripts" / "bench_crash.py"), "--moments", "4"]
    done = subprocess.run(command, env=QUICK, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count(" 0 sites not whole") == 4


def test_a_build_needs_few_open_files_and_little_memory(project: Path) -> None:
    done = limited("-n 24; ulimit -v 262144", project, "build")
    assert done.returncode == 0, done.stderr


def test_a_build_without_the_memory_it_needs_says_so(project: Path) -> None:
    assert "there is not enough memory" in failed(limited("-v 60000", project, "build"), project, tree(project))
    (project / "seeds" / "flat.txt").write_text("Bridges\n\nMayor Anna Ruiz opened a bridge.\n", "utf-8")
    before = tree(project)
    assert "cannot be loaded: libscipy_openblas" in (told := failed(limited("-v 75000", project, "build"), project, before))
    assert "free some memory" in told


def test_a_file_size_limit_leaves_the_old_site(project: Path) -> None:
    before = tree(project)
    assert "site' cannot be written: File too large; make room" in failed(limited("-f 32", project, "build"), project, before)


def test_a_full_disk_leaves_the_old_site_and_nothing_of_a_first_one(small_disk: Path) -> None:
    before = tree(small_disk)
    for more in ((), ("-o", "other")):
        done = limited("-n 64", small_disk, "build", *more)
        assert "No space left on device" in failed(done, small_disk, before)


def test_an_output_that_cannot_be_written_is_refused(small_disk: Path) -> None:
    before = tree(small_disk)
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    assert "nothing can be written beside" in failed(limited("-n 64", small_disk, "build"), small_disk, before)


def test_files_and_folders_that_may_not_be_read_are_named_and_the_others_are_built(tmp_path: Path) -> None:
    for name in ("a.md", "closed.md", "deep/closed/b.md", "deep/listed/c.md", "_closed/d.md"):
        (tmp_path / "seeds" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "seeds" / name).write_text(f"# Of {name}\n\nText.\n", "utf-8")
    closed = [tmp_path / "seeds" / name for name in ("closed.md", "deep/closed", "deep/listed", "_closed")]
    for path in closed:
        path.chmod(0o444 if path.name == "listed" else 0)
    done = unprivileged(tmp_path, "build", "--jobs", "1")
    for path in closed:
        path.chmod(0o700)
    assert done.returncode == 1, done.stderr
    reason = "cannot be read: Permission denied; check the path, and that the file may be read"
    named = ["closed.md", "deep/closed", "deep/listed/c.md"]
    assert without_progress(done.stderr).splitlines()[:-1] == [f"error: seeds/{name}: {reason}" for name in named]
    assert [path.parent.name for path in tmp_path.glob("site/undated/*/index.html")] == ["of-a-md"]


def test_a_content_folder_that_may_not_be_read_leaves_the_old_site(project: Path) -> None:
    before = tree(project)
    (project / "seeds").chmod(0)
    done = unprivileged(project, "build")
    (project / "seeds").chmod(0o700)
    assert (
        without_progress(done.stderr)
        == "error: the content folder 'seeds' cannot be read: Permission denied; check that it may be read\n"
    )
    assert (done.returncode, tree(project)) == (2, before)
