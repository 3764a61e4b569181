"""Changes of a project's files, a burst at a time: what an editor or a checkout saves within a moment is one change."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import monotonic, sleep

from watchfiles import Change, watch

_LOOK = 1  # milliseconds that a look takes
_PAUSE, _QUIET = 0.02, 0.05  # seconds between looks, and without a change until a burst is over
_LONGEST = 1.0  # seconds after which a burst that goes on is told
_Stamps = Mapping[Path, tuple[int, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Roots:
    """What is watched: folders with all that is in them, and single files."""

    folders: tuple[Path, ...]
    files: tuple[Path, ...]


class Watch:
    """Watches a project from now on; `roots` says at each look what to watch, since it may be configured otherwise meanwhile."""

    def __init__(self, roots: Callable[[], Roots]) -> None:
        self._roots = roots
        self._found: frozenset[Path] = frozenset()
        self._stamps: _Stamps = {}
        self._begin()

    def burst(self) -> frozenset[Path]:
        """Wait for changes, and until no more follow or enough time has passed; return their paths."""
        began = latest = monotonic()
        while True:
            if not self._found:
                began = monotonic()
            if self._look():
                latest = monotonic()
            elif self._found and monotonic() - latest > _QUIET:
                break
            if self._found and monotonic() - began > _LONGEST:
                break
            sleep(_PAUSE)
        burst, self._found = self._found, frozenset()
        return burst

    def has_news(self) -> bool:
        """Say at once whether the next burst has begun."""
        self._look()
        return bool(self._found)

    def _look(self) -> bool:
        """Take note of what has changed since the last look; say whether anything has."""
        before, self._stamps = self._stamps, _stamps(self._watched)
        replaced = {path for path, stamp in self._stamps.items() if stamp != before[path]}
        news = next(self._looks) | replaced
        self._found |= news
        if news.intersection(self._watched.folders) or self._roots() != self._watched:
            self._begin()
        return bool(news)

    def _begin(self) -> None:
        self._watched = self._roots()
        self._stamps = _stamps(self._watched)
        self._looks: Iterator[frozenset[Path]] = _looks(self._watched)


def _looks(roots: Roots) -> Iterator[frozenset[Path]]:
    """Watch folders from now on; yield at once what has changed since the last time."""
    folders = [folder for folder in roots.folders if folder.is_dir()]
    seen = partial(_is_visible, folders)
    looks = watch(*folders, watch_filter=seen, step=_LOOK, debounce=_LOOK, rust_timeout=_LOOK, yield_on_timeout=True)
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
