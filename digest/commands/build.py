"""`digest build`."""

import click

from digest.commands.project import Options, build_site, configuration, on_a_project


@click.command("build")
@on_a_project
def command(options: Options) -> int:
    """Build the site: seeds/ -> site/."""
    return build_site(options, configuration(options))
