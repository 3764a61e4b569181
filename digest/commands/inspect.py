"""`digest inspect`."""

from pathlib import Path

import click
import msgspec

from digest.commands import shared
from digest.commands.screen import show
from digest.inspection import Inspection, inspect
from digest.parts import ANNOTATORS, READERS
from digest.portrait import portrait


@click.command("inspect")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@shared.form
def command(files: tuple[Path, ...], form: str) -> int:
    """Show what is recognised in FILES: title, takeaways, sections, names."""
    found = [inspect(file, READERS, ANNOTATORS) for file in files]
    if form == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=1))
    else:
        show(*(portrait(one) for one in found))
    return int(any(_failed(one) for one in found))


def _failed(inspection: Inspection) -> bool:
    return any(problem.level == "error" for problem in inspection.problems)
