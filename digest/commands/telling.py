"""Problems as commands print them."""

from collections import Counter
from collections.abc import Sequence

import click

from digest.desk.printing import LEVEL_COLOURS
from digest.model.problem import Problem
from digest.text.counting import counted
from digest.text.visible import visible


def tell(problems: Sequence[Problem], *, quiet: bool) -> None:
    """Print what an editor should know, errors alone if quiet."""
    for problem in problems:
        if problem.level == "error" or not quiet:
            click.echo(
                f"{click.style(problem.level, fg=LEVEL_COLOURS[problem.level], bold=True)}: {visible(str(problem))}", err=True
            )


def told(problems: Sequence[Problem]) -> str:
    """Count problems by level, the gravest first."""
    levels = Counter(problem.level for problem in problems)
    return "".join(f", {counted(levels[level], level, level + 's')}" for level in LEVEL_COLOURS if levels[level])
