"""Pictures on a terminal, or unfolded for another program."""

import sys

import click
from rich.console import Console, RenderableType

_UNFOLDED = 400  # columns for what is read by another program


def show(*pictures: RenderableType) -> None:
    """Print pictures on the standard output."""
    console = Console(highlight=False, width=None if sys.stdout.isatty() else _UNFOLDED)
    with console.capture() as drawn:
        for picture in pictures:
            console.print(picture)
    click.echo("\n".join(line.rstrip(" ") for line in drawn.get().split("\n")), nl=False)
