"""`digest build`."""

import click

from digest.commands.options import Options, configuration, on_a_project
from digest.commands.project import build_site

_DASK = "dask="


def _address(ctx: click.Context, parameter: click.Parameter, given: str | None) -> str | None:
    """Return the address of a cluster's scheduler."""
    if given is None:
        return None
    address = given.removeprefix(_DASK)
    if address in {given, ""}:
        raise click.BadParameter("write dask=ADDRESS, such as dask=tcp://10.0.0.5:8786", ctx, parameter)
    return address


@click.command("build")
@on_a_project
@click.option("--engine", "cluster", metavar="dask=ADDRESS", callback=_address, help="Do the work on this Dask cluster.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True, help="How to print."
)
def command(options: Options, form: str) -> int:
    """Build the site: seeds/ -> site/."""
    return build_site(options, configuration(options), form)
