"""What a result was made from, as data: the key under which it is remembered, and in words why it is made again."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, get_type_hints
from zlib import crc32

from digest.cache.values import mark, told
from digest.engine import told_apart
from digest.model.page import Sealed
from digest.model.source import Source

Parts = Mapping[str, int]  # a checksum by name: it explains, the key decides
_PAIR = 2
_FIELDS = "__dataclass_fields__"  # what `fields` makes a list of, which takes three times as long
_DEEPEST = 4  # names in the name of a part


class Recipe:
    """A step with its parameters, under one version of the program, as something that can be compared.

    Raises ValueError for a step that goes by no name, such as a function within a function.
    """

    def __init__(self, step: Callable[[Any], object], version: bytes) -> None:
        function, parameters = told_apart(step)
        self._base = mark((version, function, parameters))
        self.gives: type = get_type_hints(function)["return"]
        self._name = function.__name__
        self._parts = _parts(dict(parameters), "", _DEEPEST, {"digest": crc32(version)})

    def key(self, item: object) -> bytes | None:
        """Return what the result for an item is remembered by; an item that cannot be written has none."""
        try:
            return mark(_known(item), self._base)
        except ValueError:
            return None

    def task(self, item: object) -> str:
        """Name what is made of an item, whatever the item holds just now."""
        return f"{self._name} {getattr(item, 'permalink', None) or getattr(item, 'path', '')}"

    def parts(self, item: object) -> Parts:
        """Return checksums of all that the result for an item is made from."""
        return _parts(_known(item), "", _DEEPEST, dict(self._parts))


def changes(before: Parts | None, now: Parts) -> str:
    """Say what differs from the last time."""
    if before is None:
        return "not in the cache"
    names = [name for name in (*now, *(before.keys() - now.keys())) if before.get(name) != now.get(name)]
    return f"{', '.join(names)} changed" if names else "damaged in the cache or changed in the site"


def _known(item: object) -> object:
    """Let a source go by its checksum: its content is long, and was looked at for that already."""
    return {"path": item.path, "content": item.sha256} if isinstance(item, Source) else item


def _parts(value: object, name: str, depth: int, found: dict[str, int]) -> dict[str, int]:
    """Add a checksum for each field and entry, and for each row of pairs, as deep as is worth naming."""
    if depth and (entries := _entries(value)):
        for key, entry in entries:
            _parts(entry, f"{name}/{key}" if name else key, depth - 1, found)
    else:
        found[name] = crc32(told(value))
    return found


def _entries(value: object) -> Iterable[tuple[str, object]]:
    if isinstance(value, Sealed):
        value = value.value
    if names := getattr(type(value), _FIELDS, ()):
        return [(name, getattr(value, name)) for name in names]
    if isinstance(value, dict):
        return value.items()
    return value if isinstance(value, tuple) and all(map(_is_named, value)) else ()


def _is_named(row: object) -> bool:
    return isinstance(row, tuple) and len(row) == _PAIR and isinstance(row[0], str)
