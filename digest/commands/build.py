"""`digest build`."""

from contextlib import nullcontext
from importlib import import_module

import click

from digest.commands.options import Options, configuration, cores, on_a_project
from digest.compiling import compiling

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
    config = configuration(options)
    is_first = not config.cache.exists()  # so all templates are needed
    has_others = (options.jobs or cores()) > 1 and not options.cluster
    with compiling(config) if is_first and has_others else nullcontext(bytes) as code:
        project = import_module("digest.commands.project")  # while templates are compiled
        result: int = project.build_site(options, config, form, code)
        return result
