"""What a result was made from, as data: the key under which it is remembered, and in words why it is made again."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from types import NoneType
from typing import Any, get_type_hints
from zlib import crc32

from digest.cache.values import mark, told_apiece
from digest.engine import told_apart
from digest.model.page import Sealed
from digest.model.source import Source

Parts = Mapping[str, int]  # a checksum by name: it explains, the key decides
_PAIR = 2
_WHOLE = frozenset({str, int, float, bool, NoneType, date, datetime})  # as most are
_FIELDS = "__dataclass_fields__"  # what `fields` makes a list of, which takes three times as long
_PARAMETERS = "parameters"
_DEEPEST = 4  # names in the name of a part


class Recipe:
    """A step with its parameters, under one version of the program, as something that can be compared.

    Raises ValueError for a step that goes by no name, such as a function within a function.
    """

    def __init__(self, step: Callable[[Any], object], version: bytes) -> None:
        function, parameters = told_apart(step)
        self.base = mark((version, function, parameters))
        self.gives: type = get_type_hints(function)["return"]
        self.name = function.__name__
        self.common = {"digest": crc32(version), **_parts(dict(parameters))}
        self._of_base = {_PARAMETERS: crc32(self.base)}

    def key(self, item: object) -> bytes | None:
        """Return what the result for an item is remembered by; an item that cannot be written has none."""
        try:
            return mark(_known(item), self.base)
        except ValueError:
            return None

    def task(self, item: object) -> str:
        """Name what is made of an item, whatever the item holds just now."""
        return f"{self.name} {getattr(item, 'permalink', None) or getattr(item, 'path', '')}"

    def parts(self, item: object) -> Parts:
        """Return checksums of all that the result for an item is made from; those of the `common` parts as one."""
        return self._of_base | _parts(_known(item))


def changes(before: Parts | None, now: Parts, common_before: Parts, common: Parts) -> str:
    """Say what differs from the last time, of the common parts and of an item's own."""
    if before is None:
        return "not in the cache"
    names = _differing(common_before, common)
    names += [name for name in _differing(before, now) if not (names and name == _PARAMETERS)]  # the others say which
    return f"{', '.join(names)} changed" if names else "damaged in the cache or changed in the site"


def _differing(before: Parts, now: Parts) -> list[str]:
    return [name for name in (*now, *(before.keys() - now.keys())) if before.get(name) != now.get(name)]


def _known(item: object) -> object:
    """Let a source go by its checksum: its content is long, and was looked at for that already."""
    return {"path": item.path, "content": item.sha256} if isinstance(item, Source) else item


def _parts(value: object) -> dict[str, int]:
    """Return a checksum for each field and entry, and for each row of pairs, as deep as is worth naming."""
    found: dict[str, object] = {}
    _take_apart(value, "", _DEEPEST, found)
    return dict(zip(found, map(crc32, told_apiece(found.values())), strict=True))


def _take_apart(value: object, name: str, depth: int, found: dict[str, object]) -> None:
    if depth and (entries := _entries(value)):
        for key, entry in entries:
            named = f"{name}/{key}" if name else key
            if type(entry) in _WHOLE:
                found[named] = entry
            else:
                _take_apart(entry, named, depth - 1, found)
    else:
        found[name] = value


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
