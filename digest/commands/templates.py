"""`digest templates`."""

import os
from pathlib import Path

import click

from digest.commands import shared
from digest.config import configured
from digest.theme.overrides import eject, theme_files


@click.command("templates")
@shared.config
@click.option("--eject", "names", multiple=True, metavar="NAME", help="Copy this file into the project, to change it.")
@shared.quiet
def command(file: Path | None, names: tuple[str, ...], *, quiet: bool) -> int:
    """List the files of the theme, ours and yours, or copy one into the project."""
    del quiet  # there is nothing to tell but what was asked for
    folder = configured(file, Path.cwd()).templates
    for name in names:
        click.echo(os.path.relpath(eject(name, folder)))
    if not names:
        for one in theme_files(folder):
            click.echo(f"{one.origin:<12}{one.name}")
    return 0
