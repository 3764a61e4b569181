"""A preview of a built site on this machine alone."""

import mimetypes
from collections.abc import Iterable
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit
from wsgiref.types import StartResponse, WSGIEnvironment

from werkzeug.security import safe_join
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response

from digest.errors import ConfigError

HOST = "127.0.0.1"
_OWN_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


class Preview:
    """A WSGI application that shows the files of a folder under a base path."""

    def __init__(self, folder: Path, base_path: str) -> None:
        self._folder, self._base_path = folder, base_path

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        return self._answer(Request(environ))(environ, start_response)

    def _answer(self, request: Request) -> Response:
        if (urlsplit(f"//{request.host}").hostname or "") not in _OWN_NAMES:
            return Response("This preview answers to localhost only.\n", HTTPStatus.FORBIDDEN)
        if request.method not in {"GET", "HEAD"}:
            return Response("", HTTPStatus.METHOD_NOT_ALLOWED, {"Allow": "GET, HEAD"})
        if request.path in {"/", self._base_path.rstrip("/")} and request.path != self._base_path:
            return Response("", HTTPStatus.FOUND, {"Location": self._base_path})
        found = self._file(request.path)
        if found is None:
            return self._shown(self._folder / "404.html", HTTPStatus.NOT_FOUND)
        if found.is_dir():
            return Response("", HTTPStatus.FOUND, {"Location": request.path + "/"})
        return self._shown(found, HTTPStatus.OK)

    def _file(self, path: str) -> Path | None:
        if not path.startswith(self._base_path) or "\0" in path:
            return None
        name = path.removeprefix(self._base_path)
        joined = safe_join(str(self._folder), name + ("index.html" if name.endswith("/") or not name else ""))
        try:
            found = Path(joined).resolve(strict=True) if joined else None
        except OSError:
            return None
        return found if found and found.is_relative_to(self._folder.resolve()) else None

    def _shown(self, file: Path, status: HTTPStatus) -> Response:
        content = file.read_bytes() if file.is_file() else b""
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        headers = {
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
        }
        return Response(content, status, headers, mimetype=kind)


class _Quiet(WSGIRequestHandler):
    """A request handler that prints nothing."""

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Print nothing."""


def server(folder: Path, base_url: str, port: int) -> tuple[BaseWSGIServer, str]:
    """Return a server for `folder`, bound to the loopback address, and the address of its front page.

    Raises ConfigError when the port is taken, or no port.
    """
    base_path = urlsplit(base_url).path or "/"
    try:
        bound = make_server(HOST, port, Preview(folder, base_path), threaded=True, request_handler=_Quiet)
    except (OSError, OverflowError, SystemExit) as error:
        raise ConfigError(f"port {port} cannot be had", hint="name another one with --port, or 0 for any") from error
    return bound, f"http://{HOST}:{bound.port}{base_path}"
