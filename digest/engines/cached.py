"""Runs a step only on what it has not run on before, in this version of the program: the rest it remembers."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Protocol, Self, TypeVar, cast

from digest.cache.traces import Parts, Recipe, changes
from digest.engine import Engine, at_once, name
from digest.model.page import Output

Item = TypeVar("Item")
Result = TypeVar("Result")


class Store(Protocol):
    """Where results are remembered, by a key that says all that they were made from."""

    def get(self, key: bytes, kind: type) -> object | None:
        """Return what is remembered under a key, if it is whole and of the type."""

    def put(self, key: bytes, value: object, task: str, parts: Parts) -> object:
        """Remember a value as the result of a task, and what it was made from; return it as it is remembered."""

    def parts(self, task: str) -> Parts | None:
        """Return what the result of a task was made from when it was made last."""

    def keep(self, used: Collection[bytes] | None) -> object:
        """Save what was put, and forget what is not among `used`, if that is known."""


class Cached:
    """An engine around another; `tell` is told in words why something is made again.

    As a context it is one build: at its end what was made is saved, and if the build is whole, what it did not use is forgotten.
    `keys` are those of what it made of files, by the step's name and path.
    """

    def __init__(self, engine: Engine, store: Store, version: bytes, tell: Callable[[str], None] | None = None) -> None:
        self._engine, self._store, self._version, self._tell = engine, store, version, tell
        self._used: set[bytes] = set()
        self.keys: dict[tuple[str, str], bytes] = {}  # of what was made of files, by the step's name and path
        self.is_whole = True

    def __enter__(self) -> Self:
        self._used, self.keys, self.is_whole = set(), {}, True
        return self

    @at_once
    def map(self, step: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result | None]:
        """Yield `step(item)` for each item, in order."""
        recipe = Recipe(step, self._version)
        keys = [recipe.key(item) for item in items]
        had = [self._store.get(key, recipe.gives) if key else None for key in keys]
        made = self._engine.map(step, [item for item, value in zip(items, had, strict=True) if value is None])
        yield None
        if any(value is None for value in had) and self._store.get(recipe.base, str) is None:
            self._store.put(recipe.base, recipe.name, recipe.name, recipe.common)
        for item, key, value in zip(items, keys, had, strict=True):
            yield self._remembered(next(made), key, recipe, item) if value is None else cast("Result", value)
        self._used.update(filter(None, keys), (recipe.base,))
        if recipe.gives is not Output:
            kind, pairs = name(step), zip(items, keys, strict=True)
            self.keys |= {(kind, getattr(item, "path", "")): key for item, key in pairs if key}

    def _remembered(self, value: Result, key: bytes | None, recipe: Recipe, item: object) -> Result:
        task, parts = recipe.task(item), recipe.parts(item)
        if self._tell:
            before = self._store.parts(task), self._store.parts(recipe.name) or {}
            self._tell(f"{task}: {changes(before[0], parts, before[1], recipe.common)}")
        if key and isinstance(value, recipe.gives):
            return cast("Result", self._store.put(key, value, task, parts))
        return value

    def __exit__(self, fault: type[BaseException] | None, *_: object) -> None:
        self._store.keep(self._used if self.is_whole and not fault else None)
