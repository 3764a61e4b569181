"""A folder as a static host shows it: below a path, with 404.html for what is not there."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


class _Host(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: object, folder: Path, base_path: str) -> None:
        self._folder, self._base_path = folder, base_path
        super().__init__(*arguments, directory=str(folder))  # type: ignore[arg-type] # what the server hands over

    def translate_path(self, path: str) -> str:
        below = path.startswith(self._base_path)
        return super().translate_path("/" + path.removeprefix(self._base_path) if below else "/404/nothing")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = self._folder / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the base class names it so
        """Print nothing."""


@contextmanager
def a_host(folder: Path, base_path: str) -> Iterator[str]:
    """Serve a folder while the context lasts; give the address of its front page."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, folder=folder, base_path=base_path)) as host:
        thread = Thread(target=host.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{host.server_port}{base_path}"
        host.shutdown()
        thread.join()
