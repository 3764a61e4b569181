"""The last build of a site: while all is as it was then, there is nothing to do."""

import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

import msgspec

from digest.cache.blueprint import Circumstances
from digest.cache.ledger import MANIFEST, Ledger
from digest.cache.stock import Row, clock, stock, stock_of_files
from digest.cache.values import mark
from digest.cache.whole import read_whole, write_whole
from digest.choice import Choice
from digest.config import Config
from digest.model.report import Report
from digest.theme.files import default_folder

_PASSING = frozenset({"addresses", "fault", "no-index", "too-slow"})  # rules of problems that another build may not have


class _Done(msgspec.Struct):
    """What a build was given and made, and its report."""

    given: bytes
    made: bytes
    now: datetime
    report: Report


def _around(config: Config) -> tuple[Path, ...]:
    """List the folders whose files a build reads beside the articles."""
    model = (config.names,) if isinstance(config.names, Path) else ()
    return (config.templates, default_folder(), *model)


class LastBuild:
    """What is known of the last build of a site; asked for before the next one, and told of that after it."""

    def __init__(self, config: Config, choice: Choice, version: bytes, *, strict: bool, ledger: Ledger | None = None) -> None:
        self._config, self._now = config, choice.now
        self.ledger = ledger or Ledger(config.cache, config.output)
        self._path = _path(config)
        self._given: bytes | None = None
        self._asked: object = None
        self._opened = 0
        self._content: Sequence[tuple[bytes, Row]] = ()
        with suppress(OSError):
            self._opened, around, content = clock(config.cache), stock(_around(config)), stock([config.content])
            self._content = content.rows
            if around.is_older(self._opened):
                self._asked = version, config, choice.drafts, choice.future, strict, around.digest
                self._given = mark((self._asked, content.digest)) if content.is_older(self._opened) else None

    def circumstances(self) -> Circumstances | None:
        """Return what a build is given, with the site and the addresses as they are now, if that can be told."""
        with suppress(OSError):
            if self._asked:
                surroundings = mark((self._asked, _made(self._config, self.ledger)))
                return Circumstances(surroundings=surroundings, content=self._content, opened=self._opened, now=self._now)
        return None

    def report(self) -> Report | None:
        """Return the report of the last build, if another would give the same."""
        done = _done(self._config)
        if done and done.given == self._given and done.now <= self._now and _stands(done, self._config, self.ledger):
            return done.report if done.report.until is None or self._now < done.report.until else None
        return None

    def keep(self, report: Report) -> None:
        """Remember a build, unless something changed in the moment in which it began, or another one may go better."""
        with suppress(OSError, OverflowError):  # of a moment that UTC has no day for
            self._path.unlink(missing_ok=True)
            if self._given and report.files and is_lasting(report):
                done = _Done(given=self._given, made=_made(self._config, self.ledger), now=self._now, report=report)
                write_whole(self._path, [done])


def is_lasting(report: Report) -> bool:
    """Say whether another build of the same would give the same report."""
    return not any(problem.rule in _PASSING for problem in report.problems)


def last_report(config: Config) -> Report | None:
    """Return the report of the build that made the site as it is now, if that is remembered."""
    done = _done(config)
    return done.report if done and _stands(done, config, Ledger(config.cache, config.output)) else None


def _path(config: Config) -> Path:
    return config.cache / f"{blake2b(os.fsencode(config.output), digest_size=8).hexdigest()}.last"


def _done(config: Config) -> _Done | None:
    """Return what is remembered of the last build."""
    with suppress(msgspec.MsgspecError):
        return next((msgspec.msgpack.decode(content, type=_Done) for content in read_whole(_path(config))), None)
    return None


def _stands(done: _Done, config: Config, ledger: Ledger) -> bool:
    """Say whether all that a build made is still what it was."""
    with suppress(OSError):
        return done.made == _made(config, ledger) and ledger.is_whole(done.report.files)
    return False


def _made(config: Config, ledger: Ledger) -> bytes:
    """Take stock of what the build wrote, the files of the site by their ledger.

    Raises OSError when there is no ledger, or no list of files.
    """
    addresses = config.addresses
    kept = stock_of_files(addresses.parent, [addresses.name] if addresses.exists() else [])
    return ledger.checksum() + stock_of_files(config.output, [MANIFEST]).digest + kept.digest
