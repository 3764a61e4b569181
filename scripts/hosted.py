"""A folder as a plain static host shows it, for as long as a script needs it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # connections are kept, as hosts keep them

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the base class names it so
        """Print nothing."""


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """Serve a folder, and give the address of its front page."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
