"""The workflow of GitHub Actions that builds a site and publishes it at each push."""

import shlex
from importlib.metadata import version
from pathlib import Path

from digest.errors import RefusedError

WORKFLOW = ".github/workflows/pages.yml"
_TEMPLATE = Path(__file__).with_name("pages.yml")
_PACKAGE = "news-digest"


def workflow(package: str = "", output: str = "site") -> str:
    """Return the workflow; it installs digest from `package`, as pip names it, or else in this version."""
    wanted = package or f"{_PACKAGE}=={version(_PACKAGE)}"
    text = _TEMPLATE.read_text("utf-8").replace(f"pipx install {_PACKAGE}", f"pipx install {shlex.quote(wanted)}")
    return text.replace("path: site\n", f"path: {output}\n")


def add_workflow(folder: Path, text: str) -> Path:
    """Write a workflow into the repository at `folder`, and return its path.

    Raises RefusedError when there is another one.
    """
    path = folder / WORKFLOW
    if path.exists() and path.read_text("utf-8") != text:
        raise RefusedError(f"'{WORKFLOW}' is there already, and says something else", hint="move it away first")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path
