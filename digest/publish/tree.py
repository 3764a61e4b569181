"""The files of a built site, as they lie on disk."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from digest.publish.links import addresses


@dataclass(frozen=True)
class Tree:
    """A folder; its files and links go by their paths below it."""

    folder: Path

    @cached_property
    def sizes(self) -> Mapping[str, int]:
        """The size of each regular file, in order of path."""
        return {path: (self.folder / path).stat().st_size for path in self._paths if path not in self.links}

    @cached_property
    def links(self) -> frozenset[str]:
        """The symbolic links."""
        return frozenset(path for path in self._paths if (self.folder / path).is_symlink())

    def text(self, path: str) -> str:
        """Return the text of a file, or '' when there is none."""
        return (self.folder / path).read_text("utf-8", "replace") if path in self.sizes else ""

    def addresses(self, path: str) -> tuple[str, ...]:
        """Return what a page links to or loads, each once, in order."""
        return tuple(dict.fromkeys(addresses(self.text(path))))

    @property
    def pages(self) -> Iterator[str]:
        """Yield the paths of all HTML files."""
        return (path for path in self.sizes if path.endswith(".html"))

    @cached_property
    def _paths(self) -> tuple[str, ...]:
        found = []
        for place, folders, names in os.walk(self.folder):
            links = [name for name in folders if Path(place, name).is_symlink()]
            found += [Path(place, name).relative_to(self.folder).as_posix() for name in (*names, *links)]
        return tuple(sorted(found))
