"""What a preview tells in its terminal: a calm line for people, or a line of JSON for programs, after each build."""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

import click
import msgspec

from digest.commands.complaint import complain
from digest.commands.telling import tell, told
from digest.model.problem import Problem
from digest.serve import Rebuild
from digest.text.counting import counted

_NAMED = 2  # of the files that changed


class _Record(msgspec.Struct):
    """A build, for programs."""

    address: str
    changes: list[str]
    files: list[str]
    seconds: float
    problems: tuple[Problem, ...]
    failure: str


class Teller:
    """Tells of the builds of the preview at an origin; what was said of the build before is not said again."""

    def __init__(self, origin: str, hint: str, *, form: str, quiet: bool) -> None:
        self._origin, self._hint, self._form, self._quiet = origin, hint, form, quiet
        self._before: Rebuild | None = None

    def tell(self, rebuild: Rebuild) -> None:
        """Tell of a build; that nobody reads it is no reason to end the preview."""
        with suppress(BrokenPipeError):
            if self._form == "json":
                click.echo(msgspec.json.encode(self._record(rebuild)))
            else:
                self._say(rebuild, self._before)
        self._before = rebuild

    def _record(self, rebuild: Rebuild) -> _Record:
        return _Record(
            address=self._origin + rebuild.base_path,
            changes=_named(rebuild.changes),
            files=sorted(rebuild.files),
            seconds=round(rebuild.seconds, 3),
            problems=rebuild.problems,
            failure=str(rebuild.failure or ""),
        )

    def _say(self, rebuild: Rebuild, before: Rebuild | None) -> None:
        known = before.problems if before else ()
        tell([problem for problem in rebuild.problems if problem not in known], quiet=self._quiet)
        if rebuild.failure and not (before and str(before.failure) == str(rebuild.failure)):
            complain(rebuild.failure)
            click.echo(rebuild.trace, err=True, nl=False)
        if self._quiet:
            return
        if not rebuild.failure and _differs(rebuild, before):
            click.echo(_summary(rebuild, is_first=not before), err=True)
        if not before or before.base_path != rebuild.base_path:
            click.echo(f"digest: preview at {self._origin}{rebuild.base_path} ({self._hint})", err=True)


def _differs(rebuild: Rebuild, before: Rebuild | None) -> bool:
    return not before or bool(rebuild.files or before.failure) or rebuild.problems != before.problems


def _summary(rebuild: Rebuild, *, is_first: bool) -> str:
    """Say in one line what was built and why."""
    pages = [path for path in rebuild.files if path.endswith(".html")]
    made = counted(len(rebuild.files), "file", "files") if rebuild.files and not pages else counted(len(pages), "page", "pages")
    held = f", held back {rebuild.held_back}" if rebuild.held_back and is_first else ""
    why = "" if is_first else f": {_some(_named(rebuild.changes))} changed"
    return f"digest: {'built' if is_first else 'rebuilt'} {made}{held}{told(rebuild.problems)} in {rebuild.seconds:.2f} s{why}"


def _named(paths: Iterable[Path]) -> list[str]:
    return list(map(os.path.relpath, sorted(paths)))


def _some(names: Sequence[str]) -> str:
    """Name a few, and count the others."""
    others = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {counted(others, 'other', 'others')}" if others > 0 else "")
