"""The templates of a site, compiled: as they were kept, or while the program loads what else a build needs."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import blake2b
from importlib.util import cache_from_source
from pathlib import Path

from digest.cache.version import version
from digest.config import Config
from digest.engines.ahead import ahead
from digest.render import compiled
from digest.theme.files import theme
from digest.theme.wording import wording

_SUM = 16  # bytes


@contextmanager
def compiling(config: Config, *, beside: bool, folder: Path | None) -> Iterator[Callable[[], bytes]]:
    """Yield what gives the compiled templates of a site, or less than all where it cannot.

    What is not kept in `folder` is made anew, in a fifth of a second: `beside`, in a process of its own, or else when it is
    asked for, if it can be kept then. A project with templates of its own keeps none: who writes them need not be trusted
    with what is kept for all.
    """
    kept = folder / _name(config) if folder and not config.templates.is_dir() else None
    known = _read(kept) if kept else b""

    def make() -> bytes:
        look = theme(config.templates, search=config.search)
        code = compiled(look.templates, wording(config.language, config.templates))
        if kept:
            _write(kept, code)
        return code

    if known:
        yield lambda: known
    elif beside:
        with ahead(make) as made:
            yield made
    else:
        yield cache(make) if kept else bytes


def folder_of_code() -> Path | None:
    """Return where Python keeps the modules of this program as compiled, unless it is told to keep none."""
    return None if sys.dont_write_bytecode else Path(cache_from_source(__file__)).parent


def _name(config: Config) -> str:
    """Name what differs with the words of the interface, and with whether there is a search page."""
    return f"templates-{config.language}{'' if config.search else '-without-search'}.{sys.implementation.cache_tag}.pyc"


def _read(kept: Path) -> bytes:
    """Return what this version of the program kept, if it is whole."""
    with suppress(OSError):
        content = kept.read_bytes()
        if content[:_SUM] == _sum(content[_SUM:]):
            return content[_SUM:]
    return b""


def _write(kept: Path, code: bytes) -> None:
    """Keep compiled templates, where that is allowed."""
    unfinished = kept.with_name(f"{kept.name}.{os.getpid()}")
    try:
        unfinished.write_bytes(_sum(code) + code)
        unfinished.replace(kept)
    except OSError:
        with suppress(OSError):
            unfinished.unlink()


def _sum(code: bytes) -> bytes:
    return blake2b(version() + code, digest_size=_SUM).digest()
