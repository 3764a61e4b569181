"""What commands on a project build, with the engines for it: all that takes long to load."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from msgspec import structs

from digest import permalinks
from digest.amending.amend import amended
from digest.amending.drawn_up import drawn_up
from digest.amending.recalled import Outlined, unchanged
from digest.amending.remembered import Project
from digest.build import build, folders
from digest.cache.blueprint import Blueprint, PlanStore
from digest.cache.drawing import Drawing
from digest.cache.former import Former
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
from digest.errors import ConfigError, DamagedError
from digest.last import LastBuild, is_lasting
from digest.machine.memory import give_back_memory
from digest.model.page import Output, Standing
from digest.model.report import Report
from digest.parts import FINDINGS
from digest.preview.pressed import held
from digest.write import amend, left

_TIMES, _SPARE = 2, 16_000_000  # and bytes: what is remembered may grow to so much of what it was until all is planned anew


def engine(config: Config, jobs: int | None) -> Cached:
    """Return the engine of a command that builds: it does again what changed, in so many processes."""
    return Cached(_processes(jobs), Pages(_packs(config), standing(Ledger(config.cache, config.output))), version())


def lasting_engine(config: Config, jobs: int | None) -> Cached:
    """Return the engine of a command that builds many times: it keeps what it remembers at hand, as a preview holds it."""
    return Cached(_processes(jobs), Memory(WholePages(_packs(config), read_from(config.output)), held), version())


def _processes(jobs: int | None, leave: Callable[[Output], Output] = lambda page: page) -> Pool:
    return Pool(jobs or cores(), Serial(), findings=FINDINGS, leave=leave)


def _packs(config: Config) -> Packs:
    return Packs(config.cache, Reader(FINDINGS))


def built(options: Options, config: Config, code: Callable[[], bytes], last: LastBuild) -> Report:
    """Build a site, by the plan of the last build where that stands; `code` waits for compiled templates."""
    ledger, packs = last.ledger, _packs(config)
    store = PlanStore(folder=config.cache, name=ledger.name)
    cached = Cached(
        _processes(options.jobs, left(config.output)),
        Pages(packs, standing(ledger)),
        version(),
        _explained if options.explain else None,
    )
    with cached, watched(cached, quiet=options.quiet) as shown:
        timed = Timed(shown)
        project = Project(config=config, choice=choice(options), engine=timed, packs=packs, keys=cached.keys)
        before, drawing = _last_plan(store, last, project), None
        plan = _amended(before, last, project, code) if before else None
        if plan:
            report = plan.report
        else:
            step = partial(build, config, project.choice, strict=options.strict, code=code)
            report, drawing = _planned_anew(before, last, project, store, step)
        cached.is_whole = not (plan or (drawing and drawing.former))
    give_back_memory()
    given = last.circumstances()
    if given and drawing and report.files and is_lasting(report):
        plan = drawn_up(drawing, given, report, project)
    if drawing and not drawing.finish():
        plan = None
    with suppress(OSError):
        if plan and given:
            store.write(structs.replace(plan, surroundings=given.surroundings))
        else:
            store.forget()
    _profile(timed, options)
    return report


def _last_plan(store: PlanStore, last: LastBuild, project: Project) -> Blueprint | None:
    """Return the plan of the last build, if nothing but articles changed since, and not so much that all is planned better."""
    plan, given = store.read(), last.circumstances()
    if not (plan and given and plan.holds(given) and last.ledger.is_whole(plan.report.files)):
        return None
    with suppress(OSError):
        sizes = (project.packs.size, plan.remembered), (plan.size(project.config.cache), plan.drawn)
        return plan if all(now <= _TIMES * before + _SPARE for now, before in sizes) else None
    return None


def _amended(plan: Blueprint, last: LastBuild, project: Project, code: Callable[[], bytes]) -> Blueprint | None:
    """Amend the site by the plan of the last build; return the plan now, if that stands."""
    if given := last.circumstances():
        return amended(plan, given, project, partial(amend, folder=project.config.output, ledger=last.ledger), code)
    return None


def _planned_anew(
    before: Blueprint | None, last: LastBuild, project: Project, store: PlanStore, step: Callable[..., Report]
) -> tuple[Report, Drawing | None]:
    """Build and draw a plan: what did not change as it was planned before, if that can be read, else all."""
    config, places, given = project.config, folders(project.config, last.ledger), last.circumstances()
    if before and given and (known := unchanged(before, given, config)):
        drawing = Drawing(store, Former(before, known, partial(_standing, last.ledger)))
        with suppress(DamagedError):
            engine = Outlined(project.engine, before, drawing, project)
            return step(engine, places=replace(places, find=engine.find), drawing=drawing), drawing
        drawing.finish()
    fresh = Drawing(store)
    return step(project.engine, places=places, drawing=fresh), fresh


def _standing(ledger: Ledger, permalink: str) -> Standing | None:
    path = permalinks.file(permalink)
    entry = ledger.entry(path)
    return Standing(path=path, content=b"", checksum=entry.checksum) if entry else None


def built_on_cluster(address: str, options: Options, config: Config) -> Report:
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
