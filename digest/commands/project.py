"""What commands on a project share: what is built for their options, and how problems are printed."""

import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from time import perf_counter, time

import click

from digest.build import Report, build
from digest.cache.memory import Memory
from digest.cache.packs import Packs
from digest.cache.values import Reader
from digest.cache.version import version
from digest.choice import Choice
from digest.commands.options import Options, cores
from digest.commands.progress import watched
from digest.config import Config
from digest.engines.cached import Cached
from digest.engines.pool import Pool
from digest.engines.serial import Serial
from digest.engines.timed import Timed
from digest.errors import ConfigError
from digest.filters import counted
from digest.here import from_here
from digest.last import LastBuild
from digest.lock import locked
from digest.model.problem import Problem
from digest.parts import FINDINGS
from digest.preview.pressed import held
from digest.printing import LEVEL_COLOURS, as_json, printed
from digest.text import dates
from digest.text.visible import visible


def choice(options: Options) -> Choice:
    """Say which articles the options choose."""
    return Choice(now=now(options.now), drafts=options.drafts, future=options.future)


def now(given: str | None) -> datetime:
    """Return the time that is taken for now: given, from SOURCE_DATE_EPOCH, or the clock's.

    Raises ConfigError when it is none.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        if given:
            return dates.instant(dates.parsed(given))
        return datetime.fromtimestamp(int(epoch) if epoch else time(), UTC)
    except (ValueError, OverflowError, OSError) as error:
        wrong = f"--now {given}" if given else f"SOURCE_DATE_EPOCH={epoch}"
        hint = "write 2025-07-10T09:30:00Z, or seconds since 1970 in SOURCE_DATE_EPOCH"
        raise ConfigError(f"'{wrong}' is no time", hint=hint) from error


def engine(config: Config, jobs: int | None, tell: Callable[[str], None] | None = None) -> Cached:
    """Return the engine of a command that builds: it does again what changed, in so many processes, and tells why."""
    return Cached(_processes(jobs), _packs(config), version(), tell)


def lasting_engine(config: Config, jobs: int | None) -> Cached:
    """Return the engine of a command that builds many times: it keeps what it remembers at hand, as a preview holds it."""
    return Cached(_processes(jobs), Memory(_packs(config), held), version())


def _processes(jobs: int | None) -> Pool:
    return Pool(jobs or cores(), Serial())


def _packs(config: Config) -> Packs:
    return Packs(config.cache, Reader(FINDINGS))


def build_site(options: Options, config: Config, form: str = "text", code: Callable[[], bytes] = bytes) -> int:
    """Build, print the problems and one line of summary, or all of it in another form, and return the exit code.

    `code` waits for compiled templates.
    """
    started = perf_counter()
    with locked(config.output, _waiting if options.wait else None):
        built, is_new = _built(options, config, code)
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


def _built(options: Options, config: Config, code: Callable[[], bytes]) -> tuple[Report, bool]:
    """Build, unless all is as it was when that was done last; say whether it was not."""
    if options.cluster:
        return _built_on_cluster(options.cluster, options, config), True
    last = LastBuild(config, choice(options), version(), strict=options.strict)
    if report := last.report():
        return report, False
    with (
        engine(config, options.jobs, _explained if options.explain else None) as cached,
        watched(cached, quiet=options.quiet) as shown,
    ):
        timed = Timed(shown)
        report = build(config, choice(options), timed, strict=options.strict, code=code)
    last.keep(report)
    _profile(timed, options)
    return report, True


def _built_on_cluster(address: str, options: Options, config: Config) -> Report:
    """Build on the workers of a cluster; nothing is remembered there, so all is made."""
    if options.explain or options.jobs:
        raise ConfigError("--explain and --jobs are for builds on this machine", hint="leave them out, or --engine")
    try:
        cluster = import_module("digest.cluster.connected")
    except ImportError as error:
        hint = "install it, here and on all workers: pip install 'news-digest[dask]'"
        raise ConfigError(f"--engine dask needs a library that is missing: {error}", hint=hint) from error
    with cluster.connected(address, config) as (engine, places), watched(engine, quiet=options.quiet) as shown:
        timed = Timed(shown)
        report = build(config, choice(options), timed, strict=options.strict, places=places)
    _profile(timed, options)
    return report


def _profile(timed: Timed, options: Options) -> None:
    timed.end()
    if options.profile:
        click.echo("\n".join(f"{stage.seconds:8.2f} s  {stage.name}" for stage in timed.stages), err=True)


def tell(problems: Sequence[Problem], *, quiet: bool) -> None:
    """Print what an editor should know, errors alone if quiet."""
    for problem in problems:
        if problem.level == "error" or not quiet:
            click.echo(
                f"{click.style(problem.level, fg=LEVEL_COLOURS[problem.level], bold=True)}: {visible(str(problem))}", err=True
            )


def told(problems: Sequence[Problem]) -> str:
    """Count problems by level, the gravest first."""
    levels = Counter(problem.level for problem in problems)
    return "".join(f", {counted(levels[level], level, level + 's')}" for level in LEVEL_COLOURS if levels[level])


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


def _explained(reason: str) -> None:
    click.echo(reason, err=True)


def _waiting(holder: str) -> None:
    click.echo(f"digest: {holder}; waiting", err=True)
