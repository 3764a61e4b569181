"""What a build does to the disk, one operation a method: the one place where a test can make any of them fail."""

import ctypes
import os
import shutil
from io import BufferedWriter, FileIO
from pathlib import Path

Name = str | Path  # a path; a text where there are many
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # of Linux, fcntl.h and linux/fs.h


class Disk:
    """The file system as it is."""

    def make_folder(self, path: Name) -> None:
        """Make a folder, and those above it."""
        try:
            os.mkdir(path)  # noqa: PTH102 - a path would cost as much; those above it are there, as a rule
        except OSError:
            Path(path).mkdir(parents=True, exist_ok=True)

    def write(self, path: Name, content: bytes) -> os.stat_result:
        """Write a file where there is none; return what the system says of it."""
        with BufferedWriter(FileIO(path, "x")) as file:
            file.write(content)
            file.flush()
            return os.fstat(file.fileno())

    def keep(self, path: Name, target: Name) -> None:
        """Give a file a second name, so that its owner may go on writing to it; copy it where the system has no such names."""
        try:
            os.link(path, target, follow_symlinks=False)
        except OSError:
            shutil.copy2(path, target, follow_symlinks=False)

    def sync(self, folder: Path) -> None:
        """Wait until all that was written to the file system of `folder` would survive a power cut."""
        libc = ctypes.CDLL(None, use_errno=True)
        if not hasattr(libc, "syncfs"):
            os.sync()
            return
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            if libc.syncfs(descriptor):
                raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(folder))
        finally:
            os.close(descriptor)

    def exchange(self, one: Path, other: Path) -> bool:
        """Swap two folders in one step, so that no reader ever finds none; False where the system cannot."""
        libc = ctypes.CDLL(None, use_errno=True)
        if not hasattr(libc, "renameat2"):
            return False
        failed: int = libc.renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
        return not failed

    def rename(self, path: Name, target: Name) -> None:
        """Move a file or folder within its file system; a file takes the place of the one that is there."""
        os.replace(path, target)  # noqa: PTH105 - a path would cost three times as much, and there may be many

    def unlink(self, path: Name) -> None:
        """Take away a name of a file."""
        Path(path).unlink()

    def remove_empty(self, folder: Name) -> bool:
        """Remove a folder, unless something is in it."""
        try:
            Path(folder).rmdir()
        except OSError:
            return False
        return True

    def remove(self, folder: Path) -> None:
        """Remove a folder and all that is in it, as far as that can be done."""
        shutil.rmtree(folder, ignore_errors=True)
