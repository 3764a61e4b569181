"""A site as it was built at one moment, and which of its files the next one shows otherwise."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from digest.preview.pressed import Pressed

_HASHED = re.compile(r"(?P<stem>.+)\.[0-9a-f]{8}\.css")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a source file, shown because a fault is in it or near it."""

    number: int
    text: str
    faulty: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A fault that the editor should mend: where it is, what is wrong, what to do, and the lines around it."""

    place: str
    message: str
    hint: str
    excerpt: tuple[Line, ...] = ()


def nothing(path: str) -> None:
    """Give no file."""
    del path


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The files of a site by path, the path below which they stand, and what the editor is told on its pages.

    `base_path` is as addresses write it. `headline` sums up the notes; `marks` names what is unusual about articles, by the path
    of their pages. `late` gives files that are made when they are asked for.
    """

    base_path: str
    files: Mapping[str, Pressed] = field(default_factory=dict)
    headline: str = ""
    notes: tuple[Note, ...] = ()
    marks: Mapping[str, str] = field(default_factory=dict)
    late: Callable[[str], bytes | None] = field(default=nothing, compare=False)

    @property
    def styles(self) -> tuple[str, ...]:
        """The paths of the style sheets."""
        return tuple(sorted(path for path in self.files if path.endswith(".css")))


def changed(before: Edition, after: Edition) -> frozenset[str]:
    """Name the files that came, went or differ; a page that only links to a style sheet of another name does not."""
    renamed = tuple(_renamed(before, after))
    paths = before.files.keys() | after.files.keys()
    return frozenset(path for path in paths if not _is_same(before.files.get(path), after.files.get(path), renamed))


def _is_same(before: Pressed | None, after: Pressed | None, renamed: tuple[tuple[bytes, bytes], ...]) -> bool:
    if before == after:
        return True
    if before is None or after is None or not renamed:
        return False
    content = before.plain
    for old, new in renamed:
        content = content.replace(old, new)
    return content == after.plain


def _renamed(before: Edition, after: Edition) -> Iterator[tuple[bytes, bytes]]:
    """Pair the style sheets that got another name with their content."""
    names = {match["stem"]: path for path in after.styles if (match := _HASHED.fullmatch(path))}
    for path in before.styles:
        match = _HASHED.fullmatch(path)
        if match and names.get(match["stem"], path) != path:
            yield path.encode(), names[match["stem"]].encode()
