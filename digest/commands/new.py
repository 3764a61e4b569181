"""`digest new`."""

from datetime import UTC
from pathlib import Path

import click

from digest.commands import shared
from digest.commands.options import now
from digest.config import configured
from digest.desk.draft import draft


@click.command("new")
@click.argument("title")
@shared.config
@click.option("--now", "given", metavar="TIME", help="Date it at this ISO 8601 time [SOURCE_DATE_EPOCH, else the clock].")
@click.option("-e", "--edit", is_flag=True, help="Open it in $EDITOR.")
@shared.quiet
def command(title: str, file: Path | None, given: str | None, *, edit: bool, quiet: bool) -> int:
    """Write the file of a new article called TITLE, a draft of today, and print its path."""
    del quiet  # its path is all that is told
    config = configured(file, Path.cwd())
    path = draft(config.content, title, now(given).astimezone(config.timezone or UTC).date())
    click.echo(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
    if edit:
        click.edit(filename=str(path))
    return 0
