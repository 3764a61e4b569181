"""Where the files of problems stand, seen from the working folder."""

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from digest.model.problem import Problem


def from_here(problems: Iterable[Problem], content: Path) -> tuple[Problem, ...]:
    """Name the files of problems by their paths from the working folder, in place of those from the content folder."""
    return tuple(replace(problem, path=os.path.relpath(content / problem.path)) for problem in problems)
