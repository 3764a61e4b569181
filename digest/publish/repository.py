"""What git knows of the folder of a project: where it is pushed to, and how much of its history is here."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from digest.errors import DigestError
from digest.publish.workflow import WORKFLOW

_GITHUB = re.compile(r"(?:^|[/@])github\.com[:/](?P<owner>[^/]+)/(?P<name>[^/]+?)(?:\.git)?/?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """A working copy; `owner` and `name` are those at GitHub, empty when it is kept elsewhere."""

    root: Path
    owner: str
    name: str
    is_shallow: bool
    has_workflow: bool

    @property
    def pages_url(self) -> str:
        """The address that GitHub gives to its site; empty when it is kept elsewhere."""
        if not self.name:
            return ""
        host = f"{self.owner.lower()}.github.io"
        return f"https://{host}/" if self.name.lower() == host else f"https://{host}/{self.name}/"


def repository(folder: Path, remote: str) -> Repository | None:
    """Look at the repository that a folder lies in; none when it lies in none."""
    root = answer(folder, "rev-parse", "--show-toplevel")
    if not root:
        return None
    found = _GITHUB.search(answer(folder, "remote", "get-url", remote))
    return Repository(
        root=Path(root),
        owner=found["owner"] if found else "",
        name=found["name"] if found else "",
        is_shallow=answer(folder, "rev-parse", "--is-shallow-repository") == "true",
        has_workflow=(Path(root) / WORKFLOW).is_file(),
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
