import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from time import sleep

import pytest

from digest.cache.ledger import Ledger
from digest.engines.ahead import ahead
from digest.model.page import Output
from digest.write import write

FILES = [Output(path=path, content=path.encode()) for path in ("index.html", "a/index.html", "a/b/index.json")]


def ledger(project: Path) -> Ledger:
    return Ledger(project / ".digest", project / "site")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write(FILES, tmp_path / "site", ledger=ledger(tmp_path))
    sleep(0.03)
    write(FILES, tmp_path / "site", ledger=ledger(tmp_path))
    return tmp_path


def is_whole(project: Path) -> bool:
    """Look in this process and in another: both must see the same."""
    here, known = ledger(project), ledger(project)
    with ahead(known.look_at_files) as known.seen_files:
        seen = known.is_whole(len(FILES))
    assert here.is_whole(len(FILES)) == seen
    assert dict(here.entries) == dict(known.entries)
    return seen


def edited(page: Path) -> None:
    page.write_text("mine")


def edited_at_the_same_size_and_time(page: Path) -> None:
    before = page.stat()
    page.write_bytes(b"x" * before.st_size)
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))


def deleted_with_its_folder(page: Path) -> None:
    shutil.rmtree(page.parent)


def replaced_by_a_link(page: Path) -> None:
    page.rename(page.with_name("elsewhere"))
    page.symlink_to("elsewhere")


@pytest.mark.parametrize(
    "change", [edited, edited_at_the_same_size_and_time, Path.unlink, deleted_with_its_folder, replaced_by_a_link]
)
def test_another_process_sees_what_this_one_would(project: Path, change: Callable[[Path], None]) -> None:
    assert is_whole(project)
    change(project / "site" / "a" / "index.html")
    assert not is_whole(project)


def test_a_file_that_only_looks_otherwise_is_read_and_known_again(project: Path) -> None:
    page = project / "site" / "a" / "index.html"
    before = ledger(project).entry("a/index.html")
    page.touch()
    known = ledger(project)
    with ahead(known.look_at_files) as known.seen_files:
        assert known.is_whole(len(FILES))
    assert before
    now = known.entry("a/index.html")
    assert now
    assert (now.mtime, now.checksum) == (page.stat().st_mtime_ns, before.checksum)
    assert now.mtime != before.mtime


def test_what_another_process_does_not_tell_is_looked_at_here(project: Path) -> None:
    def dies() -> bytes:
        os.kill(os.getpid(), signal.SIGKILL)
        return b""

    for change, expected in ((lambda _: None, True), (edited, False)):
        change(project / "site" / "index.html")
        known = ledger(project)
        with ahead(dies) as known.seen_files, ahead(dies) as known.seen_folders:
            assert known.is_whole(len(FILES)) is expected
            assert known.strangers(project / "site") in ([], None)


def test_what_was_seen_before_a_new_site_is_not_believed_of_it(project: Path) -> None:
    known = ledger(project)
    with ahead(known.look_at_files) as known.seen_files, ahead(known.look_at_folders) as known.seen_folders:
        assert known.is_whole(len(FILES))
        write(FILES, project / "site", ledger=known)
        (project / "site" / "index.html").unlink()
        assert not known.is_whole(len(FILES))
