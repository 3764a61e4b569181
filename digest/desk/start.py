"""A new site: an article to look at, a configuration to edit, and what publishes it."""

import posixpath
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from digest.errors import DigestError, RefusedError
from digest.publish.repository import Repository, repository
from digest.publish.workflow import WORKFLOW, Workplace, workflow

_STARTER = Path(__file__).parent / "starter"
_HIDDEN = {"gitignore": ".gitignore"}


def start(folder: Path) -> tuple[Path, ...]:
    """Make a small site that builds at once, and return its files.

    The workflow goes to the root of the repository that the folder lies in, unless one is there.
    Raises RefusedError, and writes nothing, when another file is there already.
    """
    files = _files(folder)
    for path in files:
        if path.exists():
            raise RefusedError(f"'{path}' is there already", hint="name a new folder")
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    return tuple(files)


def _files(folder: Path) -> Mapping[Path, str]:
    paths = sorted(path for path in _STARTER.rglob("*") if path.is_file())
    names = {path.relative_to(_STARTER).as_posix(): path for path in paths}
    starters = {folder / _HIDDEN.get(name, name): path.read_text("utf-8") for name, path in names.items()}
    here = _repository(folder)
    if not here:
        return {**starters, folder / WORKFLOW: workflow()}
    if here.folder != "." and here.workflow:
        return starters
    place = Workplace(folder=here.folder, output=posixpath.normpath(posixpath.join(here.folder, "site")), branch=here.branch)
    root = folder if here.folder == "." else here.root
    return {**starters, root / WORKFLOW: workflow(place)}


def _repository(folder: Path) -> Repository | None:
    with suppress(DigestError):  # without git there is none to look at
        return repository(folder, "origin")
    return None
