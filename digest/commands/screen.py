"""Pictures on a terminal, or unfolded for another program."""

import sys

from rich.console import Console, RenderableType

_UNFOLDED = 400  # columns for what is read by another program


def show(*pictures: RenderableType) -> None:
    """Print pictures on the standard output."""
    console = Console(highlight=False, width=None if sys.stdout.isatty() else _UNFOLDED)
    for picture in pictures:
        console.print(picture)
