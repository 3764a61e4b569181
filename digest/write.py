"""Outputs to disk: the new site is made beside the old one and takes its place in one step.

The output folder holds a manifest of what a build wrote. A folder without one is not ours and is refused; files in ours
that the manifest does not name are the user's, and move on into the new site.
"""

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path

from digest.cache.ledger import MANIFEST, Ledger
from digest.cache.whole import summed
from digest.errors import DigestError, RefusedError
from digest.machine.disk import Disk
from digest.machine.lock import ASIDE, RECORDS, STAGED, clear, make_workshop, workshop
from digest.machine.staged import Staged
from digest.model.page import Output, Stored

_DISK = Disk()
_HEAD = "Written by digest. The next build replaces or removes the files listed here, and no others."


def write(outputs: Iterable[Output], folder: Path, disk: Disk = _DISK, ledger: Ledger | None = None) -> int:
    """Make `folder` hold exactly the outputs, and what the user put there; return how many files were written.

    With a ledger of the folder, what stands there already is not written again. Raises RefusedError when the folder is not
    ours or a file of the user's is in the way, DigestError when the disk is full or fails; either leaves everything as it was.
    """
    return _written(partial(_put, outputs=outputs), folder, disk, ledger)


def left(folder: Path, disk: Disk = _DISK) -> Callable[[Output], Stored]:
    """Return what processes that make pages of a site leave them by, from where the one that writes it takes them."""
    room, numbers = workshop(folder) / RECORDS, count()

    def leave(output: Output) -> Stored:
        place = f"{room}{os.sep}{os.getpid()}-{next(numbers)}"
        try:
            disk.write(place, output.content)
        except FileNotFoundError:
            disk.make_folder(room)
            disk.write(place, output.content)
        return Stored(path=output.path, content=b"", checksum=summed(output.content), place=place)

    return leave


def amend(outputs: Collection[Output], gone: Collection[str], folder: Path, ledger: Ledger, disk: Disk = _DISK) -> int:
    """Put outputs in the place of files of a site that stands as its ledger says, and of those that are `gone`.

    All others stay as they are. Return how many files the site has. Raises what `write` raises.
    """
    return _written(partial(_put_among_others, outputs=outputs, gone=gone), folder, disk, ledger)


def _put(staged: Staged, outputs: Iterable[Output]) -> None:
    for output in outputs:
        staged.put(output)


def _put_among_others(staged: Staged, outputs: Collection[Output], gone: Collection[str]) -> None:
    staged.keep({*gone, *(output.path for output in outputs)})
    _put(staged, outputs)


def _written(put: Callable[[Staged], None], folder: Path, disk: Disk, ledger: Ledger | None) -> int:
    place = workshop(folder) / STAGED
    make_workshop(folder)
    try:
        clear(folder, disk)
        known = ledger.strangers(folder) if ledger else None
        kept = tuple(_strangers(folder)) if known is None else tuple(map(Path, known))
        staged = _begun(place, folder, ledger, disk)
        put(staged)
        staged.finish()
        closed = disk.write(place / MANIFEST, manifest(staged.paths)).st_mtime_ns
        _carry_over(kept, folder, place, disk)
        disk.sync(place)
        before = _swap(place, folder, disk)
        stayed = ledger and known is not None and ledger.stayed(before)
        came = () if stayed else tuple(_newcomers(before, folder))
        _carry_over(came, before, folder, disk)
        if ledger:
            all_known = staged.files.keys() == staged.paths
            strangers = [path.as_posix() for path in (*kept, *came)]
            ledger.keep(staged.files, closed, strangers if all_known else None, staged.folders)
    except OSError as error:
        what = f"'{folder}' cannot be written: {error.strerror or error}"
        raise DigestError(what, hint="make room, or name another folder with -o; the site that is there is whole") from error
    finally:
        with suppress(OSError):  # the lock of the build stands in it
            clear(folder, disk, None if not ledger or ledger.is_blank else ledger.twin)
            workshop(folder).rmdir()
    return len(staged.paths)


