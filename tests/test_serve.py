import socket
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
from werkzeug.test import Client, TestResponse

from digest.errors import ConfigError
from digest.serve import HOST, Preview, server


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "key.txt").write_text("secret", "utf-8")
    site = tmp_path / "site"
    (site / "a b").mkdir(parents=True)
    for name in ("index.html", "a b/index.html", "404.html", "style.css"):
        (site / name).write_text(name, "utf-8")
    (site / "link.txt").symlink_to(tmp_path / "secret.txt")
    (site / "folder").symlink_to(tmp_path / "private")
    return site


def get(site: Path, path: str, base_path: str = "/", host: str = "localhost:8000", method: str = "GET") -> TestResponse:
    return Client(Preview(site, base_path)).open(path, method=method, headers={"Host": host})


@pytest.mark.parametrize(("path", "shown"), [("/", "index.html"), ("/a%20b/", "a b/index.html"), ("/style.css?v=1", "style.css")])
def test_a_file_is_shown_under_its_address(site: Path, path: str, shown: str) -> None:
    answer = get(site, path)
    assert (answer.status_code, answer.text) == (200, shown)


def test_a_folder_leads_to_its_index(site: Path) -> None:
    answer = get(site, "/a%20b")
    assert (answer.status_code, urlsplit(answer.location).path) == (302, "/a%20b/")


@pytest.mark.parametrize("path", ["/", "/repo"])
def test_under_a_base_path_the_way_leads_there(site: Path, path: str) -> None:
    assert get(site, path, "/repo/").location == "/repo/"
    assert get(site, "/repo/", "/repo/").text == "index.html"
    assert get(site, "/style.css", "/repo/").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/a b/../../secret.txt",
        "//etc/passwd",
        "/%2Fetc/passwd",
        "/..%5csecret.txt",
        "/link.txt",
        "/folder/key.txt",
        "/index.html%00.txt",
        "/none",
        "/" + "x" * 5000,
    ],
)
def test_nothing_outside_the_folder_is_shown(site: Path, path: str) -> None:
    answer = get(site, path)
    assert (answer.status_code, answer.text) == (404, "404.html")


@pytest.mark.parametrize("host", ["example.org", "localhost.example.org", "127.0.0.1.example.org:8000", "", "[", "192.168.0.1"])
def test_other_hosts_are_refused_against_dns_rebinding(site: Path, host: str) -> None:
    assert get(site, "/", host=host).status_code in {400, 403}


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:9", "[::1]:8000"])
def test_this_machine_may_be_called_by_any_of_its_names(site: Path, host: str) -> None:
    assert get(site, "/", host=host).status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_a_preview_is_only_read(site: Path, method: str) -> None:
    answer = get(site, "/", method=method)
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")


def test_no_other_site_may_read_the_answer_and_nothing_is_cached(site: Path) -> None:
    headers = get(site, "/style.css").headers
    assert "Access-Control-Allow-Origin" not in headers
    assert (headers["Cache-Control"], headers["X-Content-Type-Options"]) == ("no-store", "nosniff")
    assert headers["Content-Type"].startswith("text/css")


def test_a_folder_without_a_404_page_still_answers(tmp_path: Path) -> None:
    assert get(tmp_path, "/none").status_code == 404


@pytest.fixture
def running(site: Path) -> Iterator[str]:
    bound, address = server(site, "https://example.org/repo/", 0)
    thread = Thread(target=bound.serve_forever)
    thread.start()
    yield address
    bound.shutdown()
    thread.join()
    bound.server_close()


def test_a_real_server_shows_the_site_on_the_loopback_address_only(running: str) -> None:
    parts = urlsplit(running)
    assert (parts.hostname, parts.path) == (HOST, "/repo/")
    assert parts.port
    connection = HTTPConnection(HOST, parts.port, timeout=5)
    for sent, status in (("/repo/", 200), ("/repo/../../secret.txt", 404), ("/repo/%2e%2e/secret.txt", 404)):
        connection.request("GET", sent)
        with connection.getresponse() as answer:
            assert answer.status == status
            assert b"secret" not in answer.read()
    connection.close()


def test_a_port_that_is_taken_is_a_matter_of_configuration(site: Path) -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        with pytest.raises(ConfigError, match="cannot be had; name another one with --port"):
            server(site, "", taken.getsockname()[1])
