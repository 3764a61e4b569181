"""The workflow of GitHub Actions that builds a site and publishes it at each push."""

import json
import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from digest.errors import RefusedError
from digest.release import VERSION
from digest.text import yaml

WORKFLOW = ".github/workflows/pages.yml"
_TEMPLATE = Path(__file__).with_name("pages.yml")
_PACKAGE = "news-digest"
_USUAL_BRANCHES = ("main", "master")
_PLAIN = re.compile(r"[A-Za-z_][\w./-]*")
_PATTERN_SIGN = re.compile(r"[+!\]]")  # of those that GitHub reads in the name of a branch, the ones that git allows there
_BY_DEFAULT = """|
          if [ -f requirements.txt ]; then
            python3 -m venv "$RUNNER_TEMP/digest"
            "$RUNNER_TEMP/digest/bin/python" -m pip install --requirement requirements.txt
            echo "$RUNNER_TEMP/digest/bin" >> "$GITHUB_PATH"
          else
            pipx install {package}
          fi"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """Where a workflow runs: the folder of the project and that of its site, from the repository's root, and for which branch."""

    folder: str = "."
    output: str = "site"
    branch: str = ""


_AT_THE_ROOT = Workplace()


def workflow(place: Workplace = _AT_THE_ROOT, package: str = "", options: Sequence[str] = ()) -> str:
    """Return the workflow; it installs digest from `package`, as pip names it, and builds with `options`.

    Without a package, from what the project's `requirements.txt` names when the workflow runs, else in this version.
    """
    by_default = _BY_DEFAULT.format(package=f"{_PACKAGE}=={VERSION}")
    changes = {
        f"pipx install {_PACKAGE}": f"pipx install {shlex.quote(package)}" if package else by_default,
        "digest build": shlex.join(["digest", "build", *options]),
        "path: site\n": f"path: {_scalar(place.output)}\n",
    }
    if place.folder != ".":
        changes["    steps:\n"] = f"    defaults:\n      run:\n        working-directory: {_scalar(place.folder)}\n    steps:\n"
    if place.branch not in {"", *_USUAL_BRANCHES}:
        changes["[main, master]"] = json.dumps([_PATTERN_SIGN.sub(r"\\\g<0>", place.branch)], ensure_ascii=False)
    text = _TEMPLATE.read_text("utf-8")
    for old, new in changes.items():
        text = text.replace(old, new, 1)
    return text


def runs_for(text: str, branch: str) -> bool:
    """Say whether a workflow runs when `branch` is pushed to; one that waits for no push runs when its author wants."""
    try:
        events = _child(yaml.read(text).written, "on")
    except yaml.YamlError:
        return False
    branches = _child(_child(events, "push"), "branches")
    patterns = [branches] if isinstance(branches, str) else branches
    return not isinstance(patterns, list) or any(fnmatchcase(branch, str(pattern).replace("\\", "")) for pattern in patterns)


def runs_in(text: str, folder: str) -> bool:
    """Say whether a workflow names the folder of the project as the one that it works in, or that of its configuration."""
    return folder == "." or bool(
        re.search(rf"(?:working-directory:|\bcd|-c|--config)[ =]+[\"']?(?:\./)?{re.escape(folder)}", text)
    )


def _child(value: object, key: str) -> object:
    return value.get(key) if isinstance(value, dict) else None


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def add_workflow(folder: Path, text: str) -> Path:
    """Write a workflow into the repository whose root is `folder`, and return its path.

    Raises RefusedError when there is another one.
    """
    path = folder / WORKFLOW
    if path.exists() and path.read_text("utf-8") != text:
        raise RefusedError(f"'{WORKFLOW}' is there already, and says something else", hint="move it away first")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path
