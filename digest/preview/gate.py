"""Which requests a preview answers: those of this machine's own browser for plain addresses, and no others.

A preview is a web server that every site open in the browser can send requests to. So the host must be called by a name of
its own (against DNS rebinding), other sites may link to a page and no more, and an address has one way to be written.
"""

import re
from collections.abc import Collection
from http import HTTPStatus

from werkzeug.wrappers import Request

from digest.text.web import is_plain_path

_OWN_NAMES = ("localhost", "127.0.0.1", "[::1]")
_ANY_ADDRESS = frozenset({"0.0.0.0", "::"})  # noqa: S104 - named, not listened on # nosec B104
_HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[^:\[\]@/]+)(:[0-9]{1,5})?")
_TARGET = re.compile(r"(?P<path>/[!-\"$->@-\[\]-~]*)(?:\?(?P<query>[!-\"$-\[\]-~]*))?")
_PAIRS = re.compile(r"[^=&]+=[^&]*(&[^=&]+=[^&]*)*")


def own_names(host: str, *further: str) -> frozenset[str]:
    """Return the names by which a preview that listens on `host` may be called, as the Host header writes them."""
    names = {*_OWN_NAMES, *further, host} - _ANY_ADDRESS
    return frozenset(f"[{name}]" if ":" in name and "[" not in name else name for name in map(str.casefold, names))


def is_plain(target: str) -> bool:
    """Say whether the target of a request line is the one plain way to write an address; its query is of `name=value` pairs."""
    match = _TARGET.fullmatch(target)
    has_pairs = match and (not match["query"] or _PAIRS.fullmatch(match["query"]))
    return bool(match and has_pairs and is_plain_path(match["path"]))


def refusal(request: Request, names: Collection[str]) -> HTTPStatus | None:
    """Say with which status a request is refused, if it is."""
    host = request.headers.get("Host", "").casefold()
    match = _HOST.fullmatch(host)
    if not match or match["name"] not in names or _is_foreign(request, host):
        return HTTPStatus.FORBIDDEN
    if request.environ["REQUEST_METHOD"] not in {"GET", "HEAD"}:  # as it is written: the request would have it in capitals
        return HTTPStatus.METHOD_NOT_ALLOWED
    return None


def _is_foreign(request: Request, host: str) -> bool:
    """Say whether a page of another origin asks, and not for a page to go to."""
    if request.headers.get("Origin", f"http://{host}").casefold() != f"http://{host}":
        return True
    if is_own(request):
        return False
    goes_there = request.headers.get("Sec-Fetch-Mode") == "navigate"
    return not goes_there or request.headers.get("Sec-Fetch-Dest", "document") != "document"


def is_own(request: Request) -> bool:
    """Say whether a page of the preview itself asks, or nobody but the reader, as far as the browser tells."""
    return request.headers.get("Sec-Fetch-Site", "none") in {"none", "same-origin"}
