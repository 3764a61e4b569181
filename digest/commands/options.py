"""The options that commands on a project share, and the configuration that they name."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import reduce, wraps
from importlib import import_module
from pathlib import Path
from time import time
from typing import Any

import click

from digest.choice import Choice
from digest.commands import shared
from digest.config import Config, configured
from digest.errors import ConfigError
from digest.text.instants import instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options that commands on a project share; those of a command that writes no site keep their defaults."""

    file: Path | None
    base_url: str | None
    drafts: bool
    future: bool
    now: str | None
    jobs: int | None
    quiet: bool
    output: Path | None = None
    strict: bool = False
    wait: bool = False
    explain: bool = False
    profile: bool = False
    cluster: str | None = None


def on_a_project(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command all shared options, as its first argument."""
    own = (
        shared.output,
        click.option("--strict", is_flag=True, help="Write nothing when there is a warning."),
        click.option("--wait", is_flag=True, help="Wait while another build is at work on the same site."),
        click.option("--explain", is_flag=True, help="Say why each thing is made again."),
        click.option("--profile", is_flag=True, help="Say how long each part of the build took."),
    )
    return reduce(lambda given, option: option(given), own, on_articles(command))


def on_articles(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command that writes no site the shared options that choose and show articles, as its first argument."""

    @shared.config
    @shared.base_url
    @click.option("-D", "--drafts", is_flag=True, help="Build articles marked as drafts too.")
    @click.option("-F", "--future", is_flag=True, help="Build articles dated in the future too.")
    @click.option("--now", metavar="TIME", help="Build as if it were this ISO 8601 time [SOURCE_DATE_EPOCH, else the clock].")
    @click.option("-j", "--jobs", type=click.IntRange(1), help="Processes that share the work of many articles [one a core].")
    @shared.quiet
    @wraps(command)
    def with_options(**given: Any) -> int:  # noqa: ANN401 - click hands over what the options above declare
        own = {name: given.pop(name) for name in tuple(given) if name not in Options.__slots__}
        return command(Options(**given), **own)

    return with_options


def cores() -> int:
    """Return how many processors this process may use."""
    return (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()) or 1


def configuration(options: Options) -> Config:
    """Read the configuration that the options name."""
    return configured(options.file, Path.cwd(), output=options.output, base_url=options.base_url)


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
            return instant(import_module("digest.text.dates").parsed(given))
        return datetime.fromtimestamp(int(epoch) if epoch else time(), UTC)
    except (ValueError, OverflowError, OSError) as error:
        wrong = f"--now {given}" if given else f"SOURCE_DATE_EPOCH={epoch}"
        hint = "write 2025-07-10T09:30:00Z, or seconds since 1970 in SOURCE_DATE_EPOCH"
        raise ConfigError(f"'{wrong}' is no time", hint=hint) from error
