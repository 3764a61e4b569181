import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from digest.cache.ledger import MANIFEST
from digest.errors import RefusedError
from digest.model.page import Output
from digest.write import write


def outputs(*paths: str, content: bytes = b"new") -> list[Output]:
    return [Output(path=path, content=content) for path in paths]


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(files)}


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def refused(made: Iterable[Output], folder: Path) -> str:
    before = tree(folder.parent)
    with pytest.raises(RefusedError) as caught:
        write(made, folder)
    assert tree(folder.parent) == before
    assert caught.value.exit_code == 3
    return str(caught.value)


def test_a_new_site_is_exactly_its_outputs(tmp_path: Path) -> None:
    assert write(outputs("index.html", "a/b/index.html", ".nojekyll"), tmp_path / "deep" / "site") == 3
    assert sorted(tree(tmp_path)) == ["deep/site/.nojekyll", "deep/site/a/b/index.html", "deep/site/index.html"]


def test_the_next_build_removes_what_the_last_one_wrote_and_keeps_what_is_the_users(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(outputs("index.html", "old/index.html"), site)
    put(site / "CNAME", "example.org")
    put(site / "old" / "notes.txt", "mine")
    write(outputs("index.html", "new/index.html"), site)
    assert tree(tmp_path) == {
        "site/CNAME": b"example.org",
        "site/index.html": b"new",
        "site/new/index.html": b"new",
        "site/old/notes.txt": b"mine",
    }


def test_what_the_user_put_there_stays_the_users_build_after_build(tmp_path: Path) -> None:
    write(outputs("index.html"), tmp_path / "site")
    put(tmp_path / "site" / "CNAME", "example.org")
    for _ in range(3):
        write(outputs("index.html"), tmp_path / "site")
    assert sorted(tree(tmp_path / "site")) == ["CNAME", "index.html"]


def test_links_of_the_users_are_kept_as_links_and_what_they_lead_to_is_left_alone(tmp_path: Path) -> None:
    put(tmp_path / "elsewhere" / "thesis.txt", "years of work")
    write(outputs("index.html"), tmp_path / "site")
    (tmp_path / "site" / "folder").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "site" / "broken").symlink_to("nowhere")
    write(outputs("index.html"), tmp_path / "site")
    assert (tmp_path / "site" / "folder").readlink() == tmp_path / "elsewhere"
    assert (tmp_path / "site" / "broken").is_symlink()
    assert (tmp_path / "elsewhere" / "thesis.txt").read_text("utf-8") == "years of work"


def test_a_folder_that_is_not_ours_is_refused_and_stays(tmp_path: Path) -> None:
    put(tmp_path / "site" / "thesis.txt", "years of work")
    assert "holds files that digest did not write; empty it, or name another" in refused(outputs("index.html"), tmp_path / "site")


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    write(outputs("index.html"), tmp_path / "site")
    assert tree(tmp_path / "site") == {"index.html": b"new"}


@pytest.mark.parametrize("kind", ["file", "link"])
def test_an_output_that_is_no_folder_is_refused(tmp_path: Path, kind: str) -> None:
    put(tmp_path / "elsewhere" / "a.txt", "mine")
    if kind == "file":
        put(tmp_path / "site", "mine")
    else:
        (tmp_path / "site").symlink_to(tmp_path / "elsewhere")
    assert "is no folder" in refused(outputs("index.html"), tmp_path / "site")


def test_an_output_below_a_file_is_refused(tmp_path: Path) -> None:
    put(tmp_path / "notes", "mine")
    with pytest.raises(RefusedError, match="nothing can be written beside"):
        write(outputs("index.html"), tmp_path / "notes" / "site")


@pytest.mark.parametrize(("theirs", "ours"), [("a/index.html", "a/index.html"), ("a/b", "a"), ("a", "a/index.html")])
def test_a_file_of_the_users_where_a_page_must_stand_is_refused(tmp_path: Path, theirs: str, ours: str) -> None:
    write(outputs("index.html"), tmp_path / "site")
    put(tmp_path / "site" / theirs, "mine")
    assert f"'{theirs}' in the output folder is yours" in refused(outputs("index.html", ours), tmp_path / "site")


def test_pipes_and_empty_folders_of_the_users_are_kept(tmp_path: Path) -> None:
    write(outputs("index.html"), tmp_path / "site")
    os.mkfifo(tmp_path / "site" / "pipe")
    (tmp_path / "site" / "uploads" / "empty").mkdir(parents=True)
    write(outputs("index.html"), tmp_path / "site")
    assert (tmp_path / "site" / "pipe").is_fifo()
    assert (tmp_path / "site" / "uploads" / "empty").is_dir()


def test_what_the_user_writes_into_the_old_site_while_the_new_one_is_made_is_kept(tmp_path: Path) -> None:
    def slow() -> Iterator[Output]:
        put(tmp_path / "site" / "CNAME", "example.net")
        put(tmp_path / "site" / "new" / "late.txt", "mine")
        yield from outputs("index.html")

    write(outputs("index.html"), tmp_path / "site")
    put(tmp_path / "site" / "CNAME", "example.org")
    write(slow(), tmp_path / "site")
    assert (tmp_path / "site" / "CNAME").read_text("utf-8") == "example.net"
    assert (tmp_path / "site" / "new" / "late.txt").read_text("utf-8") == "mine"


def test_a_page_outside_the_output_folder_is_refused(tmp_path: Path) -> None:
    for path in ("../a.html", "/etc/a.html", "a/../../b.html"):
        assert "outside the output folder" in refused(outputs(path), tmp_path / "site")


@pytest.mark.parametrize("fault", [RuntimeError, KeyboardInterrupt])
def test_a_build_that_breaks_off_leaves_the_old_site_as_it_was_and_no_litter(tmp_path: Path, fault: type[BaseException]) -> None:
    def breaking() -> Iterator[Output]:
        yield from outputs("index.html", "half.html", content=b"newer")
        raise fault

    write(outputs("index.html", "old.html"), tmp_path / "site")
    before = tree(tmp_path)
    with pytest.raises(fault):
        write(breaking(), tmp_path / "site")
    assert tree(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_build_leaves_nothing_beside_the_site_and_others_may_read_it(tmp_path: Path) -> None:
    for _ in range(2):
        write(outputs("index.html"), tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755


def test_the_manifest_names_what_was_written_in_order_whatever_the_order_of_the_outputs(tmp_path: Path) -> None:
    for name, paths in (("one", ["b", "a/c", "a/b"]), ("two", ["a/b", "b", "a/c"])):
        write(outputs(*paths), tmp_path / name)
    manifests = [(tmp_path / name / MANIFEST).read_text("utf-8") for name in ("one", "two")]
    assert manifests[0] == manifests[1]
    assert manifests[0].splitlines()[1:] == ["a/b", "a/c", "b"]
