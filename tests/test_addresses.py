import os
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from builders import an_article
from hypothesis import given as given_any
from hypothesis import strategies as st
from project import digest

from digest import addresses, permalinks
from digest.errors import ConfigError
from digest.model.article import Article
from digest.model.kept import Kept


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    return tmp_path / "digest.lock.yaml"


def given(articles: list[Article], had: dict[str, str]) -> dict[str, str]:
    return {one.path: permalinks.article(one.slug, None) for one in permalinks.with_unique_slugs(articles, had)}


def kept(path: Path) -> dict[str, str]:
    return {article: one.address for article, one in addresses.read(path).items()}


def test_what_articles_were_given_comes_back_as_it_was_kept_and_the_file_is_yaml(lock: Path) -> None:
    given = {path: Kept(address=f"/{number}/", id=f"tag:{number}") for number, path in enumerate(["b.md", 'é "q": #.md', "a.md"])}
    assert not addresses.keep(lock, given)
    assert addresses.read(lock) == given
    assert yaml.safe_load(lock.read_text("utf-8")) == {
        path: {"address": one.address, "id": one.id} for path, one in given.items()
    }
    assert lock.read_text("utf-8").splitlines()[1:] == sorted(lock.read_text("utf-8").splitlines()[1:])


@given_any(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"]))))
def test_any_path_and_any_id_make_yaml_that_is_read_again(had: dict[str, str]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "digest.lock.yaml"
        addresses.keep(path, {name: Kept(address="/a/", id=text) for name, text in had.items()})
        assert {name: one.id for name, one in addresses.read(path).items()} == had
        if had:
            assert yaml.safe_load(path.read_text("utf-8")) == {name: {"address": "/a/", "id": text} for name, text in had.items()}


def test_a_file_of_addresses_alone_is_read_still(lock: Path) -> None:
    lock.write_text('# Addresses\n"a.md": "/undated/a/"\n', "utf-8")
    assert addresses.read(lock) == {"a.md": Kept(address="/undated/a/")}


def test_a_file_that_would_not_change_is_not_touched_and_none_is_made_for_nothing(lock: Path) -> None:
    addresses.keep(lock, {})
    assert not lock.exists()
    addresses.keep(lock, {"a.md": Kept(address="/undated/a/")})
    before = lock.stat().st_mtime_ns
    addresses.keep(lock, {"a.md": Kept(address="/undated/a/")})
    assert lock.stat().st_mtime_ns == before


@pytest.mark.parametrize("line", ["<<<<<<< HEAD", "a.md: /a/", '"a.md": 3', '"a.md"', '"a.md": "/a/"}, {', '"a.md": {"id": "x"}'])
def test_a_line_that_is_no_address_is_named(lock: Path, line: str) -> None:
    lock.write_text(f'# Addresses\n"b.md": "/b/"\n{line}\n', "utf-8")
    with pytest.raises(ConfigError, match=r"digest\.lock\.yaml:3: not a line"):
        addresses.read(lock)


def test_a_file_that_cannot_be_written_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    (problem,) = addresses.keep(tmp_path / "file" / "digest.lock.yaml", {"a.md": Kept(address="/a/")})
    assert (problem.level, Path(problem.path).name) == ("warning", "digest.lock.yaml")


def test_an_article_keeps_its_address_when_others_of_its_title_come_and_go() -> None:
    first, second, third = (an_article("Bridge", path=f"{name}.md") for name in ("m", "a", "z"))
    alone = given([first], {})
    assert alone == {"m.md": "/undated/bridge/"}
    both = given([first, second], alone)
    assert both["m.md"] == "/undated/bridge/"
    assert given([second, third], {"a.md": both["a.md"]})["a.md"] == both["a.md"]
    assert given([first, second], both) == both


def test_an_address_is_kept_for_an_article_that_is_not_in_this_build() -> None:
    assert given([an_article("Bridge", path="a.md")], {"draft.md": "/undated/bridge/"})["a.md"] != "/undated/bridge/"


def test_another_title_is_another_address_and_one_address_kept_twice_is_still_one_articles() -> None:
    assert given([an_article("Tunnel", path="a.md")], {"a.md": "/undated/bridge/"}) == {"a.md": "/undated/tunnel/"}
    both = [an_article("Bridge", path="a.md"), an_article("Bridge", path="b.md")]
    found = given(both, {"a.md": "/undated/bridge/", "b.md": "/undated/bridge/"})
    assert found["a.md"] == "/undated/bridge/"
    assert found["b.md"].startswith("/undated/bridge-")


def test_a_build_keeps_addresses_and_a_renamed_article_takes_its_own_along(tmp_path: Path) -> None:
    def build() -> subprocess.CompletedProcess[str]:
        return digest(tmp_path, "build", "-q")

    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "m.md").write_text("# Bridge\n\nText.\n", "utf-8")
    build()
    (tmp_path / "seeds" / "m.md").rename(tmp_path / "seeds" / "n.md")
    (tmp_path / "seeds" / "zz.md").write_text("# Bridge\n\nOther text.\n", "utf-8")
    build()
    (tmp_path / "seeds" / "a.md").write_text("# Bridge\n\nMore text.\n", "utf-8")
    assert build().returncode == 0
    assert "n.md" in (tmp_path / "site" / "undated" / "bridge" / "index.html").read_text("utf-8")
    assert len(list((tmp_path / "site" / "undated").iterdir())) == 3


def test_the_address_of_an_article_whose_name_holds_a_line_separator_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "digest.lock.yaml"
    addresses.keep(path, {"x\u2028y\u0085.md": Kept(address="/undated/x/")})
    assert kept(path) == {"x\u2028y\u0085.md": "/undated/x/"}


def test_what_is_no_file_in_the_place_of_the_lock_file_is_refused(lock: Path) -> None:
    os.mkfifo(lock)
    with pytest.raises(ConfigError, match="no regular file"):
        addresses.read(lock)
