"""What commands on a project build, with the engines for it: all that takes long to load."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from digest.build import build, folders
from digest.cache.ledger import Ledger
from digest.cache.memory import Memory
from digest.cache.packs import Packs
from digest.cache.pages import Pages, WholePages, read_from, standing
from digest.cache.values import Reader
from digest.cache.version import version
from digest.commands.options import Options, choice, cores
from digest.commands.progress import watched
from digest.config import Config
from digest.engines.cached import Cached
from digest.engines.pool import Pool
from digest.engines.serial import Serial
from digest.engines.shelved import Shelved
from digest.engines.timed import Timed
from digest.errors import ConfigError
from digest.model.report import Report
from digest.parts import FINDINGS
from digest.preview.pressed import held


def engine(config: Config, jobs: int | None, tell: Callable[[str], None] | None = None, ledger: Ledger | None = None) -> Cached:
    """Return the engine of a command that builds: it does again what changed, in so many processes, and tells why."""
    known = ledger or Ledger(config.cache, config.output)
    return Cached(_processes(jobs), Pages(_packs(config), standing(known)), version(), tell)


def lasting_engine(config: Config, jobs: int | None) -> Cached:
    """Return the engine of a command that builds many times: it keeps what it remembers at hand, as a preview holds it."""
    return Cached(_processes(jobs), Memory(WholePages(_packs(config), read_from(config.output)), held), version())


def _processes(jobs: int | None) -> Pool:
    return Pool(jobs or cores(), Serial(), findings=FINDINGS)


def _packs(config: Config) -> Packs:
    return Packs(config.cache, Reader(FINDINGS))


def built(options: Options, config: Config, code: Callable[[], bytes]) -> Report:
    """Build a site; `code` waits for compiled templates."""
    if options.cluster:
        return _built_on_cluster(options.cluster, options, config)
    ledger = Ledger(config.cache, config.output)
    with (
        engine(config, options.jobs, _explained if options.explain else None, ledger) as cached,
        watched(cached, quiet=options.quiet) as shown,
    ):
        timed = Timed(shown)
        report = build(config, choice(options), timed, strict=options.strict, places=folders(config, ledger), code=code)
    _profile(timed, options)
    return report


def _built_on_cluster(address: str, options: Options, config: Config) -> Report:
    """Build on the workers of a cluster; nothing is remembered there, so all is made."""
    if options.explain or options.jobs:
        raise ConfigError("--explain and --jobs are for builds on this machine", hint="leave them out, or --engine")
    try:
        cluster = import_module("digest.cluster.connected")
    except ImportError as error:
        hint = "install it, here and on all workers: pip install 'news-digest[dask]'"
        raise ConfigError(f"--engine dask needs a library that is missing: {error}", hint=hint) from error
    with (
        TemporaryDirectory(prefix="digest-") as shelf,
        cluster.connected(address, config) as (engine, places),
        watched(Shelved(engine, Path(shelf)), quiet=options.quiet) as shown,
    ):
        timed = Timed(shown)
        report = build(config, choice(options), timed, strict=options.strict, places=places)
    _profile(timed, options)
    return report


def _profile(timed: Timed, options: Options) -> None:
    timed.end()
    if options.profile:
        click.echo("\n".join(f"{stage.seconds:8.2f} s  {stage.name}" for stage in timed.stages), err=True)


def _explained(reason: str) -> None:
    click.echo(reason, err=True)
