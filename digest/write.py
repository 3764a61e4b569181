"""Outputs to disk: the new site is made beside the old one and takes its place in one step.

The output folder holds a manifest of what a build wrote. A folder without one is not ours and is refused; files in ours
that the manifest does not name are the user's, and move on into the new site.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from digest.disk import Disk
from digest.errors import DigestError, RefusedError
from digest.lock import ASIDE, STAGED, clear, make_workshop, workshop
from digest.model.page import Output, Stored

MANIFEST = ".digest-manifest"
_DISK = Disk()
_HEAD = "Written by digest. The next build replaces or removes the files listed here, and no others."


def write(outputs: Iterable[Output], folder: Path, disk: Disk = _DISK) -> int:
    """Make `folder` hold exactly the outputs, and what the user put there; return how many files were written.

    Raises RefusedError when the folder is not ours or a file of the user's is in the way, DigestError when the disk is full
    or fails; either leaves everything as it was.
    """
    staged = workshop(folder) / STAGED
    make_workshop(folder)
    try:
        clear(folder, disk)
        kept = tuple(_strangers(folder))
        disk.make_folder(staged)
        written = tuple(_stage(outputs, staged, disk))
        disk.write(staged / MANIFEST, manifest(written))
        _carry_over(kept, folder, staged, disk)
        disk.sync(staged)
        before = _swap(staged, folder, disk)
        _carry_over(_newcomers(before, folder), before, folder, disk)
    except OSError as error:
        what = f"'{folder}' cannot be written: {error.strerror or error}"
        raise DigestError(what, hint="make room, or name another folder with -o; the site that is there is whole") from error
    finally:
        with suppress(OSError):  # the lock of the build stands in it
            clear(folder, disk)
            workshop(folder).rmdir()
    return len(written)


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
    ours = {MANIFEST, *named_in(listed.read_bytes())}
    for place, folders, names in os.walk(folder):
        links = [name for name in folders if Path(place, name).is_symlink()]
        if not (folders or names):
            yield Path(place).relative_to(folder)
        for name in (*names, *links):
            path = Path(place, name).relative_to(folder)
            if path.as_posix() not in ours:
                yield path


def _newcomers(before: Path, folder: Path) -> Iterator[Path]:
    """Yield what the user put into the old site while the new one was made."""
    if before.exists():
        yield from (path for path in _strangers(before) if not os.path.lexists(folder / path))


def _stage(outputs: Iterable[Output], staged: Path, disk: Disk) -> Iterator[str]:
    folders: set[Path] = set()
    for output in outputs:
        path = staged / output.path
        if not path.is_relative_to(staged) or ".." in path.parts:
            raise RefusedError(f"a page at '{output.path}' would stand outside the output folder", hint="mend its permalink")
        if path.parent not in folders:
            disk.make_folder(path.parent)
            folders.add(path.parent)
        if isinstance(output, Stored):
            disk.rename(Path(output.place), path)
        else:
            disk.write(path, output.content)
        yield output.path


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
