"""`digest serve` as people run it: a process of its own, a project on the disk, requests by the network."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from errno import ELOOP
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from threading import Timer
from typing import TypeVar
from urllib.parse import quote, urlsplit
from urllib.request import urlopen

import pytest
from project import without_progress

from digest.commands.options import Options, choice
from digest.commands.project import lasting_engine
from digest.config import configured
from digest.engine import Engine, name
from digest.preview.edition import Edition, changed
from digest.preview.stage import Stage
from digest.preview.watch import Roots, Watch
from digest.serve import Project, Rebuild, Session

ARTICLE = "---\ntitle: The bridge\n{matter}---\n\nThe mayor of Oslo opened the bridge.\n"
PAGE = "undated/the-bridge/index.html"
Item = TypeVar("Item")
Result = TypeVar("Result")
DIGEST = [sys.executable, "-m", "digest", "serve", "--port", "0"]


class Preview:
    """A running preview of a folder."""

    def __init__(self, folder: Path, *arguments: str, **environment: str) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            [*DIGEST, *arguments],
            cwd=folder,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "NO_COLOR": "1", **environment},
        )
        self.told = list[str]()
        self.patience = Timer(30, self.process.kill)
        self.patience.start()
        self.address = urlsplit(self.line("digest: preview at ").split()[3])

    def line(self, start: str) -> str:
        """Wait for a line on its terminal that begins so."""
        assert self.process.stderr
        for line in self.process.stderr:
            self.told += without_progress(line).splitlines()
            if line.startswith(start):
                return line.rstrip()
        pytest.fail(f"no line '{start}' in {self.told}")

    def get(self, path: str) -> tuple[int, str]:
        """Ask for a file of the site."""
        connection = HTTPConnection(str(self.address.hostname), self.address.port or 0, timeout=5)
        connection.request("GET", self.address.path + path)
        with connection.getresponse() as answer:
            return answer.status, answer.read().decode()

    def news(self) -> dict[str, object]:
        """Read the first message of the stream of news, as a page of long ago would."""
        connection = HTTPConnection(str(self.address.hostname), self.address.port or 0, timeout=5)
        connection.request("GET", f"{self.address.path}_preview/events?page={PAGE}&revision=1")
        with connection.getresponse() as answer:
            message: dict[str, object] = json.loads(answer.readline().removeprefix(b"data: "))
        return message

    def save(self, name: str, content: str) -> None:
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(content, "utf-8")

    def interrupted(self) -> int:
        """Press Ctrl-C, and return the exit code."""
        self.patience.cancel()
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(timeout=5)
        assert self.process.stderr
        with self.process.stderr as rest:
            assert "Traceback" not in rest.read()
        return code


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def is_listened_on(port: int) -> bool:
    with socket.socket() as connection:
        return connection.connect_ex(("127.0.0.1", port)) == 0


def first_answer(port: int, path: str = "/") -> int:
    """Ask a preview that is about to begin, and return the status of its first answer."""
    for _ in range(100):
        connection = HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", path)
            return connection.getresponse().status
        except ConnectionRefusedError:
            time.sleep(0.1)
        finally:
            connection.close()
    pytest.fail("no preview began")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.md").write_text(ARTICLE.format(matter=""), "utf-8")
    return tmp_path


@pytest.fixture
def preview(project: Path) -> Iterator[Preview]:
    running = Preview(project)
    yield running
    if running.process.poll() is None:
        running.interrupted()


def test_a_saved_article_is_shown_and_told_of_in_one_line(preview: Preview) -> None:
    preview.save("seeds/a.md", ARTICLE.format(matter="summary: Now open.\n"))
    assert re.fullmatch(r"digest: rebuilt \d+ pages in \d\.\d\d s: seeds/a.md changed", preview.line("digest: rebuilt"))
    assert "Now open." in preview.get(PAGE)[1]


class Remembering(Stage):
    """A stage that remembers what it showed."""

    def __init__(self) -> None:
        super().__init__(Edition(base_path="/"), revision=1)
        self.editions = list[Edition]()

    def show(self, edition: Edition) -> frozenset[str]:
        self.editions.append(edition)
        return super().show(edition)


TUNNEL = ARTICLE.replace("bridge", "tunnel")


class Interrupted:
    """An engine around another: when it makes pages it acts, as often as it is told to, and what is saved then is noticed."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.acts = list[Callable[[], object]]()
        self.watch: Watch | None = None

    def map(self, step: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        for number, result in enumerate(self._engine.map(step, items)):
            if not number and name(step) == "render" and len(items) > 2 and self.acts:
                self.acts.pop()()
                while self.watch and not self.watch.has_news():
                    time.sleep(0.01)
                time.sleep(0.2)
            yield result


def session(project: Path) -> tuple[Iterator[Rebuild], Remembering, Interrupted]:
    """Begin a preview of two articles; return its builds, its stage and its engine."""
    other = project / "seeds" / "b.md"
    if not other.exists():
        other.write_text(TUNNEL.format(matter="slug: b\n"), "utf-8")
    options = Options(file=None, base_url=None, drafts=False, future=False, now=None, jobs=1, quiet=True)
    config = configured(None, project)
    given = Project(file=project / "digest.yaml", configuration=lambda: config, choice=partial(choice, options))
    cached, stage = lasting_engine(config, 1), Remembering()
    engine = Interrupted(cached)

    @contextmanager
    def building() -> Iterator[Engine]:
        with cached:
            yield engine

    rebuilds = Session(given, building, stage, "http://127.0.0.1:1").rebuilds()
    next(rebuilds)
    return rebuilds, stage, engine


def saved(project: Path, matter: str, other: str = "") -> list[Edition]:
    """Save the first of two articles anew, or both; return what is shown before, ahead of the rebuild, and after it."""
    rebuilds, stage, _ = session(project)
    (project / "seeds" / "a.md").write_text(ARTICLE.format(matter=matter), "utf-8")
    if other:
        (project / "seeds" / "b.md").write_text(TUNNEL.format(matter=f"slug: b\n{other}"), "utf-8")
    next(rebuilds)
    return stage.editions


def test_the_page_of_a_saved_article_is_shown_before_all_others_are_made_again(project: Path) -> None:
    before, first, last = saved(project, "summary: Now open.\n")
    assert changed(before, first) == {PAGE}
    assert "index.html" in changed(first, last)
    assert b"Now open." in first.files[PAGE].plain
    assert first.files[PAGE] == last.files[PAGE]


def test_an_article_that_is_saved_as_retracted_is_shown_so_at_once(project: Path) -> None:
    before, first, last = saved(project, "status: retracted\n")
    assert changed(before, first) == {PAGE}
    assert first.files[PAGE] == last.files[PAGE]


def test_the_page_of_a_saved_article_does_not_name_one_that_became_a_draft(project: Path) -> None:
    before, first, last = saved(project, "draft: true\n", "summary: Now open.\n")
    page = "undated/b/index.html"
    assert page in changed(before, first)
    assert b"undated/the-bridge" not in first.files[page].plain
    assert first.files[page] == last.files[page]


def test_what_is_saved_while_all_pages_are_made_again_is_shown_first_too(project: Path) -> None:
    rebuilds, stage, engine = session(project)
    other = TUNNEL.format(matter="slug: b\nsummary: Not yet.\n")
    engine.acts = [lambda: (project / "seeds" / "b.md").write_text(other, "utf-8")]
    engine.watch = Watch(lambda: Roots(folders=(), files=(project / "seeds" / "b.md",)))
    (project / "seeds" / "a.md").write_text(ARTICLE.format(matter="summary: Now open.\n"), "utf-8")
    assert {path.name for path in next(rebuilds).changes} == {"a.md", "b.md"}
    before, one, both, last = stage.editions
    assert changed(before, one) == {PAGE}
    assert changed(one, both) == {"undated/b/index.html"}
    assert both.files["undated/b/index.html"] == last.files["undated/b/index.html"]
    assert session(project)[1].shown.edition.files == last.files


def test_saves_without_end_do_not_keep_the_whole_site_from_being_made(project: Path) -> None:
    rebuilds, stage, engine = session(project)
    article = project / "seeds" / "a.md"
    engine.acts = [lambda: article.write_text(ARTICLE.format(matter="tags: [open]\n"), "utf-8")] * 20
    article.write_text(ARTICLE.format(matter="tags: [open]\n"), "utf-8")
    next(rebuilds)
    assert 10 < len(engine.acts) < 20
    assert "tags/open/index.html" in stage.shown.edition.files


def test_the_index_is_made_when_somebody_searches(preview: Preview) -> None:
    assert preview.get("search/index/nothing")[0] == 404
    status, terms = preview.get("search/index/terms.json")
    assert (status, len(json.loads(terms)["articles"])) == (200, 1)
    assert preview.get("search/index/pagefind.js")[0] == 200


def test_nothing_is_written_but_the_cache(preview: Preview) -> None:
    preview.save("seeds/b.md", ARTICLE.format(matter="draft: true\n"))
    preview.save("seeds/a.md", ARTICLE.format(matter="summary: Now open.\n"))
    preview.line("digest: rebuilt")
    assert sorted(path.name for path in preview.folder.iterdir()) == [".digest", "seeds"]


@pytest.mark.parametrize(
    ("name", "content", "shown"),
    [
        ("digest.yaml", "title: The Courier\n", "The Courier"),
        ("templates/partials/footer.html", "<p>A footer of our own</p>", "A footer of our own"),
        ("seeds/entities.yaml", "entities: [{name: Oslo, rename: The capital}]", "The capital"),
    ],
)
def test_whatever_a_page_is_made_of_is_watched(preview: Preview, name: str, content: str, shown: str) -> None:
    preview.save(name, content)
    preview.line("digest: rebuilt")
    assert shown in preview.get(PAGE)[1]


def test_an_article_that_comes_has_a_page_and_one_that_goes_has_none(preview: Preview) -> None:
    preview.save("seeds/b.md", ARTICLE.format(matter="").replace("bridge", "tunnel"))
    preview.line("digest: rebuilt")
    assert preview.get("undated/the-tunnel/")[0] == 200
    (preview.folder / "seeds" / "b.md").unlink()
    preview.line("digest: rebuilt")
    assert preview.get("undated/the-tunnel/")[0] == 404


def test_a_faulty_article_leaves_the_others_and_a_note_with_its_lines(preview: Preview) -> None:
    preview.save("seeds/bad.md", "---\ntitle: [\n---\n\nText.\n")
    assert "seeds/bad.md:2: not YAML" in preview.line("error: ")
    assert preview.get(PAGE)[0] == 200
    news = preview.news()
    assert news["headline"] == "1 article needs mending"
    note = news["notes"][0]  # type: ignore[index] # of the message's own form
    assert note["place"] == "seeds/bad.md:2"
    assert [line["text"] for line in note["excerpt"] if line["faulty"]] == ["title: ["]
    preview.line("digest: rebuilt 0 pages, 1 error in")
    (preview.folder / "seeds" / "bad.md").unlink()
    preview.line("digest: rebuilt 0 pages in")
    assert preview.news()["notes"] == []


@pytest.mark.parametrize(
    ("name", "content", "place", "line"),
    [
        ("digest.yaml", "title: News\ntitel: News\n", "digest.yaml:2", "titel: News"),
        ("templates/404.html", "<p>\n{% if %}\n", "templates/404.html:2", "{% if %}"),
        ("templates/404.html", "<p>\n\n{{ view.nothing }}\n", "templates/404.html:3", "{{ view.nothing }}"),
        ("templates/404.html", '{% include "partials/own.html" %}', "templates/404.html:1", '{% include "partials/own.html" %}'),
        ("seeds/entities.yaml", "entities:\n- nam: Oslo\n", "seeds/entities.yaml:2", "- nam: Oslo"),
    ],
)
def test_a_build_that_fails_leaves_the_site_and_a_note_until_it_is_mended(
    preview: Preview, name: str, content: str, place: str, line: str
) -> None:
    preview.save(name, content)
    assert place in preview.line("error: ")
    assert preview.get(PAGE)[0] == 200
    news = preview.news()
    assert news["headline"] == "The site cannot be built"
    note = news["notes"][0]  # type: ignore[index] # of the message's own form
    assert note["place"] == place
    assert note["hint"]
    assert [shown["text"] for shown in note["excerpt"] if shown["faulty"]] == [line]
    (preview.folder / name).unlink()
    assert preview.line("digest: rebuilt").endswith(f": {name} changed")
    assert preview.news()["notes"] == []


def test_a_fault_of_the_program_is_told_and_the_preview_goes_on(preview: Preview) -> None:
    preview.save("templates/404.html", "{{ 7 | long_date('en') }}")
    assert "digest fails (" in preview.line("error: ")
    assert "File " in preview.line("  File ")
    assert preview.get(PAGE)[0] == 200
    note = preview.news()["notes"][0]  # type: ignore[index] # of the message's own form
    assert (note["hint"], note["place"]) == ("report it, with what is told in the terminal", "")
    (preview.folder / "templates" / "404.html").unlink()
    preview.save("seeds/a.md", ARTICLE.format(matter="summary: Mended.\n"))
    preview.line("digest: rebuilt")
    assert preview.news()["notes"] == []


def test_what_the_disk_refuses_is_told_and_the_preview_goes_on(preview: Preview) -> None:
    addresses = preview.folder / "digest.lock.yaml"
    addresses.symlink_to(addresses.name)  # what leads to itself cannot be opened, not even by root
    preview.save("seeds/a.md", ARTICLE.format(matter="summary: Unread.\n"))
    assert f"digest.lock.yaml: {os.strerror(ELOOP)}; mend it, and save again" in preview.line("error: ")
    assert preview.get(PAGE)[0] == 200
    addresses.unlink()
    preview.save("seeds/a.md", ARTICLE.format(matter="summary: Mended.\n"))
    preview.line("digest: rebuilt")
    assert preview.news()["notes"] == []


def test_a_site_that_cannot_be_built_at_first_appears_when_it_can(project: Path) -> None:
    (project / "templates").mkdir()
    (project / "templates" / "404.html").write_text("{% if %}", "utf-8")
    preview = Preview(project)
    assert preview.get("")[0] == 503
    (project / "templates" / "404.html").unlink()
    preview.line("digest: rebuilt")
    assert preview.get("")[0] == 200
    assert preview.interrupted() == 0


def test_drafts_and_future_articles_are_shown_and_marked_when_asked_for(project: Path) -> None:
    (project / "seeds" / "b.md").write_text(ARTICLE.format(matter="slug: b\ndraft: true\n"), "utf-8")
    (project / "seeds" / "c.md").write_text(ARTICLE.format(matter="slug: c\ndate: 2030-01-02\n"), "utf-8")
    (project / "seeds" / "d.md").write_text(ARTICLE.format(matter="slug: d\ndraft: true\ndate: 2030-01-02\n"), "utf-8")
    now = ("--now", "2029-12-31T00:00:00Z")
    preview = Preview(project, "-D", "-F", *now)
    marks = {"undated/b/index.html": "Draft", "2030/01/c/index.html": "Future", "2030/01/d/index.html": "Draft · Future"}
    assert preview.news()["marks"] == marks
    assert preview.interrupted() == 0
    plain = Preview(project, *now)
    assert plain.told[0].startswith("digest: built ")
    assert ", held back 3 in " in plain.told[0]
    assert plain.get("undated/b/")[0] == 404
    assert plain.interrupted() == 0


def test_the_site_stands_below_the_path_at_which_it_is_published_and_its_links_lead_to_the_preview(project: Path) -> None:
    preview = Preview(project, "--base-url", "https://example.org/news/")
    assert preview.address.path == "/news/"
    status, missing = preview.get("nothing/")
    assert status == 404
    assert 'href="/news/assets/style.' in missing
    assert f"http://127.0.0.1:{preview.address.port}/news/entities/" in preview.get("sitemap.xml")[1]
    assert preview.interrupted() == 0


def test_a_site_that_moves_is_told_where_it_stands_now(preview: Preview) -> None:
    preview.save("digest.yaml", "base_url: https://example.org/news/\n")
    address = urlsplit(preview.line("digest: preview at ").split()[3])
    assert (address.port, address.path) == (preview.address.port, "/news/")
    preview.address = address
    assert preview.get(PAGE)[0] == 200


def test_a_path_with_signs_that_addresses_write_otherwise_is_followed(project: Path) -> None:
    path = "/My%20Repo(b)/Ü%25/"
    preview = Preview(project, "--base-url", f"https://example.org{path}")
    assert preview.address.path == path
    written = quote(path, safe="/%()")
    with urlopen(f"http://127.0.0.1:{preview.address.port}/") as front:
        assert (front.status, urlsplit(front.url).path) == (200, written)
        assert f'src="{path}_preview/script.js"' in front.read().decode()
    with urlopen(f"http://127.0.0.1:{preview.address.port}{written}_preview/script.js") as script:
        assert script.status == 200
    assert preview.interrupted() == 0


def test_a_port_that_is_taken_is_passed_over_and_said_so(project: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        preview = Preview(project, "--port", str(port))
    assert preview.address.port != port
    assert f"port {port} is taken" in preview.told[-1]
    assert preview.interrupted() == 0


def test_the_front_page_opens_in_the_browser_when_asked(project: Path) -> None:
    browser = project / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > "{project}/opened"\n', "utf-8")
    browser.chmod(0o755)
    preview = Preview(project, "--open", BROWSER=f"{browser} %s")
    deadline = time.monotonic() + 5
    while not (project / "opened").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert (project / "opened").read_text("utf-8").strip() == preview.address.geturl()
    assert preview.interrupted() == 0


def test_ctrl_c_ends_it_at_once_whoever_is_connected(preview: Preview) -> None:
    with ExitStack() as connected:
        for number in range(510):
            connection = connected.enter_context(socket.create_connection(("127.0.0.1", preview.address.port or 0), timeout=5))
            if number < 10:
                connection.sendall(f"GET /_preview/events?page={PAGE} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
                assert connection.recv(9) == b"HTTP/1.1 "
        began = time.monotonic()
        assert preview.interrupted() == 0
        assert time.monotonic() - began < 2


def test_ctrl_c_during_the_first_build_ends_it_with_nothing_said(project: Path) -> None:
    for number in range(300):
        (project / "seeds" / f"{number}.txt").write_text("The mayor of Oslo opened the bridge. " * 50, "utf-8")
    port = free_port()
    with subprocess.Popen([*DIGEST, "--port", str(port)], cwd=project, stderr=subprocess.PIPE, text=True) as process:
        while not is_listened_on(port):
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=5) == 0
        assert process.stderr
        assert not without_progress(process.stderr.read())


def test_for_programs_each_build_is_a_line_of_json(project: Path) -> None:
    command = [*DIGEST, "--format", "json"]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        first = json.loads(process.stdout.readline())
        assert (first["changes"], first["failure"], PAGE in first["files"]) == ([], "", True)
        (project / "seeds" / "bad.md").write_text("---\ntitle: [\n---\n", "utf-8")
        second = json.loads(process.stdout.readline())
        assert (second["changes"], second["files"], second["problems"][0]["path"]) == (["seeds/bad.md"], [], "seeds/bad.md")
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=5) == 0


@pytest.mark.parametrize("surroundings", ["env -u HOME -u PATH", "env LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0"])
def test_it_needs_no_home_and_no_locale(project: Path, surroundings: str) -> None:
    (project / "seeds" / "é.md").write_text("---\ntitle: Café\n---\n\nŻółw.\n", "utf-8")
    command = f"exec {surroundings} {sys.executable} -m digest serve --port 0"
    with subprocess.Popen(["sh", "-c", command], cwd=project, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        told = filter(without_progress, process.stderr)
        assert next(told).startswith("digest: built ")
        (project / "seeds" / "é.md").write_text("---\ntitle: Café\n---\n\nŻółwie.\n", "utf-8")
        assert next(told).startswith("digest: preview at ")
        assert next(told).startswith("digest: rebuilt ")
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=5) == 0


@pytest.mark.parametrize(("arguments", "closed"), [([], "2"), (["--format", "json"], "1"), (["-q"], "3")])
def test_that_nobody_reads_what_it_tells_does_not_end_it(project: Path, arguments: list[str], closed: str) -> None:
    port = free_port()
    command = f"exec {sys.executable} -m digest serve --port {port} {' '.join(arguments)} {closed}>&-"
    with subprocess.Popen(["sh", "-c", command], cwd=project) as process:
        first_answer(port)
        (project / "seeds" / "a.md").write_text(ARTICLE.format(matter="slug: new\n"), "utf-8")
        deadline = time.monotonic() + 10
        while first_answer(port, "/undated/new/") != 200:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=5) == 0


def test_a_configuration_that_is_wrong_from_the_start_ends_it(project: Path) -> None:
    (project / "digest.yaml").write_text("titel: News\n", "utf-8")
    done = subprocess.run(DIGEST, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "did you mean 'title'?" in done.stderr
