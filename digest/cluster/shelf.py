"""The articles of a folder that several machines see: listed here, read where they are worked on."""

from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from digest import entity_edits
from digest.cluster.files import is_local, opened, reaching
from digest.errors import ConfigError, DigestError
from digest.load import MAX_BYTES, Found, Readers, SkippedError, find, is_article, regular, showable, skipped, source, too_large
from digest.model.edits import Edit
from digest.model.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread(Source):
    """A file that is known by name."""

    folder: str

    def read(self) -> Source:
        """Return the file with what is in it.

        Raises SourceError when it is too large or no longer an article's, FileNotFoundError when it is gone, DigestError when its
        folder cannot be reached.
        """
        if is_local(self.folder):
            if not Path(self.folder).is_dir():
                hint = "share the folder among all machines under one path, or name an address in digest.yaml: cluster.content"
                raise DigestError(f"a worker does not see the content folder '{self.folder}'", hint=hint)
            return source(Path(self.folder, self.path), self.path)
        system, root = opened(self.folder)
        with reaching(self.folder), system.open(f"{root}/{self.path}", "rb") as file:
            content = file.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            raise too_large(self.path)
        return Source(path=self.path, content=content, sha256=sha256(content).hexdigest())


def listed(folder: str, readers: Readers) -> Found:
    """Name all files below a folder that a reader is named for, in order of path.

    Raises ConfigError when there is no such folder.
    """
    if is_local(folder):
        return find(Path(opened(folder)[1]), readers, take=_unread)
    system, root = opened(folder)
    with reaching(folder):
        names = sorted(PurePosixPath(path.removeprefix(f"{root}/")) for path in system.find(root)) if system.exists(root) else []
    if not names:
        raise ConfigError(f"there is nothing in the content folder '{folder}'", hint="put articles into it, or mend its address")
    sources, problems = [], []
    for name in filter(partial(is_article, readers=readers), names):
        try:
            showable(str(name))
        except SkippedError as error:
            problems.append(skipped(str(name), error))
        else:
            sources.append(Unread(path=str(name), content=b"", sha256="", folder=folder))
    return Found(sources=tuple(sources), problems=tuple(problems))


def edits(folder: str) -> tuple[Edit, ...]:
    """Read the `entities.yaml` of a folder."""
    if is_local(folder):
        return entity_edits.entity_edits(Path(opened(folder)[1]))
    system, root = opened(folder)
    with TemporaryDirectory() as here, reaching(folder):
        try:
            Path(here, entity_edits.FILE_NAME).write_bytes(system.cat_file(f"{root}/{entity_edits.FILE_NAME}"))
        except FileNotFoundError:
            return ()
        return entity_edits.entity_edits(Path(here))


def _unread(path: Path, name: str) -> Source:
    regular(path, name)
    return Unread(path=name, content=b"", sha256="", folder=str(path)[: -len(name) - 1])
