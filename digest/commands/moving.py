"""What moves on a terminal while work goes on: a spinner, or a bar."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.status import Status


def spinner(doing: str) -> Status:
    """Return a spinner beside what is done, which stands until it is started."""
    return Console(stderr=True).status(doing)


@contextmanager
def bar(total: int, doing: str) -> Iterator[Callable[[int], None]]:
    """Show a bar; yield what moves it to a number of things done."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(doing, total=total)
        yield lambda done: progress.update(task, completed=done)
