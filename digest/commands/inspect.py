"""`digest inspect`."""

from pathlib import Path

import click
import msgspec

from digest.commands import shared
from digest.commands.screen import show
from digest.config import configured
from digest.inspection import Inspection, inspect
from digest.parts import READERS, annotators
from digest.portrait import portrait


@click.command("inspect")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@shared.config
@shared.form
def command(files: tuple[Path, ...], file: Path | None, form: str) -> int:
    """Show what is recognised in FILES: title, takeaways, sections, names."""
    names = configured(file, Path.cwd()).names
    found = [inspect(path, READERS, annotators(names)) for path in files]
    if form == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=1))
    else:
        show(*(portrait(one) for one in found))
    return int(any(_failed(one) for one in found))


def _failed(inspection: Inspection) -> bool:
    return any(problem.level == "error" for problem in inspection.problems)
