"""What a result was made from, as data: the key under which it is remembered, and in words why it is made again."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_type_hints
from zlib import crc32

import msgspec

from digest.cache.values import Plain, mark, plain
from digest.engine import told_apart

Parts = Mapping[str, int]  # a checksum by name: it explains, the key decides
_PAIR = 2
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
        self._parts = {"digest": crc32(version), **dict(_parts(plain(parameters), ()))}

    def key(self, item: object) -> bytes | None:
        """Return what the result for an item is remembered by; an item that cannot be written has none."""
        try:
            return mark(item, self._base)
        except ValueError:
            return None

    def task(self, item: object) -> str:
        """Name what is made of an item, whatever the item holds just now."""
        return f"{self._name} {getattr(item, 'permalink', None) or getattr(item, 'path', '')}"

    def parts(self, item: object) -> Parts:
        """Return checksums of all that the result for an item is made from."""
        return {**self._parts, **dict(_parts(plain(item), ()))}


def changes(before: Parts | None, now: Parts) -> str:
    """Say what differs from the last time."""
    if before is None:
        return "not in the cache"
    names = [name for name in (*now, *(before.keys() - now.keys())) if before.get(name) != now.get(name)]
    return f"{', '.join(names)} changed" if names else "damaged in the cache or changed in the site"


def _parts(value: Plain, path: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """Yield a checksum for each entry of mappings in mappings, and of rows of pairs, as deep as is worth naming."""
    if len(path) < _DEEPEST and (entries := _entries(value)):
        for name, entry in entries.items():
            yield from _parts(entry, (*path, name))
    else:
        yield "/".join(path), crc32(msgspec.msgpack.encode(value))


def _entries(value: Plain) -> Mapping[str, Plain]:
    if isinstance(value, list | tuple) and all(map(_is_named, value)):
        return dict(value)
    return value if isinstance(value, dict) else {}


def _is_named(row: Plain) -> bool:
    return isinstance(row, list | tuple) and len(row) == _PAIR and isinstance(row[0], str)
