"""Faults to notes for the pages of a preview, with the lines of the file around each."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from digest.errors import DigestError
from digest.model.problem import Problem
from digest.preview.edition import Line, Note

Finder = Callable[[str], Path | None]
_MOST = 20  # notes on a page
_AROUND, _LONGEST = 3, 160  # lines before and after a fault, characters of a line


def note(fault: DigestError | Problem, find: Finder) -> Note:
    """Show a fault, with the lines around it in the file that `find` finds under its path."""
    place = ":".join(map(str, filter(None, (fault.path, fault.line))))
    file = find(fault.path) if fault.path and fault.line else None
    excerpt = tuple(_excerpt(file, fault.line)) if file else ()
    return Note(place=place, message=fault.message, hint=fault.hint, excerpt=excerpt)


def notes(problems: Sequence[Problem], find: Finder) -> tuple[Note, ...]:
    """Show the first errors among problems."""
    errors = (problem for problem in problems if problem.level == "error")
    return tuple(note(error, find) for error in islice(errors, _MOST))


def _excerpt(file: Path, faulty: int) -> Iterator[Line]:
    first = max(1, faulty - _AROUND)
    lines = file.read_text("utf-8", "replace").split("\n")[first - 1 : faulty + _AROUND]
    for number, text in enumerate(lines, first):
        yield Line(number=number, text=text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…", faulty=number == faulty)
