"""A threaded server of a preview: on a free port, quiet, and with a limit to what one connection may cost."""

import socket
from errno import EADDRINUSE
from http import HTTPStatus
from io import BufferedReader, RawIOBase
from time import monotonic

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from digest.errors import ConfigError
from digest.preview.application import GUARDS, Preview
from digest.preview.gate import is_plain

_TRIED = 20  # ports, before the user is asked to name another
_LAST = 65_535
_WAITING = 1024  # connections that are not yet answered


class Awaited(RawIOBase):
    """What a connection sends within some seconds, however it is cut."""

    def __init__(self, connection: socket.socket, seconds: float) -> None:
        self._connection, self._end = connection, monotonic() + seconds

    def readable(self) -> bool:
        """Say yes."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override] # a BufferedReader hands over nothing else
        """Read what has come; raise TimeoutError when the time is over."""
        left = self._end - monotonic()
        if left <= 0:
            raise TimeoutError
        self._connection.settimeout(left)
        return self._connection.recv_into(buffer)


class _Handler(WSGIRequestHandler):
    """A request handler that prints nothing and refuses addresses that are not plain before anything reads them."""

    timeout = 30  # seconds of silence, and for a whole request line with its headers
    default_request_version = "HTTP/1.1"  # so that who sends no version is answered with headers too

    def setup(self) -> None:
        """Read slow requests only so long."""
        super().setup()
        self.rfile = BufferedReader(Awaited(self.connection, self.timeout))

    def parse_request(self) -> bool:
        """Read a request line and headers; say whether to go on."""
        if not super().parse_request():
            return False
        self.connection.settimeout(self.timeout)
        if is_plain(self.requestline.split()[1]):
            return True
        self.send_error(HTTPStatus.BAD_REQUEST, "This is no plain address")
        return False

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse, in plain text and guarded as all answers are."""
        del explain
        refusal = f"{code} {message or HTTPStatus(code).phrase}\n".encode()
        self.send_response(code)
        for name, value in (
            GUARDS | {"Content-Type": "text/plain", "Content-Length": str(len(refusal)), "Connection": "close"}
        ).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(refusal)

    def version_string(self) -> str:
        """Say who answers, and no version."""
        return "digest"

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Print nothing."""


def listening(host: str, port: int) -> socket.socket:
    """Listen on a port of `host`, or, when it is taken, on the next one that is free; 0 is any.

    Raises ConfigError when none can be had.
    """
    if not host:  # which would be every address of this machine
        raise ConfigError("--host names no address", hint="leave it out for this machine alone, or name 0.0.0.0 to let others in")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    last = min(port + _TRIED, _LAST) if port else 0
    for tried in range(port, last + 1):
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, tried))
            listener.listen(_WAITING)
        except OSError as error:
            listener.close()
            if error.errno != EADDRINUSE:
                what = f"cannot listen on {host}, port {tried}: {error.strerror or error}"
                raise ConfigError(what, hint="name others with --host and --port") from error
        else:
            return listener
    raise ConfigError(f"the ports {port} to {last} are taken", hint="name another one with --port, or 0 for any")


def origin(listener: socket.socket) -> str:
    """Return the address of a server, without a path, as a browser on this machine would call it."""
    host, port = listener.getsockname()[:2]
    name = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - named, not listened on # nosec B104
    return f"http://[{name}]:{port}" if ":" in name else f"http://{name}:{port}"


def server(listener: socket.socket, preview: Preview) -> BaseWSGIServer:
    """Make a server of what arrives at a listening socket, in threads that end with the process."""
    host, port = listener.getsockname()[:2]
    return make_server(host, port, preview, threaded=True, request_handler=_Handler, fd=listener.fileno())
