"""`digest import`."""

from datetime import UTC
from pathlib import Path

import click

from digest.commands import shared
from digest.commands.options import now
from digest.commands.progress import waiting
from digest.commands.telling import tell, told
from digest.config import configured
from digest.importing.take import take
from digest.text.counting import counted


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@shared.config
@click.option(
    "--now", "given", metavar="TIME", help="When it was retrieved, an ISO 8601 time [SOURCE_DATE_EPOCH, else the clock]."
)
@shared.quiet
def command(files: tuple[Path, ...], file: Path | None, given: str | None, *, quiet: bool) -> int:
    """Take articles of FILES and folders: Markdown of other programs, saved web pages, feeds.

    They are written into the content folder as Markdown, with source, licence and the day of retrieval, and their paths are
    printed. Nothing is overwritten; what came from the same address is not taken again.
    """
    config = configured(file, Path.cwd())
    retrieved = now(given).astimezone(config.timezone or UTC).date()
    with waiting("taking articles", quiet=quiet):
        haul = take(files, config, retrieved)
    for path in haul.written:
        click.echo(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
    tell(haul.problems, quiet=quiet)
    if not quiet:
        click.echo(f"digest: took {counted(len(haul.written), 'article', 'articles')}{told(haul.problems)}", err=True)
    return int(any(problem.level == "error" for problem in haul.problems))
