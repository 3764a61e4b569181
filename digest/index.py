"""The words of all articles to the files of their index, which Pagefind's program makes and its script in the browser reads."""

import gzip
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import cache, partial
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from uuid import uuid4

import msgspec

from digest import permalinks
from digest.cache.newest import remember, remembered
from digest.cache.version import version
from digest.lock import RECORDS, make_workshop, workshop
from digest.model.library import Library
from digest.model.page import Output
from digest.model.problem import Problem
from digest.searchable import names, searchables, terms

_PATIENCE = 600  # seconds
# What one word costs a reader: with chunks of 2,500 entries instead of 20,000, at 1,000 articles 5 kB instead of 28.
_CHUNK = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "2500"}
_PLAIN_WORDS = "wasm.unknown.pagefind"  # the search program for languages whose word forms Pagefind does not know
_HEAD = b"pagefind_dcd"
_MADE = "index"
_FAULTS = (ImportError, OSError, subprocess.SubprocessError, ValueError, KeyError, EOFError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The files of an index, or why there is none."""

    outputs: tuple[Output, ...] = ()
    problems: tuple[Problem, ...] = ()


class _Made(msgspec.Struct):
    """What Pagefind made: its files, and by address of an article the id that it has in them."""

    files: dict[str, bytes]
    ids: dict[str, str]


@contextmanager
def indexing(library: Library, language: str, output: Path, kept: Path) -> Iterator[Callable[[], Index]]:
    """Have the index of a library made in the workshop of an output folder, while other things are; yield what waits for it.

    Of the same words the one before is taken, which is kept in a folder of its own. A fault is told, and leaves the site
    without an index.
    """
    if not library.articles:
        yield Index
        return
    key = _key(library, language)
    if made := _known(kept, key):
        yield lambda: _with_terms(made, library)
        return
    make_workshop(output)
    # A room of its own: if a build is killed, its Pagefind goes on writing where it began.
    room = workshop(output) / RECORDS / uuid4().hex
    with ExitStack() as stack:
        stack.callback(_leave, output)
        try:
            process = stack.enter_context(_started(library, language, room))
        except _FAULTS as error:
            problem = _problem(error, output)
            yield lambda: Index(problems=(problem,))
            return
        yield cache(lambda: _finished(process, library, room, output, partial(remember, kept, key)))


def _key(library: Library, language: str) -> bytes:
    """Return a digest of all that Pagefind's files are made from; the version of the program covers Pagefind's too."""
    found = blake2b(language.encode(), digest_size=16, key=version())
    for one in searchables(library):
        content = one.html.encode("utf-8", "replace")
        found.update(f"\n{one.permalink}\n{len(content)}\n".encode("utf-8", "replace") + content)
    return found.digest()


def _known(kept: Path, key: bytes) -> _Made | None:
    with suppress(msgspec.MsgspecError):
        if content := remembered(kept, key):
            return msgspec.msgpack.decode(content, type=_Made)
    return None


def _finished(
    process: subprocess.Popen[bytes], library: Library, room: Path, output: Path, keep: Callable[[bytes], None]
) -> Index:
    try:
        made = _made(process, room / _MADE)
    except _FAULTS as error:
        return Index(problems=(_problem(error, output),))
    keep(msgspec.msgpack.encode(made))
    return _with_terms(made, library)


def _with_terms(made: _Made, library: Library) -> Index:
    files = made.files | {"terms.json": terms(library, made.ids), "names.json": names(library)}
    folder = permalinks.file(permalinks.SEARCH_INDEX).removesuffix("index.html")
    return Index(outputs=tuple(Output(path=folder + name, content=content) for name, content in files.items()))


def _problem(error: Exception, output: Path) -> Problem:
    message, hint = f"no index could be made: {error}", "until it can, the search page lists all articles"
    return Problem(level="warning", rule="no-index", path=str(output), line=0, message=message, hint=hint)


def _leave(output: Path) -> None:
    shutil.rmtree(workshop(output) / RECORDS, ignore_errors=True)
    with suppress(OSError):  # the lock of the build stands in it
        workshop(output).rmdir()


@contextmanager
def _started(library: Library, language: str, room: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start Pagefind's program on a library's words; it is not left running."""
    given, made = room / "articles", room / _MADE
    for one in searchables(library):
        file = given / f"{one.permalink.strip('/')}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(one.html, "utf-8", "replace")
    program = str(import_module("pagefind_bin").get_executable())
    options = ["--site", str(given), "--output-path", str(made), "--force-language", language.partition("-")[0]]
    # Pagefind would read settings from the folder where it is called and from the environment.
    surroundings = {key: value for key, value in os.environ.items() if not key.startswith("PAGEFIND_")}
    command = [program, *options, "--keep-index-url", "--silent"]
    with (room / "said").open("wb") as said:
        process = subprocess.Popen(command, cwd=room, env=surroundings | _CHUNK, stdout=said, stderr=said)  # noqa: S603 - our own
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def _made(process: subprocess.Popen[bytes], made: Path) -> _Made:
    if process.wait(_PATIENCE):
        said = (made.parent / "said").read_text("utf-8", "replace")[:200]
        raise ChildProcessError(f"Pagefind ended with {process.returncode} {said}".strip())
    files = dict(_in_use(made))
    return _Made(files=files, ids=dict(_ids(files)))


def _in_use(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files that a search reads, and none of Pagefind's own surfaces."""
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    programs = [name for name in files if name.startswith("wasm.") and name != _PLAIN_WORDS] or [_PLAIN_WORDS]
    for name in ("pagefind.js", "pagefind-entry.json", *programs):
        yield name, files[name].read_bytes()
    for name, path in files.items():
        if path.suffix.startswith(".pf_"):
            yield name, path.read_bytes()


def _ids(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield the address of each article with the id that the index gives it."""
    for name, content in files.items():
        if name.endswith(".pf_fragment"):
            fragment = json.loads(gzip.decompress(content).removeprefix(_HEAD))
            yield f"/{fragment['url'].strip('/').removesuffix('.html')}/", Path(name).stem
