import os
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from digest.build import build
from digest.choice import Choice
from digest.config import configured
from digest.engines.serial import Serial
from digest.last import LastBuild
from digest.model.report import Report

NOW = datetime(2025, 7, 11, tzinfo=UTC)
ARTICLE = "---\ntitle: The bridge\n---\nMayor Ana Ruiz met Jo Fox in Oslo.\n"
DUE = "---\ntitle: The road\ndate: 2025-07-12T00:00:00Z\n---\nIt is open.\n"


def last(folder: Path, now: datetime = NOW, *, drafts: bool = False) -> LastBuild:
    return LastBuild(configured(None, folder), Choice(now=now, drafts=drafts), b"1", strict=False)


def built(folder: Path) -> Report:
    """Build, and remember it."""
    record = last(folder)
    report = build(configured(None, folder), Choice(now=NOW), Serial())
    record.keep(report)
    return report


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.md").write_text(ARTICLE)
    (tmp_path / "seeds" / "due.md").write_text(DUE)
    (tmp_path / "digest.yaml").write_text("search: off\ntimezone: Europe/Oslo\n")
    time.sleep(0.05)
    return tmp_path


def test_while_nothing_changes_the_report_is_that_of_the_last_build(project: Path) -> None:
    assert last(project).report() is None
    assert built(project) == last(project).report()


def add(project: Path) -> None:
    (project / "seeds" / "b.md").write_text(ARTICLE)


def edit_at_the_same_size_and_time(project: Path) -> None:
    path = project / "seeds" / "a.md"
    before = path.stat()
    path.write_text(ARTICLE.replace("Ana", "Ada"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def rename(project: Path) -> None:
    (project / "seeds" / "a.md").rename(project / "seeds" / "c.md")


def delete(project: Path) -> None:
    (project / "seeds" / "a.md").unlink()


def edit_a_template(project: Path) -> None:
    (project / "templates" / "partials").mkdir(parents=True)
    (project / "templates" / "partials" / "footer.html").write_text("")


def edit_the_site(project: Path) -> None:
    (project / "site" / "index.html").write_text("mine")


def delete_from_the_site(project: Path) -> None:
    (project / "site" / "index.html").unlink()


def edit_the_addresses(project: Path) -> None:
    (project / "digest.lock.yaml").unlink()


def configure(project: Path) -> None:
    (project / "digest.yaml").write_text("search: off\ntimezone: Asia/Tokyo\n")


@pytest.mark.parametrize(
    "change",
    [
        add,
        edit_at_the_same_size_and_time,
        rename,
        delete,
        edit_a_template,
        edit_the_site,
        delete_from_the_site,
        edit_the_addresses,
        configure,
    ],
)
def test_any_change_is_seen(project: Path, change: Callable[[Path], None]) -> None:
    built(project)
    change(project)
    assert last(project).report() is None


def test_what_changed_in_the_moment_of_a_build_is_not_trusted(project: Path) -> None:
    now = time.time_ns()
    os.utime(project / "seeds" / "a.md", ns=(now, now + 10_000_000_000))
    built(project)
    assert last(project).report() is None


def test_an_article_that_becomes_due_is_a_change_and_so_is_another_choice(project: Path) -> None:
    built(project)
    assert last(project, NOW + timedelta(hours=23)).report()
    assert last(project, NOW + timedelta(hours=24)).report() is None
    assert last(project, NOW - timedelta(hours=1)).report() is None
    assert last(project, drafts=True).report() is None


def test_no_byte_of_the_record_can_change_the_report(project: Path) -> None:
    report = built(project)
    (path,) = (project / ".digest").glob("*.last")
    whole = path.read_bytes()
    for at, byte in enumerate(whole):
        path.write_bytes(whole[:at] + bytes([byte ^ 0xFF]) + whole[at + 1 :])
        assert last(project).report() is None
    path.write_bytes(whole)
    assert last(project).report() == report


@pytest.mark.parametrize("moment", ["9999-12-31T23:59:59-05:00", "0001-01-01T00:00:00+05:00"])
def test_a_moment_for_which_utc_has_no_day_ends_no_build(project: Path, moment: str) -> None:
    (project / "seeds" / "due.md").write_text(DUE.replace("2025-07-12T00:00:00Z", moment))
    assert built(project).sources == 2
    assert not [problem for problem in built(project).problems if problem.level == "error"]


def test_an_article_that_was_asked_for_early_is_told_of_until_it_is_due(project: Path) -> None:
    config = configured(None, project)
    early, due = (Choice(now=now, future=True) for now in (NOW, NOW + timedelta(days=2)))
    record = LastBuild(config, early, b"1", strict=False)
    report = build(config, early, Serial())
    record.keep(report)
    assert report.early == 1
    assert LastBuild(config, early, b"1", strict=False).report() == report
    assert LastBuild(config, due, b"1", strict=False).report() is None
