"""What the preview shows now, since when each file is as it is, and whom to tell when that changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from threading import Condition

import msgspec

from digest.preview.edition import Edition, Note, changed


class _Message(msgspec.Struct):
    """What a browser is told about the page that it shows."""

    revision: int
    reload: bool
    styles: tuple[str, ...]
    headline: str
    notes: tuple[Note, ...]
    marks: dict[str, str]


@dataclass(frozen=True, slots=True)
class Shown:
    """An edition and its number, which grows from one to the next, over restarts too."""

    edition: Edition
    revision: int


class Stage:
    """Holds the edition that is shown; safe to use from several threads. Revisions count from `revision`."""

    def __init__(self, edition: Edition, revision: int) -> None:
        self._shown, self._first = Shown(edition, revision), revision
        self._since: dict[str, int] = {}
        self._news = Condition()

    @property
    def shown(self) -> Shown:
        """What is shown now."""
        return self._shown

    def show(self, edition: Edition) -> frozenset[str]:
        """Show another edition from now on, and return the paths of the files that changed."""
        before = self._shown
        paths = changed(before.edition, edition)
        if paths or edition != before.edition:
            with self._news:
                self._shown = Shown(edition, before.revision + 1)
                self._since |= dict.fromkeys(paths, self._shown.revision)
                self._news.notify_all()
        return paths

    def messages(self, path: str, revision: int, patience: float) -> Iterator[bytes]:
        """Yield a message for whoever shows the page at `path` of a revision, at once and whenever the edition changes.

        After each `patience` seconds without news an empty one shows whether anybody still listens.
        """
        told = 0
        while True:
            with self._news:
                if not self._news.wait_for(lambda: self._shown.revision > told, patience):  # noqa: B023 - called at once
                    yield b": still here\n\n"
                    continue
                shown, since = self._shown, self._since.get(path, self._first)
            told = shown.revision
            message = _Message(
                revision=shown.revision,
                reload=since > revision,
                styles=shown.edition.styles,
                headline=shown.edition.headline,
                notes=shown.edition.notes,
                marks=dict(shown.edition.marks),
            )
            yield b"data: " + msgspec.json.encode(message) + b"\n\n"
