"""Articles and sites in a store that is no disk; here fsspec's, in memory."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import fsspec
import pytest
from laws import tree

from digest.build import build
from digest.choice import Choice
from digest.cluster.connected import places
from digest.cluster.room import Room
from digest.cluster.there import There
from digest.config import Config, configured
from digest.engines.serial import Serial
from digest.errors import ConfigError, DigestError, RefusedError
from digest.model.report import Report

ARTICLES = {
    "a.md": "---\ntitle: The bridge\ndate: 2025-07-10\ntags: [roads]\n---\nMayor Ana Ruiz met Jo Fox in Oslo.\n",
    "below/b.md": "---\ntitle: The port\n---\nAna Ruiz left.\n",
    "below/.hidden.md": "no",
    "_drafts/c.md": "no",
    "originals/d.txt": "no",
    "broken.md": "---\ntitle: [broken\n---\nText.\n",
    "entities.yaml": "entities: [{name: Jo Fox, hide: true}]\n",
    "picture.png": "no",
}
CHOICE = Choice(now=datetime(2025, 8, 1, tzinfo=UTC))


@pytest.fixture
def store() -> Iterator[fsspec.AbstractFileSystem]:
    memory = fsspec.filesystem("memory")
    yield memory
    memory.rm("/", recursive=True)


@pytest.fixture
def config(tmp_path: Path, store: fsspec.AbstractFileSystem) -> Config:
    """Return the configuration of a project with the same articles on disk and in a store."""
    for path, text in ARTICLES.items():
        store.pipe_file(f"/articles/{path}", text.encode())
        (tmp_path / "seeds" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "seeds" / path).write_text(text)
    (tmp_path / "digest.yaml").write_text(
        "base_url: https://example.org/\nsearch: off\ncluster: {content: memory://articles, output: memory://site}\n"
    )
    return configured(None, tmp_path)


def built(config: Config) -> Report:
    room = Room.beside(config.cluster_output)
    with room.furnished():
        return build(config, CHOICE, There(Serial(), room), places=places(config, room))


def stored(store: fsspec.AbstractFileSystem) -> Mapping[str, bytes]:
    return {path.removeprefix("/site/"): store.cat_file(path) for path in store.find("/site")}


def test_a_store_gets_the_bytes_that_a_disk_gets(config: Config, store: fsspec.AbstractFileSystem) -> None:
    assert built(config) == build(config, CHOICE, Serial())
    assert stored(store) == tree(config.output)
    shared = replace(config, cluster_content=str(config.content), cluster_output=str(config.output.with_name("shared")))
    assert built(shared) == built(config)
    assert tree(Path(shared.cluster_output)) == tree(config.output)


def test_what_is_gone_is_removed_and_what_is_the_users_stays(config: Config, store: fsspec.AbstractFileSystem) -> None:
    built(config)
    store.pipe_file("/site/CNAME", b"example.org")
    store.rm("/articles/below/b.md")
    before = stored(store)
    assert before["undated/the-port/index.html"]
    built(config)
    after = stored(store)
    assert "undated/the-port/index.html" not in after
    assert after["CNAME"] == b"example.org"
    assert after["2025/07/the-bridge/index.html"]


def test_a_build_that_is_broken_off_leaves_the_site_as_it_was(config: Config, store: fsspec.AbstractFileSystem) -> None:
    built(config)
    before = stored(store)
    config.templates.mkdir()
    (config.templates / "article.html").write_text("{{ view.nonsense }}")
    store.pipe_file("/articles/e.md", b"---\ntitle: New\n---\nText.\n")
    with pytest.raises(ConfigError, match="nonsense"):
        built(config)
    assert stored(store) == before


def test_a_folder_or_file_of_the_users_is_refused(config: Config, store: fsspec.AbstractFileSystem) -> None:
    store.pipe_file("/site/mine.txt", b"mine")
    with pytest.raises(RefusedError, match="memory://site' holds files that digest did not write"):
        built(config)
    store.rm("/site/mine.txt")
    built(config)
    store.pipe_file("/articles/f.md", b"---\ntitle: Found\n---\nText.\n")
    store.pipe_file("/site/undated/found/index.html", b"mine")
    with pytest.raises(RefusedError, match=r"'undated/found/index.html' in the output folder is yours"):
        built(config)
    assert stored(store)["undated/found/index.html"] == b"mine"


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("memory://nothing", "there is nothing in the content folder 'memory://nothing'; put articles"),
        ("nonsense://x", "'nonsense://x' is no folder: Protocol not known: nonsense; write a path"),
        ("seeds-that-are-not", "there is no content folder 'seeds-that-are-not'"),
    ],
)
def test_a_content_folder_that_cannot_be_is_told_of(config: Config, address: str, message: str) -> None:
    with pytest.raises(ConfigError) as fault:
        built(replace(config, cluster_content=address))
    assert message in str(fault.value)


def test_a_worker_that_does_not_see_the_folders_ends_the_build(config: Config, tmp_path: Path) -> None:
    shared = replace(config, cluster_content=str(config.content), cluster_output=str(config.output))
    room = Room.beside(shared.cluster_output)
    found = places(shared, room).find()
    config.content.rename(tmp_path / "moved")
    with room.furnished(), pytest.raises(DigestError, match="a worker does not see the content folder"):
        build(shared, CHOICE, There(Serial(), room), places=replace(places(shared, room), find=lambda: found))