def manifest(paths: Iterable[str]) -> bytes:
    """Write the list of the files that are ours."""
    return "\n".join((_HEAD, *sorted(paths), "")).encode()


def named_in(manifest: bytes) -> frozenset[str]:
    """Return the files that a list names."""
    return frozenset(manifest.decode("utf-8", "replace").splitlines()[1:])


def erase(folder: Path) -> int:
    """Remove from `folder` what builds of ours wrote, and the folders that are empty then; return how many files that were.

    Raises RefusedError when the folder is not ours.
    """
    strangers = set(_strangers(folder))
    removed = 0
    for place, folders, names in os.walk(folder, topdown=False):
        links = [name for name in folders if Path(place, name).is_symlink()]
        ours = [path for path in (Path(place, name) for name in (*names, *links)) if path.relative_to(folder) not in strangers]
        for path in ours:
            path.unlink()
        removed += len(ours)
        if not any(Path(place).iterdir()) and Path(place).relative_to(folder) not in strangers:
            Path(place).rmdir()
    return removed


def _strangers(folder: Path) -> Iterator[Path]:
    """Yield the files and empty folders below `folder` that are not of an earlier build of ours."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise RefusedError(f"'{folder}' is no folder", hint="name another output folder with -o")
    if not folder.exists() or not any(folder.iterdir()):
        return
    listed = folder / MANIFEST
    if not listed.is_file():
        hint = "empty it, or name another with -o"
        raise RefusedError(f"the output folder '{folder}' holds files that digest did not write", hint=hint)
    yield from map(Path, _others(str(folder), "", {MANIFEST, *named_in(listed.read_bytes())}))


def _others(place: str, below: str, ours: Collection[str]) -> Iterator[str]:
    """Yield what is in a folder and those below it, but for some files."""
    with os.scandir(place) as found:
        entries = list(found)
    if not entries:
        yield below
    for entry in entries:
        path = f"{below}/{entry.name}" if below else entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _others(entry.path, path, ours)
        elif path not in ours:
            yield path


def _newcomers(before: Path, folder: Path) -> Iterator[Path]:
    """Yield what the user put into the old site while the new one was made."""
    if before.exists():
        yield from (path for path in _strangers(before) if not os.path.lexists(folder / path))


def _begun(place: Path, folder: Path, ledger: Ledger | None, disk: Disk) -> Staged:
    """Begin a new site with the one before that which is there, if it was kept and can be used."""
    if ledger:
        with suppress(OSError):
            if ledger.twin.is_dir() and not ledger.twin.is_symlink():
                disk.rename(ledger.twin, place)
                return Staged(place, folder, ledger, disk)
        disk.remove(place)
        disk.remove(ledger.twin)
    return Staged(place, folder, ledger, disk)


def _carry_over(kept: Iterable[Path], old: Path, new: Path, disk: Disk) -> None:
    """Keep what is the user's; a file is kept by a second name, so what is written to it meanwhile is kept too."""
    for path in kept:
        is_folder = (old / path).is_dir() and not (old / path).is_symlink()
        if any((new / above).is_file() for above in (path, *path.parents)) or ((new / path).is_dir() and not is_folder):
            hint = "move it away, or give the article another slug"
            raise RefusedError(f"'{path}' in the output folder is yours, and the new site has a page there", hint=hint)
        disk.make_folder(new / path if is_folder else (new / path).parent)
        if not is_folder and os.path.lexists(old / path):
            _keep(path, old, new, disk)


def _keep(path: Path, old: Path, new: Path, disk: Disk) -> None:
    try:
        disk.keep(old / path, new / path)
    except OSError as error:
        message = f"'{path}' in the output folder is yours, and cannot be kept: {error.strerror or error}"
        raise RefusedError(message, hint="move it away") from error


def _swap(staged: Path, folder: Path, disk: Disk) -> Path:
    """Put `staged` in the place of `folder`, and return where the old site is now."""
    if folder.exists() and disk.exchange(staged, folder):
        return staged
    aside = workshop(folder) / ASIDE
    if folder.exists():
        disk.rename(folder, aside)
    disk.rename(staged, folder)
    return aside
