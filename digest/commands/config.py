"""`digest config`."""

from pathlib import Path

import click

from digest.commands import shared
from digest.config import configured, written
from digest.desk.printing import as_json
from digest.desk.settings import as_yaml, settings


@click.command("config")
@shared.config
@shared.output
@shared.base_url
@shared.quiet
@shared.form
def command(file: Path | None, output: Path | None, base_url: str | None, form: str, *, quiet: bool) -> int:
    """Show the configuration that holds, and where each value comes from."""
    del quiet  # there is nothing to tell but what was asked for
    configured(file, Path.cwd(), output=output, base_url=base_url)
    found = settings(written(file, Path.cwd(), output=output, base_url=base_url))
    text = as_yaml(found) if form == "text" else as_json(found)
    click.echo(text.rstrip("\n"))
    return 0
