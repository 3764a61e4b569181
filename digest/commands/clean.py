"""`digest clean`."""

import os
from pathlib import Path

import click

from digest.cache.ledger import Ledger
from digest.commands import shared
from digest.config import configured
from digest.machine.lock import locked
from digest.text.counting import counted
from digest.write import erase


@click.command("clean")
@shared.config
@shared.output
@shared.quiet
def command(file: Path | None, output: Path | None, *, quiet: bool) -> int:
    """Remove the files that builds wrote into site/, and no others."""
    config = configured(file, Path.cwd(), output=output)
    folder = config.output
    with locked(folder):
        removed = erase(folder)
        Ledger(config.cache, folder).forget()
    if not quiet:
        click.echo(f"digest: removed {counted(removed, 'file', 'files')} from {os.path.relpath(folder)}/", err=True)
    return 0
