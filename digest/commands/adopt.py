"""`digest adopt`."""

import os
from pathlib import Path

import click

from digest.commands import shared
from digest.commands.complaint import complain
from digest.desk.adopt import adopt
from digest.errors import DigestError
from digest.load import ORIGINALS
from digest.parts import ANNOTATORS, READERS


@click.command("adopt")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@shared.quiet
def command(files: tuple[Path, ...], *, quiet: bool) -> int:
    """Turn flat text FILES into Markdown with front matter, to edit and keep.

    The text is kept in the folder originals/ beside it; nothing is overwritten.
    """
    codes = [_adopt(file, quiet=quiet) for file in files]
    return max(codes)


def _adopt(file: Path, *, quiet: bool) -> int:
    """Adopt one file, say what became of it, and return the exit code."""
    try:
        adopted = adopt(file, READERS, ANNOTATORS)
    except DigestError as error:
        complain(error)
        return error.exit_code
    if not quiet:
        click.echo(f"digest: {file} -> {adopted}, the text is kept in {file.parent / ORIGINALS}{os.sep}", err=True)
    return 0
