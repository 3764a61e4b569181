"""The index from the outside: articles in, the files of a search out; and what happens where it cannot be made."""

import gzip
import json
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain
from pathlib import Path

import pytest
from builders import a_library, a_published_library
from hypothesis import given
from hypothesis import strategies as st
from project import digest

from digest.cache.blueprint import IndexPart
from digest.model.library import Annotated, Library
from digest.search.index import index_part, indexing, reindexed
from digest.search.index_parts import PartStore, cut, parts_of

FAULTS = {
    "missing": "raise ImportError('no pagefind_bin here')",
    "not there": "def get_executable(): return '/nowhere/pagefind'",
    "not executable": f"def get_executable(): return {__file__!r}",
    "failing": "def get_executable(): return '/bin/false'",
}


def articles(count: int) -> Library:
    return a_published_library(
        *(f"---\ntitle: Number {n}\ntags: [a, b{n}]\n---\n\nThe river has {n} ships.\n" for n in range(count))
    )


def files(found: Library, folder: Path, language: str = "en") -> dict[str, bytes]:
    with indexing(parts_of(found, language), language, folder / "site", PartStore(folder / "kept", folder / "site")) as index:
        made = index.finished(found)
        assert not made.problems
        return {output.path.removeprefix("search/index/"): output.content for output in made.outputs}


def in_parts(made: dict[str, bytes]) -> list[dict[str, bytes]]:
    """Return the files of each part, without the part's name."""
    names = json.loads(made["parts.json"])
    return [{path.removeprefix(f"{name}/"): made[path] for path in made if path.startswith(f"{name}/")} for name in names]


def project(folder: Path, settings: str = "") -> Path:
    (folder / "seeds").mkdir(parents=True)
    (folder / "seeds" / "a.md").write_text("---\ntitle: Bridge\n---\n\nIt closes.\n", "utf-8")
    (folder / "digest.yaml").write_text(f"title: News\n{settings}", "utf-8")
    return folder


def test_the_index_holds_what_a_search_reads_and_no_surface_of_pagefinds(tmp_path: Path) -> None:
    names = {Path(name).name.split(".")[0] + Path(name).suffix for name in files(articles(1), tmp_path)}
    hashed = {name for name in names if name.startswith("en_")}
    assert {Path(name).suffix for name in hashed} == {".pf_fragment", ".pf_index"}
    assert names - hashed == {
        *("pagefind.js", "pagefind-entry.json", "pagefind.pf_meta", "wasm.pagefind"),
        *("names.json", "parts.json", "terms.json"),
    }


def test_an_index_made_twice_has_the_same_bytes(tmp_path: Path) -> None:
    assert files(articles(40), tmp_path / "a") == files(articles(40), tmp_path / "b")


def index_after(folder: Path, name: str, content: str) -> dict[str, bytes] | None:
    """Build, write a file of the project, and build again where Pagefind fails; return the index, if there is one."""
    digest(folder, "build")
    (folder / name).write_text(content, "utf-8")
    (folder.parent / "pagefind_bin.py").write_text(FAULTS["failing"], "utf-8")
    digest(folder, "build", PYTHONPATH=str(folder.parent))
    made = folder / "site" / "search" / "index"
    return {path.name: path.read_bytes() for path in made.rglob("*") if path.is_file()} if made.exists() else None


def test_of_the_same_words_the_index_before_is_taken_with_terms_of_today(tmp_path: Path) -> None:
    made = index_after(project(tmp_path / "project"), "seeds/a.md", "---\ntitle: Bridge\ntags: [new]\n---\n\nIt closes.\n")
    assert made
    assert json.loads(made.pop("terms.json"))["tag"] == {"new": [0]}
    digest(tmp_path / "project", "build", "--output", str(tmp_path / "clean"))
    assert all((next((tmp_path / "clean").rglob(name))).read_bytes() == content for name, content in made.items())


def test_of_other_words_the_index_before_is_not_taken(tmp_path: Path) -> None:
    assert index_after(project(tmp_path / "project"), "seeds/a.md", "---\ntitle: Bridge\n---\n\nIt opens.\n") is None


def test_of_another_language_the_index_before_is_not_taken(tmp_path: Path) -> None:
    assert index_after(project(tmp_path / "project"), "digest.yaml", "title: News\nlanguage: de\n") is None


@pytest.mark.parametrize("place", [0, 20, 40, 5000, -1], ids=["mark", "key", "checksum", "content", "end"])
def test_a_kept_index_that_is_damaged_is_made_again(tmp_path: Path, place: int) -> None:
    first = files(articles(3), tmp_path)
    (kept,) = (tmp_path / "kept").rglob("*.index")
    content = bytearray(kept.read_bytes())
    content[place] ^= 1
    kept.write_bytes(content)
    assert files(articles(3), tmp_path) == first


