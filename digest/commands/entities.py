"""`digest entities`."""

import click

from digest.build import gather
from digest.commands import shared
from digest.commands.options import Options, choice, configuration, on_articles
from digest.commands.progress import watched
from digest.commands.project import engine
from digest.commands.screen import show
from digest.commands.telling import tell
from digest.desk.printing import as_json
from digest.desk.roll import picture, roll, suggestions
from digest.machine.here import from_here
from digest.model.names import Entities


@click.command("entities")
@on_articles
@click.option("--strict", is_flag=True, help="Exit with 1 when there is a warning, not only for an error.")
@click.option("--suggest", is_flag=True, help="Print entries for entities.yaml that would settle what is doubtful.")
@shared.form
def command(options: Options, form: str, *, suggest: bool) -> int:
    """List who and what the articles name, how often, and which names may mean the same."""
    config = configuration(options)
    with watched(engine(config, options.jobs), quiet=options.quiet) as building:
        gathered = gather(config, choice(options), building)
    tell(from_here(gathered.problems, config.content), quiet=options.quiet)
    found = gathered.library[Entities]
    if suggest:
        click.echo(suggestions(found), nl=False)
    elif form == "json":
        click.echo(as_json(roll(found)))
    else:
        show(picture(roll(found)))
    failed = any(problem.level == "error" for problem in gathered.problems)
    return int(failed or (options.strict and bool(gathered.problems)))
