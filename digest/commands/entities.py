"""`digest entities`."""

import click
import msgspec

from digest.build import gather
from digest.commands import shared
from digest.commands.project import Options, choice, configuration, on_a_project, tell
from digest.commands.screen import show
from digest.engines.serial import Serial
from digest.here import from_here
from digest.model.names import Entities
from digest.roll import picture, roll, suggestions


@click.command("entities")
@on_a_project
@click.option("--suggest", is_flag=True, help="Print entries for entities.yaml that would settle what is doubtful.")
@shared.form
def command(options: Options, form: str, *, suggest: bool) -> int:
    """List who and what the articles name, how often, and which names may mean the same."""
    config = configuration(options)
    gathered = gather(config, choice(options), Serial())
    tell(from_here(gathered.problems, config.content), quiet=options.quiet)
    found = gathered.library[Entities]
    if suggest:
        click.echo(suggestions(found), nl=False)
    elif form == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(roll(found)), indent=1))
    else:
        show(picture(roll(found)))
    failed = any(problem.level == "error" for problem in gathered.problems)
    return int(failed or (options.strict and bool(gathered.problems)))
