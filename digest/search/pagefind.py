"""Pagefind's program, which makes the files of an index of words, and which of them its script in the browser reads."""

import gzip
import json
import os
import shutil
import subprocess
import zlib
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path

import msgspec

from digest.search.searchable import Searchable

_PATIENCE = 600  # seconds
# What one word costs a reader: with chunks of 2,500 entries instead of 20,000, at 1,000 articles 5 kB instead of 28.
_CHUNK = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "2500"}
_PLAIN_WORDS = "wasm.unknown.pagefind"  # the search program for languages whose word forms Pagefind does not know
_HEAD = b"pagefind_dcd"
_MADE, _ENTRY = "index", "pagefind-entry.json"
SCRIPT = "pagefind.js"
FAULTS = (ImportError, OSError, subprocess.SubprocessError, ValueError, KeyError, EOFError, zlib.error)


class Made(msgspec.Struct, array_like=True):
    """What Pagefind made: its files, and by address of an article the id that it has in them."""

    files: dict[str, bytes]
    ids: dict[str, str]

    @property
    def name(self) -> str:
        """The name that Pagefind gives an index, by its content."""
        (found,) = json.loads(self.files[_ENTRY])["languages"].values()
        return str(found["hash"])


class Run:
    """One run of the program on some articles, in a folder of its own; what it raises is one of the `FAULTS`."""

    def __init__(self, articles: Iterable[Searchable], language: str, room: Path) -> None:
        given, self._room = room / "articles", room
        given.mkdir(parents=True)
        for one in articles:
            file = given / f"{one.permalink.strip('/')}.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(one.html, "utf-8", "replace")
        program = str(import_module("pagefind_bin").get_executable())
        options = ["--site", str(given), "--output-path", str(room / _MADE), "--force-language", language.partition("-")[0]]
        # Pagefind would read settings from the folder where it is called and from the environment.
        surroundings = {key: value for key, value in os.environ.items() if not key.startswith("PAGEFIND_")}
        command = [program, *options, "--keep-index-url", "--silent"]
        with (room / "said").open("wb") as said:
            self._process = subprocess.Popen(command, cwd=room, env=surroundings | _CHUNK, stdout=said, stderr=said)  # noqa: S603 - our own

    @property
    def is_done(self) -> bool:
        """Whether it ended."""
        return self._process.poll() is not None

    def made(self) -> Made:
        """Wait for what it makes."""
        if self._process.wait(_PATIENCE):
            said = (self._room / "said").read_text("utf-8", "replace")[:200]
            raise ChildProcessError(f"Pagefind ended with {self._process.returncode} {said}".strip())
        files = dict(_in_use(self._room / _MADE))
        return Made(files=files, ids=dict(_ids(files)))

    def end(self) -> None:
        """Leave it no longer running, and nothing of it in its folder."""
        self._process.kill()
        self._process.wait()
        shutil.rmtree(self._room, ignore_errors=True)


def is_program(name: str) -> bool:
    """Say whether a file is the same in all indexes of a language: what searches, not what is searched."""
    return name == SCRIPT or name.startswith("wasm.")


def _in_use(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files that a search reads, and none of Pagefind's own surfaces."""
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    programs = [name for name in files if name.startswith("wasm.") and name != _PLAIN_WORDS] or [_PLAIN_WORDS]
    for name in (SCRIPT, _ENTRY, *programs):
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
