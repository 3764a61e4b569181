"""A new site: an article to look at, a configuration to edit, and what publishes it."""

from collections.abc import Mapping
from pathlib import Path

from digest.errors import RefusedError
from digest.publish.workflow import WORKFLOW, workflow

_STARTER = Path(__file__).parent / "starter"
_HIDDEN = {"gitignore": ".gitignore"}


def start(folder: Path) -> tuple[str, ...]:
    """Make a small site that builds at once, and return the paths of its files.

    Raises RefusedError, and writes nothing, when one of them is there already.
    """
    files = _files()
    for name in files:
        if (folder / name).exists():
            raise RefusedError(f"'{folder / name}' is there already", hint="name a new folder")
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        with (folder / name).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    return tuple(files)


def _files() -> Mapping[str, str]:
    paths = sorted(path for path in _STARTER.rglob("*") if path.is_file())
    names = {path.relative_to(_STARTER).as_posix(): path for path in paths}
    starters = {_HIDDEN.get(name, name): path.read_text("utf-8") for name, path in names.items()}
    return {**starters, WORKFLOW: workflow()}
