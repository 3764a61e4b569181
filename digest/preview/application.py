"""The WSGI application of a preview: the files of the edition that is shown, and a stream of news about them."""

import mimetypes
from collections.abc import Collection, Iterable
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote, unquote
from wsgiref.types import StartResponse, WSGIEnvironment

from werkzeug.wrappers import Request, Response

from digest.preview.gate import is_own, refusal
from digest.preview.injection import EVENTS, SCRIPT, STYLE, live, stand_in
from digest.preview.stage import Shown, Stage

GUARDS = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "no-referrer",
}
_HERE = Path(__file__).parent
_OWN_FILES = {path: (_HERE / Path(path).name).read_bytes() for path in (SCRIPT, STYLE)}
_PATIENCE = 15.0  # seconds between signs of life on a stream


class Preview:
    """Answers requests for the files of what stands on a stage, if the host is called by one of `names`."""

    def __init__(self, stage: Stage, names: Collection[str]) -> None:
        self._stage, self._names = stage, names

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        request = Request(environ)
        response = self._answer(request)
        response.headers.update(GUARDS)
        response.headers.pop("Date", None)  # the server adds it
        return response(environ, start_response)

    def _answer(self, request: Request) -> Response:
        status = refusal(request, self._names)
        if status:
            return _refused(status)
        shown = self._stage.shown
        base_path = unquote(shown.edition.base_path)
        if request.path in {"/", base_path.rstrip("/")} and request.path != base_path:
            return _redirect(shown.edition.base_path)
        if not request.path.startswith(base_path):
            return _missing(shown, "")
        path = request.path.removeprefix(base_path)
        if path == EVENTS:
            return self._events(request) if is_own(request) else _refused(HTTPStatus.FORBIDDEN)
        return _file(request, shown, path)

    def _events(self, request: Request) -> Response:
        revision = request.args.get("revision", 0, int)
        messages = self._stage.messages(request.args.get("page", ""), revision, _PATIENCE)
        return Response(messages, headers={"Cache-Control": "no-store"}, mimetype="text/event-stream")


def _refused(status: HTTPStatus) -> Response:
    allowed = {"Allow": "GET, HEAD"} if status == HTTPStatus.METHOD_NOT_ALLOWED else {}
    return Response(f"{status.phrase}: this preview is for its own pages on this machine.\n", status, allowed)


def _file(request: Request, shown: Shown, path: str) -> Response:
    """Answer with a file of the site or of the preview, the way to it, or the word that it is not there."""
    files = shown.edition.files
    name = path + "index.html" if path.endswith("/") or not path else path
    built = files.get(name)
    content = built.plain if built is not None else _OWN_FILES.get(name)
    content = shown.edition.late(name) if content is None else content
    if content is None and f"{name}/index.html" in files:
        return _redirect(quote(f"{request.path}/"))
    if content is None:
        return _missing(shown, name)
    if name.endswith(".html"):
        return _conditional(_page(shown, name, content, HTTPStatus.OK), request)
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return _conditional(Response(content, mimetype=kind), request)


def _missing(shown: Shown, name: str) -> Response:
    """Show the site's own page for what is not there, or what takes the place of a site that is not there itself."""
    if not shown.edition.files:
        return _page(shown, name, stand_in(shown.edition.headline), HTTPStatus.SERVICE_UNAVAILABLE)
    page = shown.edition.files.get("404.html")
    return _page(shown, name, page.plain if page else b"", HTTPStatus.NOT_FOUND)


def _page(shown: Shown, name: str, content: bytes, status: HTTPStatus) -> Response:
    page = live(content, base_path=shown.edition.base_path, path=name, revision=shown.revision)
    return Response(page, status, mimetype="text/html")


def _conditional(response: Response, request: Request) -> Response:
    """Let a browser keep a file if it asks each time whether it is still the same."""
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    return response.make_conditional(request)


def _redirect(path: str) -> Response:
    return Response(status=HTTPStatus.FOUND, headers={"Location": path})
