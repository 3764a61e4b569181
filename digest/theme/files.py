"""The templates and static files of a site: the project's own where it has them, else the default theme's."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from rjsmin import jsmin

from digest.errors import ConfigError
from digest.model.site import Asset

_STATIC = "static/"
_BUNDLES = (".css", ".js")
_LOADED = re.compile(r"\.(?:css|js|woff2?|svg|png|jpe?g|webp|avif|gif|ico)$")
_REFERENCE = re.compile(
    rb"""(?:(?<=\burl\()|(?<=@import )(?=["'])|(?<=@import)(?=["']))"""
    rb"""(?P<quote>["']?)(?P<file>[^"'()?#]+)(?=(?:[?#][^"'()]*)?(?P=quote)(?:\)|(?<=["'])))"""
)
_KEPT = rb"""
    "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'  # a string
    | (?i:url)\(\s*(?!["'\s])(?:[^)\\]|\\.)*\)  # an address without quotes: within them it is a string
    | \\[0-9A-Fa-f]{1,6}\s? | \\.  # a character that is escaped, by its number or itself
"""
_SPARE = re.compile(
    rb"""
    (?P<kept>%b)
    | /\*.*?\*/
    | \s*(?:;\s*)*(?P<end>\})\s*
    | \s*(?P<mark>[{;,>])\s* | (?P<colon>:)\s+ | (?<![\w.\\-])0(?=\.[0-9])
    | (?P<space>\s+)
    """
    % _KEPT,
    re.DOTALL | re.VERBOSE,
)
_SEARCH = re.compile(r"(?:^|[/-])search\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Template sources by name, and static files with their addresses."""

    templates: tuple[tuple[str, str], ...]
    assets: tuple[Asset, ...]


def theme(project: Path, *, search: bool = True) -> Theme:
    """Read the default theme, with each file of the folder `project` in place of ours of the same name.

    A file such as `static/style.css` takes the place of all the parts in our folder of that name. Without `search`, files
    named for it are left out.
    """
    own = files(project)
    ours = {name: content for name, content in files(default_folder()).items() if name.rpartition("/")[0] not in own}
    both = {name: content for name, content in {**ours, **own}.items() if search or not _SEARCH.search(name)}
    static = {name.removeprefix(_STATIC): content for name, content in both.items() if name.startswith(_STATIC)}
    templates = tuple((name, _text(name, content)) for name, content in sorted(both.items()) if name.endswith((".html", ".xml")))
    return Theme(templates=templates, assets=tuple(_assets(_bundled(static))))


def default_folder() -> Path:
    """Return the folder of the default theme: beside the package in a checkout, inside it when installed."""
    here = Path(__file__).parent.parent
    return next(folder for folder in (here / "templates", here.parent / "templates") if folder.is_dir())


def files(folder: Path) -> dict[str, bytes]:
    """Read the files of a folder of templates by their names in it."""
    found = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def _bundled(static: dict[str, bytes]) -> dict[str, bytes]:
    """Join the files of a folder named like a file (`style.css/`), in order of name, to that file."""

    def bundle(name: str) -> str:
        folder = name.partition("/")[0]
        return folder if folder.endswith(_BUNDLES) else name

    names = sorted(static, key=lambda name: (bundle(name), name))
    return {name: b"".join(static[part] for part in parts) for name, parts in groupby(names, key=bundle)}


def _assets(static: dict[str, bytes]) -> Iterator[Asset]:
    """Put a hash into the names of files that pages load, so that browsers may keep them for ever; style sheets name them so."""
    styles = {name: _spare_style(content) for name, content in static.items() if name.endswith(".css")}
    written = {name: _spare_script(name, content) for name, content in static.items() if name not in styles}
    named = {name: _marked(name, content) for name, content in written.items()}
    for name in _imported_first(styles):
        written[name] = _REFERENCE.sub(partial(_reference, folder=posixpath.dirname(name), named=named), styles[name])
        named[name] = _marked(name, written[name])
    for name in static:
        yield Asset(name=name, permalink=f"/assets/{named[name]}", content=written[name])


def _imported_first(styles: dict[str, bytes]) -> tuple[str, ...]:
    """Order style sheets so that each stands behind those that it imports; browsers pass over one that imports itself."""
    ordered: dict[str, None] = {}

    def take(name: str, importing: tuple[str, ...]) -> None:
        for found in _REFERENCE.finditer(styles[name]):
            other = _referred(found, posixpath.dirname(name))
            if other in styles and other not in (*ordered, *importing, name):
                take(other, (*importing, name))
        ordered.setdefault(name)

    for name in styles:
        take(name, ())
    return tuple(ordered)


def _spare_style(style: bytes) -> bytes:
    """Leave out comments, white space and zeros that say nothing: a page is not shown before its style sheets have come."""

    def said(found: re.Match[bytes]) -> bytes:
        return found["kept"] or found["end"] or found["mark"] or found["colon"] or (b" " if found["space"] else b"")

    return _SPARE.sub(said, style).strip()


def _spare_script(name: str, content: bytes) -> bytes:
    """Leave out comments and white space of a script, but for one whose name says that this was done."""
    return jsmin(content, keep_bang_comments=True) if name.endswith(".js") and not name.endswith(".min.js") else content


def _marked(name: str, content: bytes) -> str:
    if not _LOADED.search(name):
        return name
    stem, _, suffix = name.rpartition(".")
    return f"{stem}.{sha256(content).hexdigest()[:8]}.{suffix}"


def _reference(found: re.Match[bytes], *, folder: str, named: dict[str, str]) -> bytes:
    """Name a file of the theme, that a style sheet in `folder` refers to, as it is called on the site."""
    name = _referred(found, folder)
    if name not in named:
        return found[0]
    return found["quote"] + posixpath.join(posixpath.dirname(_file(found)), posixpath.basename(named[name])).encode()


def _referred(found: re.Match[bytes], folder: str) -> str:
    return posixpath.normpath(posixpath.join(folder, _file(found)))


def _file(found: re.Match[bytes]) -> str:
    return found["file"].decode("utf-8", "replace")


def _text(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ConfigError("not UTF-8 text", path=f"templates/{name}", hint="save the template as UTF-8") from error
