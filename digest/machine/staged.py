"""A site in the making: what stands in the site that is there is shared with it by a second name, all else is written.

It begins with what an earlier site has in common with the one that is there, so that only what differs costs anything.
"""

import errno
import os
from collections.abc import Collection, Mapping
from pathlib import Path

from digest.cache.ledger import MANIFEST, Entry, Ledger, Twin, folders_above
from digest.cache.whole import summed
from digest.errors import DigestError, RefusedError
from digest.machine.disk import Disk
from digest.model.page import Output, Standing, Stored, Summed


class Staged:
    """A folder that becomes a site; `paths` are those of its files, `files` what is known of them for the next time."""

    def __init__(self, place: Path, old: Path, ledger: Ledger | None, disk: Disk) -> None:
        self._place, self._old = f"{place}{os.sep}", f"{old}{os.sep}"
        self._ledger, self._disk = ledger, disk
        self._entries: Mapping[str, Entry] = ledger.entries if ledger else {}
        self._shared: dict[str, int] = {}  # files that the old site had too when the ledger was closed, and their numbers
        self.paths: set[str] = set()
        self.files: dict[str, Entry] = {}
        self.folders: dict[str, int | None] = {"": None}  # since when nothing was done in them, if that is known
        disk.make_folder(place)
        if former := ledger.former(place) if ledger else None:
            self._leave_out(former)
        else:
            self._keep_shared(str(place), "")

    def put(self, output: Output) -> None:
        """Make a file of the site.

        Raises RefusedError when it would stand outside of it.
        """
        path = output.path
        if path.startswith("/") or ".." in path.split("/"):
            raise RefusedError(f"a page at '{path}' would stand outside the output folder", hint="mend its permalink")
        checksum = output.checksum if isinstance(output, Summed) else summed(output.content)
        if isinstance(output, Standing) or (self._ledger and self._ledger.stands(path, checksum)):
            self._share(path, checksum)
        elif isinstance(output, Stored):
            self._make_way(path)
            self._disk.rename(output.place, self._place + path)
            self.files[path] = Entry.of(os.lstat(self._place + path), checksum)
        else:
            self._make_way(path)
            self.files[path] = Entry.of(self._disk.write(self._place + path, output.content), checksum)
        self.paths.add(path)

    def keep(self, new: Collection[str]) -> None:
        """Keep all files of the old site that its ledger knows, but for those in whose place new ones come."""
        kept = {path: known for path, known in self._entries.items() if path not in new}
        self.files |= {path: known for path, known in kept.items() if path in self._shared}
        for path, known in kept.items():
            if path not in self._shared:
                self._share(path, known.checksum)
        self.paths |= kept.keys()

    def finish(self) -> None:
        """Remove what was not put there."""
        for path in [path for path in self._shared if path not in self.paths]:
            self._drop(path)

    def _leave_out(self, former: Twin) -> None:
        """Leave nothing but the files that the old site has too, as it is known which others there are."""
        fresh = frozenset(former.fresh)
        self._shared = {path: entry.inode for path, entry in self._entries.items() if path not in fresh}
        self.folders |= {folder: time for folder, time in former.times.items() if folder not in {"", MANIFEST}}
        for path in (*former.gone, MANIFEST):
            self._drop(path)

    def _drop(self, path: str) -> None:
        """Remove what an earlier site has at a path, and the folders that are empty then."""
        self._touch(path)
        place = Path(self._place + path)
        if place.is_dir() and not place.is_symlink():  # one of the user's
            self._disk.remove(place)
        else:
            self._disk.unlink(self._place + path)
        for folder in reversed(list(folders_above(path))):
            if not self._disk.remove_empty(self._place + folder):
                break
            self.folders.pop(folder, None)

    def _keep_shared(self, place: str, below: str) -> bool:
        """Leave nothing but the files that the old site has too, in folders that are not empty; say whether any is left."""
        left = False
        with os.scandir(place) as found:
            entries = list(found)
        for entry in entries:
            path = below + entry.name
            if entry.is_dir(follow_symlinks=False):
                if self._keep_shared(entry.path, f"{path}/"):
                    self.folders[path] = None
                    left = True
                else:
                    self._disk.remove_empty(entry.path)
                continue
            known = self._entries.get(path)
            if known and known.inode == entry.inode():
                self._shared[path] = known.inode
                left = True
            else:
                self._disk.unlink(entry.path)
        return left

    def _share(self, path: str, checksum: bytes) -> None:
        known = self._entries.get(path)
        if known and self._shared.get(path) == known.inode:
            self.files[path] = known
            return
        self._make_way(path)
        try:
            self._disk.keep(self._old + path, self._place + path)
        except FileNotFoundError as error:
            raise DigestError(f"'{path}' was removed from the site while the new one was made", hint="build again") from error
        found = Entry.of(os.lstat(self._place + path), checksum)
        if known and (found.size, found.mtime) == (known.size, known.mtime):  # else somebody has written to it meanwhile
            self.files[path] = found

    def _make_way(self, path: str) -> None:
        """Make the folders of a path, and remove what an earlier site has in its place."""
        self._touch(path)
        if self._shared.pop(path, None) or path in self.paths:
            self._disk.unlink(self._place + path)
        elif path in self.folders:
            self._remove_folder(path)
        above = path.rpartition("/")[0]
        if above not in self.folders:
            for folder in folders_above(path):
                if self._shared.pop(folder, None):
                    self._disk.unlink(self._place + folder)
                self.folders[folder] = None
            self._disk.make_folder(self._place + above)

    def _touch(self, path: str) -> None:
        for folder in folders_above(path):
            if folder in self.folders:
                self.folders[folder] = None

    def _remove_folder(self, path: str) -> None:
        """Remove a folder of an earlier site.

        Raises OSError when the new one has files in it.
        """
        within = f"{path}/"
        if any(other.startswith(within) for other in self.paths):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
        self._disk.remove(Path(self._place + path))
        self._shared = {other: inode for other, inode in self._shared.items() if not other.startswith(within)}
        self.folders = {other: time for other, time in self.folders.items() if other != path and not other.startswith(within)}
