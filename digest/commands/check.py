"""`digest check`."""

from pathlib import Path

import click

from digest.commands import shared
from digest.commands.progress import watched
from digest.commands.telling import told
from digest.config import configured
from digest.desk.printing import form_here, printed
from digest.desk.problems import review
from digest.engines.serial import Serial
from digest.text.counting import counted


@click.command("check")
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@shared.config
@click.option("--strict", is_flag=True, help="Exit with 1 when there is a warning, not only for an error.")
@shared.quiet
@shared.form_or_annotations
def command(files: tuple[Path, ...], file: Path | None, form: str | None, *, strict: bool, quiet: bool) -> int:
    """Show what an editor should look at in FILES, or in all articles."""
    with watched(Serial(), quiet=quiet) as engine:
        found = review(configured(file, Path.cwd()), files, engine)
    shown = [problem for problem in found.problems if problem.level == "error" or not quiet]
    text = printed(shown, form_here(form))
    if text:
        click.echo(text)
    if not quiet:
        click.echo(
            f"digest: checked {counted(found.files, 'file', 'files')}{told(found.problems) or ', nothing to say'}", err=True
        )
    grave = {"error", "warning"} if strict else {"error"}
    return int(any(problem.level in grave for problem in found.problems))
