from collections.abc import Callable
from pathlib import Path

import pytest

from digest.cache.ledger import Ledger
from digest.cache.packs import Packs
from digest.cache.pages import Found, Pages, WholePages, read_from, standing
from digest.cache.values import Reader
from digest.model.page import Output, Standing
from digest.write import write

PAGE = Output(path="a/index.html", content=b"<p>Hello</p>" * 1000)
KEY = bytes(16)


def ledger(project: Path) -> Ledger:
    return Ledger(project / ".digest", project / "site")


def by_ledger(project: Path) -> Found:
    return standing(ledger(project))


def by_reading(project: Path) -> Found:
    return read_from(project / "site")


def pages(project: Path, found: Found) -> Pages:
    return Pages(Packs(project / ".digest", Reader(())), found)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project whose page was remembered, written, and written again as it was."""
    store = pages(tmp_path, by_ledger(tmp_path))
    made = store.put(KEY, PAGE, "render /a/", {"view/title": 1})
    assert isinstance(made, Output)
    store.keep({KEY})
    for _ in range(2):
        write([made], tmp_path / "site", ledger=ledger(tmp_path))
    return tmp_path


@pytest.mark.parametrize("found", [by_ledger, by_reading])
def test_a_page_is_known_as_long_as_it_stands_in_the_site(project: Path, found: Callable[[Path], Found]) -> None:
    assert pages(project, found(project)).get(KEY, Output)
    page = project / "site" / PAGE.path
    page.write_bytes(PAGE.content.replace(b"Hello", b"Hallo"))
    assert pages(project, found(project)).get(KEY, Output) is None
    page.write_bytes(PAGE.content)
    assert pages(project, found(project)).get(KEY, Output)
    page.unlink()
    assert pages(project, found(project)).get(KEY, Output) is None


def test_a_build_is_told_where_it_stands_and_a_preview_what_it_holds(project: Path) -> None:
    assert isinstance(pages(project, by_ledger(project)).get(KEY, Output), Standing)
    assert pages(project, by_reading(project)).get(KEY, Output) == PAGE


def test_its_content_is_in_the_site_alone_and_what_it_was_made_from_in_the_cache(project: Path) -> None:
    kept = [path for path in (project / ".digest").iterdir() if path.is_file()]
    assert sum(path.stat().st_size for path in kept) < len(PAGE.content) / 10
    assert pages(project, by_ledger(project)).parts("render /a/") == {"view/title": 1}


def test_another_output_folder_and_one_without_a_ledger_know_nothing(project: Path) -> None:
    other = standing(Ledger(project / ".digest", project / "other"))
    assert pages(project, other).get(KEY, Output) is None
    (project / "site").rename(project / "other")
    assert pages(project, other).get(KEY, Output) is None


def test_what_is_no_page_is_remembered_as_it_is(project: Path) -> None:
    store = pages(project, by_ledger(project))
    assert store.put(bytes(15) + b"1", "text", "load a.md", {}) == "text"
    store.keep(None)
    assert pages(project, by_ledger(project)).get(bytes(15) + b"1", str) == "text"


def test_what_a_preview_made_is_remembered_whole_for_the_next_one_and_for_a_build(tmp_path: Path) -> None:
    def preview() -> WholePages:
        return WholePages(Packs(tmp_path / ".digest", Reader(())), read_from(tmp_path / "site"))

    first = preview()
    assert first.put(KEY, PAGE, "render /a/", {}) == PAGE
    first.keep({KEY})
    assert preview().get(KEY, Output) == PAGE
    assert pages(tmp_path, by_ledger(tmp_path)).get(KEY, Output) == PAGE
