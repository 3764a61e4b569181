"""`digest init`."""

import os
from pathlib import Path

import click

from digest.commands import shared
from digest.desk.start import start
from digest.publish.workflow import WORKFLOW


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@shared.quiet
def command(folder: Path, *, quiet: bool) -> int:
    """Make a small site in DIR that builds at once, to start from.

    It has one sample article, a commented digest.yaml, a .gitignore and a workflow that publishes to GitHub Pages, at the root of
    the repository that DIR lies in. Nothing is overwritten.
    """
    made = start(folder)
    first = "" if folder.samefile(Path.cwd()) else f"cd {folder}, then "
    if not quiet:
        click.echo(f"digest: made {', '.join(map(_shown, made))}; {first}run 'digest serve'", err=True)
        if not any(path.match(WORKFLOW) for path in made):
            click.echo(f"digest: the repository has a {WORKFLOW} already, which may not publish this site", err=True)
    return 0


def _shown(path: Path) -> str:
    return os.path.relpath(path) if path.is_absolute() else str(path)