def test_a_part_whose_articles_are_damaged_is_not_made_again_alone(tmp_path: Path) -> None:
    found = articles(3)
    files(found, tmp_path)
    (kept,) = (tmp_path / "kept").rglob("*.articles")
    kept.write_bytes(kept.read_bytes()[:-1])
    with pytest.raises(ValueError, match="not whole"):
        reindexed(
            as_planned(found), {0: edited(found, 0)}, "en", tmp_path / "site", PartStore(tmp_path / "kept", tmp_path / "site")
        )


def test_terms_name_the_articles_as_the_index_does(tmp_path: Path) -> None:
    made = files(articles(3), tmp_path)
    for position, name in enumerate(json.loads(made["terms.json"])["articles"]):
        (part,) = in_parts(made)
        fragment = json.loads(gzip.decompress(part[f"fragment/{name}.pf_fragment"]).removeprefix(b"pagefind_dcd"))
        assert fragment["url"] == f"/undated/number-{position}.html"


@pytest.mark.parametrize("language", ["en-GB", "pt-BR", "ja", "sw"])
def test_a_site_of_any_language_is_searched_as_a_whole(tmp_path: Path, language: str) -> None:
    made = files(articles(2), tmp_path, language)
    (part,) = in_parts(made)
    assert list(json.loads(part["pagefind-entry.json"])["languages"]) == [language.partition("-")[0]]
    assert len([name for name in part if name.startswith("wasm.")]) == 1


