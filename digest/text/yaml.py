"""YAML of strangers to plain values, with the line of every key.

Bounded in size, depth and aliases; dates stay text, since YAML's own dates raise on odd days and lose time zones.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import yaml

Path = tuple[str | int, ...]
MAX_BYTES = 64 * 1024
MAX_DEPTH = 12


class YamlError(ValueError):
    """The text is no YAML that is accepted here; `line` counts from 1."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.message, self.line = message, line


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The value of a YAML text and the line on which each of its parts begins."""

    value: object
    lines: dict[Path, int]

    def line(self, path: Path) -> int:
        """Return the line of the part at `path`, or of the nearest part around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


class _Loader(yaml.CSafeLoader):
    """The safe C loader, which reads dates as text."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def read(text: str) -> Document:
    """Read one YAML document.

    Raises YamlError for text that is too large or deep, holds aliases, doubled keys or anything but plain values.
    """
    if len(text) > MAX_BYTES:
        raise YamlError(f"longer than {MAX_BYTES // 1024} kB", 1)
    try:
        _refuse_depth_and_aliases(text)
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
            value = None if node is None else loader.construct_document(node)
        finally:
            loader.dispose()
        return Document(value=value, lines=dict(_lines(node, ())) if node else {})
    except yaml.MarkedYAMLError as error:
        raise YamlError(_sentence(error), _line(error.problem_mark or error.context_mark)) from error
    except (yaml.YAMLError, ValueError, OverflowError, TypeError) as error:
        if isinstance(error, YamlError):
            raise
        raise YamlError(str(error).splitlines()[0], 1) from error


def _refuse_depth_and_aliases(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise YamlError("aliases (*name) are not accepted", _line(event.start_mark))
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise YamlError(f"nested deeper than {MAX_DEPTH} levels", _line(event.start_mark))
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _lines(node: yaml.Node, path: Path) -> Iterator[tuple[Path, int]]:
    yield path, _line(node.start_mark)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise YamlError("a key must be a word", _line(key.start_mark))
            if key.value in seen:
                raise YamlError(f"the key '{key.value}' stands twice", _line(key.start_mark))
            seen.add(key.value)
            yield from _lines(value, (*path, key.value))
            yield (*path, key.value), _line(key.start_mark)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _lines(value, (*path, index))


class _Mark(Protocol):
    @property
    def line(self) -> int: ...


def _line(mark: _Mark | None) -> int:
    return mark.line + 1 if mark else 1


def _sentence(error: yaml.MarkedYAMLError) -> str:
    parts = (error.context, error.problem)
    return "not YAML: " + ", ".join(part for part in parts if part)
