"""One build at a time for each output folder: a workshop beside it, locked while a build is at work there.

The lock is the kernel's: it ends with the process that holds it, so what a killed build left behind stops nobody.
"""

import errno
import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path

from digest.errors import RefusedError
from digest.machine.disk import Disk

STAGED, ASIDE = "new", "old"  # the site that is being made, and the one that is being replaced
RECORDS = "records"  # what the search index is made of, and files that a cluster makes
_LOCK = "lock"
_NO_FILES = (errno.ELOOP, errno.EISDIR, errno.ENXIO)  # a link, a folder or a socket in the place of the lock
_HOLDER = 200  # bytes, more than a holder's line has


def workshop(output: Path) -> Path:
    """Return the folder, beside the output folder, in which a site is made."""
    return output.with_name(f".{output.name}.build")


def make_workshop(output: Path) -> None:
    """Make the workshop of an output folder.

    Raises RefusedError when nothing can be written there.
    """
    try:
        workshop(output).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message, hint = f"nothing can be written beside '{output}': {error.strerror}", "name another output folder with -o"
        raise RefusedError(message, hint=hint) from error


@contextmanager
def locked(output: Path, waiting: Callable[[str], None] | None = None) -> Iterator[None]:
    """Hold the lock of an output folder; when another build holds it, tell `waiting` who does, and wait.

    Raises RefusedError when another build holds it and there is no `waiting`, or when nothing can be written there.
    """
    with _acquired(workshop(output) / _LOCK, output, waiting) as lock:
        with suppress(OSError):  # a full disk is told of by what cannot do without it
            lock.truncate(0)
            lock.write(f"process {os.getpid()} since {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC".encode())
        disk = Disk()
        clear(output, disk)
        disk.remove(workshop(output) / RECORDS)
        try:
            yield
        finally:
            clear(output, disk)
            disk.remove(workshop(output) / RECORDS)
            (workshop(output) / _LOCK).unlink(missing_ok=True)
            with suppress(OSError):  # the next build is in it already
                workshop(output).rmdir()


def clear(output: Path, disk: Disk, twin: Path | None = None) -> None:
    """Empty the workshop of what a build left there; a site that it had set aside goes back to its place.

    What is left of another site becomes the `twin`, where that is wanted and on the same file system.
    """
    room = workshop(output)
    if (room / ASIDE).exists() and not output.exists():
        disk.rename(room / ASIDE, output)
    for name in (STAGED, ASIDE):
        if twin:
            with suppress(OSError):
                disk.rename(room / name, twin)
        disk.remove(room / name)


def _acquired(path: Path, output: Path, waiting: Callable[[str], None] | None) -> FileIO:
    while True:
        make_workshop(output)
        try:
            lock = FileIO(path, "a+", opener=_unfollowed)
        except FileNotFoundError:
            continue  # the build before us has just removed its workshop
        except OSError as error:
            message, other = f"'{path}' cannot be locked: {error.strerror}", "name another output folder with -o"
            hint = f"delete it, or {other}" if error.errno in _NO_FILES else other
            raise RefusedError(message, hint=hint) from error
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.pread(lock.fileno(), _HOLDER, 0).decode() or "another process"
            told = f"'{output.name}' is being built by {holder}"
            if not waiting:
                lock.close()
                raise RefusedError(told, hint="build again when it has ended, or with --wait") from error
            waiting(told)
            fcntl.flock(lock, fcntl.LOCK_EX)
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(lock.fileno()), path.stat()):
                return lock
        lock.close()  # removed while we waited: a later build has made another


def _unfollowed(path: str, flags: int) -> int:
    """Open the lock itself: a link in its place would have its target overwritten."""
    return os.open(path, flags | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
