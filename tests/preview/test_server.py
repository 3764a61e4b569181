import socket
from collections.abc import Iterator
from contextlib import ExitStack
from io import BufferedReader
from threading import Thread
from time import monotonic, sleep

import pytest

from digest.errors import ConfigError
from digest.preview.application import Preview
from digest.preview.edition import Edition
from digest.preview.gate import own_names
from digest.preview.pressed import Pressed
from digest.preview.server import Awaited, listening, origin, server
from digest.preview.stage import Stage

HOST = "127.0.0.1"
FILES = {"index.html": b"<body>Front</body>", "404.html": b"<body>Not here</body>", "caf\xe9/index.html": b"<body>Cafe</body>"}


ODD = rb"""
// //repo/ /repo// /repo/../etc/passwd /repo/..%2f..%2fetc/passwd /repo/%2e%2e/ /repo/\ /repo/..\x
/repo/?raw /repo/index.html?raw /repo/#x /repo/index.html# /repo/%00 /repo/index.html%00.txt /repo/%0d%0aSet-Cookie:a=b
/repo/%c0%ae%c0%ae/ http://localhost/repo/ http://example.org/repo/ * repo/ ?
/@fs/etc/passwd /etc/passwd /repo/digest.yaml /repo/seeds/a.md /repo/index.html/
""".split()


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """Run a preview, and give its port."""
    stage = Stage(Edition(base_path="/repo/", files={path: Pressed.of(content) for path, content in FILES.items()}), revision=5)
    with listening(HOST, 0) as listener:
        answering = server(listener, Preview(stage, own_names(HOST)))
        thread = Thread(target=answering.serve_forever)
        thread.start()
        yield listener.getsockname()[1]
        answering.shutdown()
        thread.join()


def sent(port: int, request: bytes) -> bytes:
    """Send bytes to the preview, and return all that it answers."""
    with socket.create_connection((HOST, port), timeout=5) as connection:
        connection.sendall(request)
        parts = iter(lambda: connection.recv(65536), b"")
        return b"".join(parts)


def status(port: int, target: bytes, *headers: bytes, method: bytes = b"GET") -> int:
    given = headers or (b"Host: localhost",)
    return int(sent(port, b"%b %b HTTP/1.1\r\n%b\r\n\r\n" % (method, target, b"\r\n".join(given))).split()[1])


def test_a_plain_address_is_answered_by_a_server_that_names_no_versions(port: int) -> None:
    answer = sent(port, b"GET /repo/ HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert b"Front" in answer
    assert b"Server: digest\r\n" in answer
    assert answer.count(b"\r\nDate: ") == 1


@pytest.mark.parametrize(
    "target", [*ODD, b"/repo/\0", b"/repo/caf\xe9/", b"/repo/x y", b"/repo/\x0bindex.html", b"/" + b"a" * 70_000]
)
def test_an_odd_address_is_a_bad_one_or_leads_nowhere(port: int, target: bytes) -> None:
    assert status(port, target) in {400, 404, 414}


def test_a_refusal_is_guarded_as_every_answer_is(port: int) -> None:
    answer = sent(port, b"GET /repo/?raw HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 400")
    assert b"X-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\n" in answer
    assert b"Content-Type: text/plain" in answer


@pytest.mark.parametrize(
    "headers",
    [(b"X: y",), (b"Host: example.org",), (b"Host: localhost", b"Host: example.org"), (b"Host: localhost", b"Origin: null")],
)
def test_who_calls_the_preview_otherwise_is_refused(port: int, headers: tuple[bytes, ...]) -> None:
    assert status(port, b"/repo/", *headers) == 403


def test_a_flood_of_headers_is_refused(port: int) -> None:
    assert status(port, b"/repo/", b"Host: localhost", *(b"X-%d: y" % number for number in range(5000))) == 431
    assert status(port, b"/repo/", b"Host: localhost", b"X: " + b"y" * 100_000) == 431


@pytest.mark.parametrize(
    "request_line",
    [b"GET /repo/ HTTP/9.9", b"GET", b"\x16\x03\x01", b"PRI * HTTP/2.0", b"GET /repo/ HTTP/1.1 x", b"GET /repo/ FTP/1.0"],
)
def test_what_is_no_request_is_refused(port: int, request_line: bytes) -> None:
    answer = sent(port, request_line + b"\r\nHost: localhost\r\n\r\n")
    assert int(answer.split()[1]) in {400, 505}


def test_five_hundred_idle_connections_do_not_stop_it(port: int) -> None:
    with ExitStack() as idle:
        for _ in range(500):
            idle.enter_context(socket.create_connection((HOST, port), timeout=5))
        assert status(port, b"/repo/") == 200  # behind all of them, which the server meets one by one
        began = monotonic()
        assert status(port, b"/repo/") == 200
        assert monotonic() - began < 1


def drip(connection: socket.socket) -> None:
    for _ in range(10):
        connection.sendall(b"x")
        sleep(0.1)


def test_a_request_that_comes_in_drops_is_waited_for_only_so_long() -> None:
    near, far = socket.socketpair()
    with near, far, BufferedReader(Awaited(near, seconds=0.5)) as reading:
        began = monotonic()
        dripping = Thread(target=drip, args=(far,))
        dripping.start()
        with pytest.raises(TimeoutError):
            reading.readline()
        assert 0.4 < monotonic() - began < 0.9
        dripping.join()


def test_a_port_that_is_taken_is_passed_over_for_the_next_that_is_free() -> None:
    with listening(HOST, 0) as first, listening(HOST, first.getsockname()[1]) as second:
        assert first.getsockname()[1] < second.getsockname()[1] <= first.getsockname()[1] + 20


@pytest.mark.parametrize("host", ["192.0.2.1", "no such host"])
def test_an_address_that_is_not_this_machines_is_refused(host: str) -> None:
    with pytest.raises(ConfigError, match=f"cannot listen on {host}, port 8000: .*; name others with --host and --port"):
        listening(host, 8000)


def test_an_empty_address_is_not_every_address() -> None:
    with pytest.raises(ConfigError, match="names no address"):
        listening("", 8000)


def test_the_address_of_a_preview_for_all_is_one_that_a_browser_here_can_call() -> None:
    with listening("0.0.0.0", 0) as everywhere, listening("::1", 0) as sixth:  # noqa: S104 - as a user may wish
        assert origin(everywhere).startswith("http://127.0.0.1:")
        assert origin(sixth).startswith("http://[::1]:")
