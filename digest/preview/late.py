"""The search index of a preview: made when somebody searches, since most builds of a preview are never searched."""

from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from digest import permalinks
from digest.errors import DigestError
from digest.model.library import Library
from digest.search.index import indexing
from digest.search.index_parts import PartStore, parts_of

_FOLDER = permalinks.SEARCH_INDEX.strip("/") + "/"
_ONE_AT_A_TIME = Lock()


class LateIndex:
    """The index of a library, which is made for the first who asks for a file of it; the others wait."""

    def __init__(self, library: Library, language: str) -> None:
        self._library, self._language = library, language

    def file(self, path: str) -> bytes | None:
        """Return a file of the index by its path in the site; where no index can be made there is none."""
        if not path.startswith(_FOLDER):
            return None
        with _ONE_AT_A_TIME:
            return self._files.get(path)

    @cached_property
    def _files(self) -> Mapping[str, bytes]:
        parts = parts_of(self._library, self._language)
        with (
            suppress(DigestError, OSError),
            TemporaryDirectory(prefix="digest-") as folder,
            indexing(parts, self._language, site := Path(folder) / "site", PartStore(Path(folder), site)) as index,
        ):
            return {output.path: output.content for output in index.finished(self._library).outputs}
        return {}
