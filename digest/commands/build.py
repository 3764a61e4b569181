"""`digest build`."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from time import perf_counter

import click

from digest.cache.ledger import Ledger
from digest.cache.version import version
from digest.commands.options import Options, choice, configuration, cores, on_a_project
from digest.commands.telling import tell, told
from digest.config import Config
from digest.desk.printing import as_json, printed
from digest.engines.ahead import ahead
from digest.last import LastBuild
from digest.machine.here import from_here
from digest.machine.lock import locked
from digest.model.report import Report
from digest.text.counting import counted

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
    return _build(options, configuration(options), form)


def _build(options: Options, config: Config, form: str) -> int:
    """Build, print the problems and one line of summary, or all of it in another form, and return the exit code."""
    started = perf_counter()
    with locked(config.output, _waiting if options.wait else None):
        built, is_new = _built(options, config)
    content, output = (config.cluster_content, config.cluster_output) if options.cluster else (config.content, config.output)
    report = replace(built, problems=from_here(built.problems, content if "://" in str(content) else Path(content)))
    if form == "json":
        click.echo(as_json(report))
    elif form == "github":
        click.echo(printed(report.problems, form))
    else:
        tell(report.problems, quiet=options.quiet)
    if not options.quiet:
        click.echo(_summary(report, str(output), perf_counter() - started, is_new=is_new), err=True)
    failed = any(problem.level == "error" for problem in report.problems)
    return int(failed or not report.files)


def _built(options: Options, config: Config) -> tuple[Report, bool]:
    """Build, unless all is as it was when that was done last; say whether it was not."""
    if options.cluster:
        return import_module("digest.commands.project").built_on_cluster(options.cluster, options, config), True
    ledger = Ledger(config.cache, config.output)
    with _beside(options, ledger, ledger.look_at_files) as ledger.seen_files:
        last = LastBuild(config, choice(options), version(), strict=options.strict, ledger=ledger)
        if known := last.report():
            return known, False
        with _beside(options, ledger, ledger.look_at_folders) as ledger.seen_folders, _compiling(options, config) as code:
            report: Report = import_module("digest.commands.project").built(options, config, code, last)
    last.keep(report)
    return report, True


def _beside(options: Options, ledger: Ledger, look: Callable[[], bytes]) -> AbstractContextManager[Callable[[], bytes]]:
    """Have a large site looked at while this process does other things, if there is another processor for it."""
    return ahead(look) if (options.jobs or cores()) > 1 and ledger.is_large else nullcontext(bytes)


def _compiling(options: Options, config: Config) -> AbstractContextManager[Callable[[], bytes]]:
    """Have templates as they were kept, or compiled while the rest of the program is loaded."""
    templates = import_module("digest.compiling")
    begun: AbstractContextManager[Callable[[], bytes]] = templates.compiling(
        config, beside=(options.jobs or cores()) > 1, folder=templates.folder_of_code()
    )
    return begun


def _summary(report: Report, output: str, seconds: float, *, is_new: bool) -> str:
    folder = output if "://" in output else os.path.relpath(output)
    read = f"read {counted(report.sources, 'file', 'files')}"
    made = f"wrote {counted(report.articles, 'article', 'articles')} as {counted(report.files, 'file', 'files')} to {folder}/"
    held = f", held back {report.held_back}" if report.held_back else ""
    problems = told(report.problems)
    if not report.files:
        return f"digest: {read}{held}{problems}; nothing was written, {folder}/ is as it was"
    if not is_new:
        return f"digest: nothing changed in {counted(report.sources, 'file', 'files')}{held}{problems}; {folder}/ is as it was"
    return f"digest: {read}, {made}{held}{problems} in {seconds:.1f} s; open {folder}/index.html or run 'digest serve'"


def _waiting(holder: str) -> None:
    click.echo(f"digest: {holder}; waiting", err=True)
