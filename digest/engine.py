"""The one seam that says how the steps of a build run."""

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from functools import partial, wraps
from typing import Any, ParamSpec, Protocol, TypeVar, cast

from digest.errors import DigestError

Item = TypeVar("Item")
Result = TypeVar("Result")
Given = ParamSpec("Given")


class Engine(Protocol):
    """A way to run a step over many items: in this process, in several, from a cache."""

    def map(self, step: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        """Yield `step(item)` for each item, in the order of the items; an engine with processes may begin when it is called."""


def at_once(generator: Callable[Given, Iterator[Result | None]]) -> Callable[Given, Generator[Result, None, None]]:
    """Let a generator go as far as its first `yield`, which gives nothing, when it is called; what it began ends with it."""

    @wraps(generator)
    def called(*args: Given.args, **named: Given.kwargs) -> Generator[Result, None, None]:
        results = cast("Generator[Result, None, None]", generator(*args, **named))
        next(results)
        return results

    return called


def told_apart(step: Callable[[Any], object]) -> tuple[Callable[..., object], Mapping[str, object]]:
    """Tell a step's function from its parameters; one that only guards another, its parameter `step`, goes by that one."""
    if not isinstance(step, partial):
        return step, {}
    if "step" in step.keywords:
        return told_apart(step.keywords["step"])
    return step.func, step.keywords


def name(step: Callable[[Any], object]) -> str:
    """Return the name of the function that a step comes down to."""
    return getattr(told_apart(step)[0], "__name__", "")


def died(item: object, hint: str) -> DigestError:
    """Return the error of an item whose processes die."""
    place = str(getattr(item, "permalink", None) or getattr(item, "path", ""))
    return DigestError("the process that worked on it died", path=place, hint=hint)
