"""`digest build`."""

import click

from digest.commands.project import Options, build_site, configuration, on_a_project


@click.command("build")
@on_a_project
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True, help="How to print."
)
def command(options: Options, form: str) -> int:
    """Build the site: seeds/ -> site/."""
    return build_site(options, configuration(options), form)
