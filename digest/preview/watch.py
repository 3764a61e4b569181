"""Changes of a project's files, a burst at a time: what an editor or a checkout saves within a moment is one change."""

from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import monotonic

from watchfiles import Change, watch

_STEP, _QUIET = 10, 50  # milliseconds between looks, and without a change until a burst is over
_LONGEST = 1.0  # seconds after which a burst that goes on is told
_Stamps = Mapping[Path, tuple[int, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Roots:
    """What is watched: folders with all that is in them, and single files."""

    folders: tuple[Path, ...]
    files: tuple[Path, ...]


def bursts(roots: Callable[[], Roots]) -> Generator[frozenset[Path], None, None]:
    """Yield the paths of each burst of changes; the first one is empty and says that watching has begun.

    After each, `roots` says anew what to watch: it may be configured otherwise, or have come, gone or been replaced.
    """
    watched = roots()
    stamps = _stamps(watched)
    looks = _looks(watched)
    burst: frozenset[Path] = frozenset()
    while True:
        yield burst
        burst = _burst(looks, watched, stamps)
        before, watched = watched, roots()
        if watched != before or burst.intersection(watched.folders):
            looks = _looks(watched)
        stamps = _stamps(watched)


def _burst(looks: Iterator[frozenset[Path]], watched: Roots, stamps: _Stamps) -> frozenset[Path]:
    """Wait for changes, and until no more follow or enough time has passed."""
    burst: frozenset[Path] = frozenset()
    began = 0.0
    for look in looks:
        before, stamps = stamps, _stamps(watched)
        news = look | {path for path, stamp in stamps.items() if stamp != before[path]}
        if burst and (not news or monotonic() - began > _LONGEST):
            break
        began = began or (monotonic() if news else 0.0)
        burst |= news
    return burst


def _looks(roots: Roots) -> Iterator[frozenset[Path]]:
    """Watch folders from now on; yield what has changed, and nothing whenever nothing has for a moment."""
    folders = [folder for folder in roots.folders if folder.is_dir()]
    seen = partial(_is_visible, folders)
    looks = watch(*folders, watch_filter=seen, step=_STEP, debounce=_QUIET, rust_timeout=_QUIET, yield_on_timeout=True)
    next(looks)  # the watch begins with the first look
    return (frozenset(Path(path) for _, path in look) for look in looks)


def _is_visible(folders: list[Path], change: Change, path: str) -> bool:
    """Say whether a file is meant to be read: not hidden, and no copy of an editor's."""
    del change
    below = next((Path(path).relative_to(folder).parts for folder in folders if Path(path).is_relative_to(folder)), ())
    return not any(part.startswith(".") or part.endswith("~") for part in below)


def _stamps(roots: Roots) -> _Stamps:
    """Tell apart the files of one moment and another: single files are looked at, since saving may replace them."""
    return {path: _stamp(path, whole=path in roots.files) for path in (*roots.folders, *roots.files)}


def _stamp(path: Path, *, whole: bool) -> tuple[int, ...]:
    try:
        found = path.stat()
    except OSError:
        return ()
    return (found.st_ino, found.st_mtime_ns, found.st_size) if whole else (found.st_ino,)
