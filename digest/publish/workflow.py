"""The workflow of GitHub Actions that builds a site and publishes it at each push."""

import shlex
from importlib.metadata import version
from pathlib import Path

from digest.errors import RefusedError

WORKFLOW = ".github/workflows/pages.yml"
_TEMPLATE = Path(__file__).with_name("pages.yml")
_PACKAGE = "news-digest"
_BY_DEFAULT = """|
          if [ -f requirements.txt ]; then
            python3 -m venv "$RUNNER_TEMP/digest"
            "$RUNNER_TEMP/digest/bin/python" -m pip install --requirement requirements.txt
            echo "$RUNNER_TEMP/digest/bin" >> "$GITHUB_PATH"
          else
            pipx install {package}
          fi"""


def workflow(package: str = "", output: str = "site") -> str:
    """Return the workflow; it installs digest from `package`, as pip names it.

    Without that, from what the repository's `requirements.txt` names when the workflow runs, else in this version.
    """
    by_default = _BY_DEFAULT.format(package=f"{_PACKAGE}=={version(_PACKAGE)}")
    install = f"pipx install {shlex.quote(package)}" if package else by_default
    text = _TEMPLATE.read_text("utf-8").replace(f"pipx install {_PACKAGE}", install)
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
