"""`digest list`."""

from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from digest.choice import Choice
from digest.commands import shared
from digest.commands.options import now
from digest.commands.progress import watched
from digest.commands.screen import show
from digest.commands.telling import tell
from digest.config import configured
from digest.desk.listing import KINDS, Listed, doubtful, listing
from digest.desk.printing import as_json
from digest.engines.serial import Serial
from digest.text.visible import visible


@click.command("list")
@click.argument("kind", required=False, type=click.Choice([*KINDS, "doubtful"]))
@shared.config
@click.option("--now", "given", metavar="TIME", help="What is future at this ISO 8601 time [SOURCE_DATE_EPOCH, else the clock].")
@shared.quiet
@shared.form
def command(kind: str | None, file: Path | None, given: str | None, form: str, *, quiet: bool) -> int:
    """List the articles: all, or the drafts, future, held back, undated or doubtful ones."""
    config = configured(file, Path.cwd())
    with watched(Serial(), quiet=quiet) as engine:
        listed = listing(config, Choice(now=now(given)), engine)
        if kind == "doubtful":
            found = doubtful(listed.articles, config, engine)
        else:
            found = tuple(one for one in listed.articles if kind is None or KINDS[kind](one))
    tell(listed.problems, quiet=quiet)
    if form == "json":
        click.echo(as_json(found))
    else:
        show(_picture(found))
    return int(any(problem.level == "error" for problem in listed.problems))


def _picture(found: tuple[Listed, ...]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in Listed.__slots__:
        table.add_column(heading, overflow="fold")
    for one in found:
        table.add_row(Text(visible(one.path)), one.date, one.state, Text(visible(one.title)))
    return table
