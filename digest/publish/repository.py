"""What git knows of the folder of a project: where it is pushed to, and how much of its history is here."""

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from digest.errors import DigestError
from digest.publish.workflow import WORKFLOW

_GITHUB = re.compile(
    r"(?:^|[/@])(?:ssh\.|www\.)?github\.com(?::\d+(?=/))?[:/]/*(?P<owner>[^/]+)/(?P<name>[^/]+?)(?:\.git)?/*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """A working copy; `owner` and `name` are those at GitHub, empty when it is kept elsewhere.

    `folder` is that of the project, from the root. `branch` is what the remote shows first, or else the one that is checked out.
    `workflow` is the text of the one that publishes, empty when there is none; `has_unread_workflow` tells of one in `folder`.
    """

    root: Path
    folder: str
    owner: str
    name: str
    branch: str
    is_shallow: bool
    workflow: str
    has_unread_workflow: bool

    @property
    def pages_url(self) -> str:
        """The address that GitHub gives to its site; empty when it is kept elsewhere."""
        if not self.name:
            return ""
        host = f"{self.owner.lower()}.github.io"
        return f"https://{host}/" if self.name.lower() == host else f"https://{host}/{self.name}/"


def repository(folder: Path, remote: str) -> Repository | None:
    """Look at the repository that a folder lies in, or will lie in; none when it lies in none."""
    there = next(place for place in (folder, *folder.absolute().parents) if place.is_dir())
    top = answer(there, "rev-parse", "--show-toplevel")
    if not top:
        return None
    root, whole = Path(top), folder.resolve()
    found = _GITHUB.search(answer(there, "remote", "get-url", remote))
    at_remote = answer(there, "symbolic-ref", "--short", f"refs/remotes/{remote}/HEAD").removeprefix(f"{remote}/")
    return Repository(
        root=root,
        folder=os.path.relpath(whole, root),
        owner=found["owner"] if found else "",
        name=found["name"] if found else "",
        branch=at_remote or answer(there, "symbolic-ref", "--short", "HEAD"),
        is_shallow=answer(there, "rev-parse", "--is-shallow-repository") == "true",
        workflow=(root / WORKFLOW).read_text("utf-8", "replace") if (root / WORKFLOW).is_file() else "",
        has_unread_workflow=whole != root and (whole / WORKFLOW).is_file(),
    )


def answer(folder: Path, *question: str) -> str:
    """Return what git says, or '' when it has no answer."""
    done = _git(folder, *question)
    return "" if done.returncode else done.stdout.strip()


def order(folder: Path, *command: str) -> None:
    """Let git do something.

    Raises DigestError with its own words when it cannot.
    """
    done = _git(folder, *command)
    if done.returncode:
        words = " ".join(done.stderr.split()) or f"exit code {done.returncode}"
        raise DigestError(f"git {command[0]}: {words}", hint="mend what it names, and publish again")


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(  # noqa: S603 - a fixed program, and no shell
            ["git", *arguments],  # noqa: S607 - the user's own git
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except FileNotFoundError as error:
        raise DigestError("git is not installed", hint="install it, or copy the site to your host by other means") from error
