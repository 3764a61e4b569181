"""Where the files of problems stand, seen from the working folder."""

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from digest.model.problem import Problem


def from_here(problems: Iterable[Problem], content: Path | str) -> tuple[Problem, ...]:
    """Name the files of problems by their paths from the working folder, in place of those from the content folder.

    Where the content folder is an address, so are theirs.
    """
    return tuple(replace(problem, path=_seen(content, problem.path)) for problem in problems)


def _seen(content: Path | str, path: str) -> str:
    is_address = isinstance(content, str) and not Path(path).is_absolute()
    return f"{content}/{path}" if is_address else os.path.relpath(Path(content, path))
