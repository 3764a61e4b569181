"""Files of other programs to articles in the content folder: nothing is overwritten, and nothing is taken twice."""

import os
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import Any, Protocol, TypeVar
from urllib.parse import urlsplit

from digest.config import Config
from digest.errors import ConfigError, SourceError
from digest.front_matter.header import opened
from digest.front_matter.stated import stated
from digest.guard import Located, guarded
from digest.importing.taken import Taken
from digest.load import MAX_BYTES, find, refused, source
from digest.model.problem import Problem
from digest.model.source import Source
from digest.parts import READERS
from digest.rules import RULES

# The module of each kind of file, and the extra that it needs; it is imported when such a file comes.
_FEED, _PAGE, _NOTE = ("feed", "feeds"), ("webpage", "html"), ("note", "")
IMPORTERS = {".xml": _FEED, ".rss": _FEED, ".atom": _FEED, ".rdf": _FEED, ".json": ("json_feed", "")}
IMPORTERS |= {".html": _PAGE, ".htm": _PAGE, ".xhtml": _PAGE, ".md": _NOTE, ".markdown": _NOTE}
# A saved page may hold its pictures.
_MOST_BYTES = dict.fromkeys((".html", ".htm", ".xhtml"), 100_000_000)
_OF_PAGES = re.compile(r"(?P<page>.+)(?:_files|_fichiers|_archivos|_arquivos|_bestanden|_file|-Dateien|-filer|-gegevens)")
Item = TypeVar("Item", bound=Located)
Result = TypeVar("Result")
_UNSHOWABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_OF_FOLDERS = "_index.md"  # what Hugo and Zola say of a folder
_MOST_KINDS = 8  # of files that are passed over, by name


class Importer(Protocol):
    """What a module of this package offers."""

    def items(self, source: Source) -> Sequence[Located]:
        """List the articles of a file."""

    def take(self, item: Any, retrieved: date) -> Taken:  # noqa: ANN401 - each importer has its own kind of item
        """Take one of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Haul:
    """The files that were written, and what an editor should know."""

    written: tuple[Path, ...]
    problems: tuple[Problem, ...]


def take(paths: Sequence[Path], config: Config, retrieved: date) -> Haul:
    """Take all articles of files and folders.

    Raises ConfigError when the program that reads such files is not installed.
    """
    known = _known(config)
    written: list[Path] = []
    problems: list[Problem] = []
    for origin, taken in _articles(paths, retrieved, config):
        if isinstance(taken, Problem):
            problems.append(taken)
            continue
        address = _bare(taken.front_matter.source.url)
        path = None if address in known else _shelved(taken, config.content)
        if not path:
            there = known.get(address) or f"{taken.name}.md"
            problems.append(_note("import-known", origin, f"is there already, as {there}", "delete that to take it again"))
            continue
        written.append(path)
        if address:
            known[address] = path.name
        if taken.left:
            hint = "look at the new file"
            problems.append(_note("import-left", origin, f"not taken, or left as they are: {', '.join(taken.left)}", hint))
    return Haul(written=tuple(written), problems=tuple(problems))


def _known(config: Config) -> dict[str, str]:
    """List the addresses from which the articles of the content folder were taken, each with its file."""
    known = {}
    for one in find(config.content, READERS).sources if config.content.is_dir() else ():
        with suppress(SourceError):
            known[_bare(opened(one).front_matter.source.url)] = one.path
    known.pop("", None)
    return known


def _bare(url: str) -> str:
    """Return an address without what differs between two ways to the same page; '' for what is none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return f"{parts.hostname.removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}" if parts.hostname else ""


def _articles(paths: Sequence[Path], retrieved: date, config: Config) -> Iterator[tuple[str, Taken | Problem]]:
    own = {folder.resolve() for folder in (config.content, config.output, config.templates)}
    for path in chain.from_iterable(_files(path, own) for path in paths):
        if isinstance(path, Problem):
            yield path.path, path
            continue
        name = str(path)
        try:
            read, importer = source(path, name, _MOST_BYTES.get(path.suffix.lower(), MAX_BYTES)), _importer(path)
        except (SourceError, OSError) as error:
            yield name, refused(name, error)
            continue
        items = guarded(read, partial(_attempted, step=importer.items), config.time_limit)
        if isinstance(items, Problem):
            yield name, items
            continue
        for item in items:
            step = partial(_attempted, step=partial(importer.take, retrieved=retrieved))
            yield item.path, guarded(item, step, config.time_limit)


