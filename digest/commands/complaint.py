"""An error in one line on the standard error."""

import click

from digest.commands import colour
from digest.errors import DigestError
from digest.text.visible import visible


def complain(error: DigestError) -> None:
    """Print an error: where, what, and what to do."""
    click.echo(f"{click.style('error', fg='red', bold=True)}: {visible(str(error))}", err=True, color=colour.wanted())
