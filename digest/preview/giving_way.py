"""A build that gives way: it asks again and again whether it should go on, and ends where it is when it should not."""

from collections.abc import Callable, Iterator, Sequence
from time import monotonic
from typing import TypeVar

from digest.engine import Engine, at_once
from digest.model.library import Library
from digest.model.page import Group, Page
from digest.model.site import Site
from digest.plan import PageType

Item = TypeVar("Item")
Result = TypeVar("Result")
_PAUSE = 0.1  # seconds between two questions


class GivenWay(BaseException):
    """A build ended since something else comes first: no fault, so nothing takes it for one."""


class Courtesy:
    """What a build asks: it ends by GivenWay as soon as `is_awaited` says that something else comes first."""

    def __init__(self, is_awaited: Callable[[], bool]) -> None:
        self._is_awaited, self._due = is_awaited, monotonic() + _PAUSE

    def ask(self) -> None:
        """Go on, or raise GivenWay."""
        if monotonic() < self._due:
            return
        if self._is_awaited():
            raise GivenWay
        self._due = monotonic() + _PAUSE

    def engine(self, engine: Engine) -> Engine:
        """Let an engine ask after each item."""
        return _Asking(engine, self.ask)

    def page_type(self, page_type: PageType) -> PageType:
        """Let the planning of pages ask after each page."""

        def asking(library: Library, site: Site) -> Iterator[Page | Group]:
            for page in page_type(library, site):
                self.ask()
                yield page

        return asking


class _Asking:
    def __init__(self, engine: Engine, ask: Callable[[], None]) -> None:
        self._engine, self._ask = engine, ask

    @at_once
    def map(self, step: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result | None]:
        """Yield `step(item)` for each item, in order."""
        results = self._engine.map(step, items)
        yield None
        for result in results:
            self._ask()
            yield result