def _files(path: Path, own: Collection[Path]) -> Iterator[Path | Problem]:
    """Yield a file, or those below a folder that an importer is named for, in order of path, following no links.

    What else stands there is told at the end, but for hidden files, and so are the project's own folders.
    """
    if not path.is_dir():
        yield path
        return
    others: Counter[str] = Counter()
    of_pages: list[str] = []
    of_project: list[str] = []
    for place, folders, names in os.walk(path):
        if any(Path(place).resolve().is_relative_to(folder) for folder in own):
            of_project.append(place)
            folders.clear()
            continue
        parts = {name for name in folders if _is_of_page(name, names)}
        of_pages += sorted(str(Path(place, name)) for name in parts)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in parts)
        for name in sorted(name for name in names if not name.startswith(".")):
            kind = Path(name).suffix.lower()
            if kind in IMPORTERS and name != _OF_FOLDERS:
                yield Path(place, name)
            else:
                others[name if name == _OF_FOLDERS or not kind else f"*{kind}"] += 1
    for folder in of_project:
        yield _note("import-left", folder, "a folder of this project, not taken", "name the files of it that are to be taken")
    for folder in of_pages:
        hint = "to take a file of it, name that file"
        yield _note("import-left", folder, "a folder of what a saved page shows, not taken", hint)
    if others:
        kinds = [f"{kind} ({count})" for kind, count in sorted(others.items())]
        further = [f"and {len(kinds) - _MOST_KINDS} other kinds"] if len(kinds) > _MOST_KINDS else []
        message = f"files that were not taken: {', '.join(kinds[:_MOST_KINDS] + further)}"
        yield _note("import-left", str(path), message, "copy what articles need, and save texts as Markdown")


def _is_of_page(folder: str, names: Sequence[str]) -> bool:
    """Say whether a browser made a folder for the pictures and frames of a page beside it."""
    found = _OF_PAGES.fullmatch(folder)
    return found is not None and any(f"{found['page']}{suffix}" in names for suffix in (".html", ".htm", ".xhtml"))


def _importer(path: Path) -> Importer:
    if path.suffix.lower() not in IMPORTERS:
        raise SourceError(f"no importer for '{path.suffix}' files", hint=f"digest imports {' '.join(sorted(IMPORTERS))}")
    module, extra = IMPORTERS[path.suffix.lower()]
    try:
        importer: Importer = import_module(f"digest.importing.{module}")
    except ModuleNotFoundError as error:
        if not extra:
            raise
        message = f"to import '{path.suffix}' files, digest needs {error.name}"
        raise ConfigError(message, hint=f"install it: pip install 'news-digest[{extra}]'") from error
    return importer


def _attempted(item: Item, step: Callable[[Item], Result]) -> Result | Problem:
    try:
        return step(item)
    except SourceError as error:
        return refused(item.path, error)


def _shelved(taken: Taken, content: Path) -> Path | None:
    """Write an article into the content folder, and return its path; none when its text is there already.

    Two articles may bear one name: the second gets a mark made from its address, or its text.
    """
    content.mkdir(parents=True, exist_ok=True)
    text = _UNSHOWABLE.sub("", stated(taken.front_matter, taken.body))
    mark = sha256((taken.front_matter.source.url or text).encode()).hexdigest()[:8]
    for path in (content / f"{taken.name}.md", content / f"{taken.name}-{mark}.md"):
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            if path.read_text("utf-8", "replace").endswith(f"\n\n{taken.body.strip()}\n"):
                return None
        else:
            return path
    return None


def _note(rule: str, path: str, message: str, hint: str) -> Problem:
    return Problem(level=RULES[rule], rule=rule, path=path, line=0, message=message, hint=hint)
