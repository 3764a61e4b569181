"""`digest inspect`."""

from pathlib import Path

import click

from digest.commands import shared
from digest.commands.progress import waiting
from digest.commands.screen import show
from digest.config import configured
from digest.desk.inspection import Inspection, inspect
from digest.desk.portrait import portrait
from digest.desk.printing import as_json
from digest.parts import READERS, annotators


@click.command("inspect")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@shared.config
@shared.quiet
@shared.form
def command(files: tuple[Path, ...], file: Path | None, form: str, *, quiet: bool) -> int:
    """Show what is recognised in FILES: title, takeaways, sections, names."""
    names = configured(file, Path.cwd()).names
    with waiting("analysing articles", quiet=quiet):
        found = [inspect(path, READERS, annotators(names)) for path in files]
    if form == "json":
        click.echo(as_json(found))
    else:
        show(*(portrait(one) for one in found))
    return int(any(_failed(one) for one in found))


def _failed(inspection: Inspection) -> bool:
    return any(problem.level == "error" for problem in inspection.problems)
