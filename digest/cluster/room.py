"""Where the files of a new site wait until all are made: each attempt at one has a name of its own, so that no two ever meet."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from uuid import uuid4

from fsspec import AbstractFileSystem

from digest.cache.whole import summed
from digest.cluster.files import is_local, opened, reaching
from digest.errors import DigestError
from digest.machine.lock import RECORDS, workshop
from digest.model.page import Output, Stored

WAITING = ".digest-build"


@dataclass(frozen=True, slots=True)
class Room:
    """A folder that all workers see; it is there while it is furnished."""

    folder: str

    @staticmethod
    def beside(output: str) -> "Room":
        """Return a new room for the site of an output folder."""
        if is_local(output):
            return Room(str(workshop(Path(opened(output)[1])) / RECORDS / uuid4().hex))
        return Room(f"{output.rstrip('/')}/{WAITING}/{uuid4().hex}")

    @contextmanager
    def furnished(self) -> Iterator[None]:
        """Make the room, and remove it with all that is in it."""
        system, path = opened(self.folder)
        with reaching(self.folder):
            system.makedirs(path, exist_ok=True)
        try:
            yield
        finally:
            with reaching(self.folder):
                system.invalidate_cache()
                if system.exists(path):
                    system.rm(path, recursive=True)

    def keep(self, output: Output) -> Stored:
        """Write a file where its content is; return it without."""
        system, path = opened(self.folder)
        place = f"{path}/{uuid4().hex}{PurePosixPath(output.path).suffix}"
        try:
            with reaching(self.folder):
                if is_local(self.folder):
                    Path(place).write_bytes(output.content)
                else:
                    _upload(output.content, system, place)
        except FileNotFoundError as error:
            hint = "share the folder among all machines under one path, or name an address in digest.yaml: cluster.output"
            raise DigestError(f"a worker does not see the folder of the new site, '{self.folder}'", hint=hint) from error
        return Stored(path=output.path, content=b"", checksum=summed(output.content), place=place)


def _upload(content: bytes, system: AbstractFileSystem, place: str) -> None:
    """Write a file from a file: stores tell its type by the name that it has then, and browsers go by this type."""
    with TemporaryDirectory() as folder:
        file = Path(folder, PurePosixPath(place).name)
        file.write_bytes(content)
        system.put_file(str(file), place)
