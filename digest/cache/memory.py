"""Results of earlier builds of this process, as they are, before those that are on disk."""

from collections.abc import Callable, Collection

from digest.cache.packs import Packs
from digest.cache.pages import Pages
from digest.cache.traces import Parts
from digest.model.page import Output


class Memory:
    """What is remembered as long as the process lives, each result as `held` makes it, and behind it what is in packs."""

    def __init__(self, packs: Packs | Pages, held: Callable[[object], object] = lambda result: result) -> None:
        self._packs, self._held = packs, held
        self._values: dict[bytes, object] = {}

    def get(self, key: bytes, kind: type) -> object | None:
        """Return what is remembered under a key, if it is whole and of the type."""
        if key not in self._values and (value := self._packs.get(key, kind)) is not None:
            self._values[key] = self._held(value)
        return self._values.get(key)

    def put(self, key: bytes, value: object, task: str, parts: Parts) -> object:
        """Remember a value as the result of a task, and what it was made from; return it as it is remembered."""
        self._packs.put(key, value, task, parts)
        return self._values.setdefault(key, self._held(value))

    def parts(self, task: str) -> Parts | None:
        """Return what the result of a task was made from when it was made last."""
        return self._packs.parts(task)

    def keep(self, used: Collection[bytes] | None) -> None:
        """Save what was put, and forget what is not among `used`, if that is known."""
        if used is not None:
            self._values = {key: value for key, value in self._values.items() if key in used}
        for key in self._packs.keep(used):  # where it lay is gone, and would stay on the disk as long as this is held
            if not isinstance(self._values.get(key), Output):
                self._values.pop(key, None)
