"""Outputs to disk: the new site is made beside the old one and takes its place in one step.

The output folder holds a manifest of what a build wrote. A folder without one is not ours and is refused; files in ours
that the manifest does not name are the user's, and move on into the new site.
"""

import ctypes
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import mkdtemp

from digest.errors import RefusedError
from digest.model.page import Output

MANIFEST = ".digest-manifest"
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # of Linux, fcntl.h and linux/fs.h
_HEAD = "Written by digest. The next build replaces or removes the files listed here, and no others."


def write(outputs: Iterable[Output], folder: Path) -> int:
    """Make `folder` hold exactly the outputs, and what the user put there; return how many files were written.

    Raises RefusedError, and leaves everything as it was, when the folder is not ours or a file of the user's is in the way.
    """
    kept = tuple(_kept(folder))
    staging = _beside(folder)
    try:
        staging.chmod(0o755)
        written = sorted(_stage(outputs, staging))
        (staging / MANIFEST).write_text("\n".join((_HEAD, *written, "")), "utf-8")
        _carry_over(kept, folder, staging)
        _swap(staging, folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return len(written)


def _beside(folder: Path) -> Path:
    """Make a fresh folder next to the site's."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        return Path(mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        message, hint = f"nothing can be written beside '{folder}': {error.strerror}", "name another output folder with -o"
        raise RefusedError(message, hint=hint) from error


def _kept(folder: Path) -> Iterator[Path]:
    """Yield the files below `folder` that are not of an earlier build of ours."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise RefusedError(f"'{folder}' is no folder", hint="name another output folder with -o")
    if not folder.exists() or not any(folder.iterdir()):
        return
    manifest = folder / MANIFEST
    if not manifest.is_file():
        hint = "empty it, or name another with -o"
        raise RefusedError(f"the output folder '{folder}' holds files that digest did not write", hint=hint)
    ours = {MANIFEST, *manifest.read_text("utf-8").splitlines()[1:]}
    for place, folders, names in os.walk(folder):
        links = [name for name in folders if Path(place, name).is_symlink()]
        for name in (*names, *links):
            path = Path(place, name).relative_to(folder)
            if path.as_posix() not in ours:
                yield path


def _stage(outputs: Iterable[Output], staging: Path) -> Iterator[str]:
    folders: set[Path] = set()
    for output in outputs:
        path = staging / output.path
        if path.parent not in folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            folders.add(path.parent)
        path.write_bytes(output.content)
        yield output.path


def _carry_over(kept: Iterable[Path], folder: Path, staging: Path) -> None:
    for path in kept:
        if (staging / path).exists() or any((staging / above).is_file() for above in path.parents):
            hint = "move it away, or give the article another slug"
            raise RefusedError(f"'{path}' in the output folder is yours, and the new site has a page there", hint=hint)
        (staging / path).parent.mkdir(parents=True, exist_ok=True)
        try:
            shutil.copy2(folder / path, staging / path, follow_symlinks=False)
        except OSError as error:
            hint = "move it away"
            raise RefusedError(f"'{path}' in the output folder is yours, and cannot be kept: {error}", hint=hint) from error


def _swap(staging: Path, folder: Path) -> None:
    """Put `staging` in the place of `folder`, and the old site in the place of `staging`."""
    if not folder.exists():
        staging.rename(folder)
    elif not _exchange(staging, folder):
        aside = staging.with_name(staging.name + "-old")
        folder.rename(aside)
        staging.rename(folder)
        aside.rename(staging)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step, so that no reader ever finds none; False where the system cannot."""
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    failed: int = libc.renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return not failed