def test_nothing_is_left_of_what_the_index_was_made_of(tmp_path: Path) -> None:
    files(articles(1), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_a_library_without_articles_has_no_index(tmp_path: Path) -> None:
    with indexing(parts_of(a_library(), "en"), "en", tmp_path / "site", PartStore(tmp_path / "kept", tmp_path / "site")) as index:
        assert not index.finished(a_library()).outputs


def test_settings_of_pagefinds_in_the_folder_or_the_environment_change_nothing(tmp_path: Path) -> None:
    plain, other = project(tmp_path / "a"), project(tmp_path / "b")
    (other / "pagefind.yml").write_text("exclude_selectors: [p]\n", "utf-8")
    digest(plain, "build")
    digest(other, "build", PAGEFIND_EXCLUDE_SELECTORS="p", PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE="1")
    both = [sorted((folder / "site" / "search").rglob("*")) for folder in (plain, other)]
    assert [path.name for path in both[0]] == [path.name for path in both[1]]


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_where_the_program_fails_one_warning_is_told_and_the_list_of_articles_remains(tmp_path: Path, fault: str) -> None:
    folder = project(tmp_path / "project")
    (tmp_path / "pagefind_bin.py").write_text(fault, "utf-8")
    done = digest(folder, "build", PYTHONPATH=str(tmp_path))
    assert done.returncode == 0
    assert done.stderr.count("warning: site: no index could be made: ") == 1
    assert "Traceback" not in done.stderr
    assert "Bridge" in (folder / "site" / "search" / "index.html").read_text("utf-8")
    assert not (folder / "site" / "search" / "index").exists()


def test_when_the_program_failed_the_next_build_tries_again(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    (tmp_path / "pagefind_bin.py").write_text(FAULTS["failing"], "utf-8")
    digest(folder, "build", PYTHONPATH=str(tmp_path))
    assert not (folder / "site" / "search" / "index").exists()
    assert "warning" not in digest(folder, "build").stderr
    assert (folder / "site" / "search" / "index" / "parts.json").is_file()


def test_a_strict_build_without_an_index_writes_nothing(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    (tmp_path / "pagefind_bin.py").write_text(FAULTS["failing"], "utf-8")
    assert digest(folder, "build", "--strict", PYTHONPATH=str(tmp_path)).returncode == 1
    assert {path.name for path in folder.iterdir()} <= {".digest", "digest.yaml", "seeds"}


def test_a_home_that_cannot_be_written_is_not_needed(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    done = digest(folder, "build", HOME="/nowhere", XDG_CACHE_HOME="/nowhere", TMPDIR="/nowhere")
    assert "warning" not in done.stderr
    assert (folder / "site" / "search" / "index" / "pagefind.js").is_file()


def test_switched_off_it_leaves_no_trace(tmp_path: Path) -> None:
    folder = project(tmp_path / "project", "search: off\n")
    assert digest(folder, "build").returncode == 0
    for path in (folder / "site").rglob("*"):
        assert "search" not in path.name
        if path.suffix in {".html", ".js", ".css", ".json", ".xml"}:
            assert "search" not in path.read_text("utf-8").lower().replace('"search":false', ""), path


def test_a_switch_is_on_or_off(tmp_path: Path) -> None:
    done = digest(project(tmp_path / "project", "search: maybe\n"), "build")
    assert done.returncode == 2
    assert "search: 'maybe' is neither on nor off; write off, or leave the key out" in done.stderr


def test_a_title_in_any_letters_can_be_found(tmp_path: Path) -> None:
    made = files(a_library_of("Über Straßen", "Мост", "桥 100 %", "a#b?c&d"), tmp_path)
    assert len(json.loads(made["terms.json"])["articles"]) == 4


def a_library_of(*titles: str) -> Library:
    return a_published_library(*(f"---\ntitle: {json.dumps(title)}\n---\n\nText.\n" for title in titles))


MANY = 600


@pytest.fixture(scope="module")
def many() -> Library:
    return a_published_library(
        *(f"---\ntitle: Number {n}\ndate: {date(2020, 1, 1) + timedelta(n)}\n---\n\nShip {n} sails.\n" for n in range(MANY))
    )


def test_many_articles_have_their_index_in_parts_which_share_one_program(many: Library, tmp_path: Path) -> None:
    made = files(many, tmp_path)
    first, *others = in_parts(made)
    assert others
    assert [name for name in made if name.endswith(("pagefind.js", ".pagefind"))] == [
        *("pagefind.js", f"{json.loads(made['parts.json'])[0]}/wasm.en.pagefind")
    ]
    found = [Path(name).stem for part in (first, *others) for name in part if name.endswith(".pf_fragment")]
    assert sorted(found) == sorted(json.loads(made["terms.json"])["articles"])
    assert len(set(found)) == MANY


def edited(found: Library, at: int) -> Annotated:
    article = found.articles[at].article
    return replace(found.articles[at], article=replace(article, front_matter=replace(article.front_matter, summary="Other.")))


def test_an_edit_makes_one_part_again(many: Library, tmp_path: Path) -> None:
    before = in_parts(files(many, tmp_path))
    at = MANY // 2
    after = in_parts(files(replace(many, articles=(*many.articles[:at], edited(many, at), *many.articles[at + 1 :])), tmp_path))
    assert len(after) == len(before)
    assert sum(one not in before for one in after) == 1


def test_an_edit_is_indexed_again_as_a_clean_build_would(many: Library, tmp_path: Path) -> None:
    index, store = tmp_path / "site" / "search" / "index", PartStore(tmp_path / "kept", tmp_path / "site")
    written(files(many, tmp_path), index)
    at = MANY - 1  # the oldest, whose part has the program too
    now = replace(many, articles=(*many.articles[:at], edited(many, at)))
    done = reindexed(as_planned(many), {at: now.articles[at]}, "en", tmp_path / "site", store)
    for path in done.gone:
        (tmp_path / "site" / path).unlink()
    written({output.path: output.content for output in done.outputs}, tmp_path / "site")
    found = {path.relative_to(index).as_posix(): path.read_bytes() for path in index.rglob("*") if path.is_file()}
    assert found == files(now, tmp_path / "clean")
    assert done.parts == as_planned(now)


def as_planned(found: Library) -> list[IndexPart]:
    numbers = {one.path: number for number, one in enumerate(found.articles)}
    return [index_part(part, numbers) for part in parts_of(found, "en")]


def written(content: dict[str, bytes], folder: Path) -> None:
    for name, one in content.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(one)


ADDRESSES = st.lists(st.integers(0, 10**6).map(lambda n: f"/2025/01/number-{n}/"), unique=True, max_size=3000)


@given(ADDRESSES)
def test_parts_are_all_articles_in_their_order(addresses: list[str]) -> None:
    runs = [addresses[run] for run in cut(addresses)]
    assert list(chain.from_iterable(runs)) == addresses
    assert all(runs)


def test_parts_are_neither_small_nor_large_nor_many() -> None:
    for count in (1, 384, 385, 1000, 10_000, 100_000):
        lengths = [len(range(count)[run]) for run in cut([f"/2025/01/{n}/" for n in range(count)])]
        usual = max(lengths[:-1], default=count)
        assert len(lengths) <= 64
        assert all(length <= max(768, count // 8) for length in lengths)
        assert all(length >= min(192, usual) for length in lengths[:-1])


def test_an_article_more_changes_its_own_part() -> None:
    addresses = [f"/2025/01/{n}/" for n in range(5000)]
    runs = {tuple(addresses[run]) for run in cut(addresses)}
    for at in (0, 2500, 5000):
        more = [*addresses[:at], "/2025/01/more/", *addresses[at:]]
        changed = [run for run in map(tuple, (more[run] for run in cut(more))) if run not in runs]
        assert len(changed) <= 3  # where one is as large as may be, the next one begins elsewhere too
