"""`digest init`."""

from pathlib import Path

import click

from digest.commands import shared
from digest.start import start


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@shared.quiet
def command(folder: Path, *, quiet: bool) -> int:
    """Make a small site in DIR that builds at once, to start from.

    It has one sample article, a commented digest.yaml, a .gitignore and a workflow that publishes to GitHub Pages. Nothing is
    overwritten.
    """
    made = start(folder)
    first = "" if folder.samefile(Path.cwd()) else f"cd {folder}, then "
    if not quiet:
        click.echo(f"digest: made {', '.join(map(str, (folder / name for name in made)))}; {first}run 'digest serve'", err=True)
    return 0
