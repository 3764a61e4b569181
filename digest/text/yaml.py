"""YAML of strangers to plain values, with the place of every key.

Bounded in size and depth, without aliases and tags. Dates stay text, since YAML's own raise on odd days and lose time zones.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

import yaml

Path = tuple[str | int, ...]
Place = tuple[int, int]  # a line and a column, both from 1
MAX_BYTES = 64 * 1024
MAX_DEPTH = 12
_LONGEST_NUMBER = 40
_NULL = "tag:yaml.org,2002:null"
_NUMBERS = ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")
_READ_AS_TEXT = ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:merge", "tag:yaml.org,2002:value")
_BLOCK_HEADER = re.compile(r"[|>][-+1-9]*(?:[ \t]+#.*|[ \t]*)$", re.MULTILINE)
_AS_YAML = "put text with ':' or '#' in quotes, and indent with spaces"


class YamlError(ValueError):
    """The text is no YAML that is accepted here; `line` and `column` count from 1, `hint` says what to do."""

    def __init__(self, message: str, place: Place, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint
        self.line, self.column = place


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The value of a YAML text, once as YAML means it and once as it is written, and the line and column of each of its parts.

    As it is written, every number and word is text (`1.10` and `no` stay what they are), and a key without a value is absent.
    """

    value: object
    written: object
    places: dict[Path, Place]

    def place(self, path: Path) -> Place:
        """Return the line and column of the part at `path`, or of the nearest part around it; a key stands for its value."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))

    def line(self, path: Path) -> int:
        """Return the line of the part at `path`, or of the nearest part around it."""
        return self.place(path)[0]


class _Loader(yaml.CSafeLoader):
    """The safe C loader, which reads dates as text."""

    def number(self, node: yaml.ScalarNode) -> object:
        """Return the number that is written, or the text of what only YAML takes for one: `12:30`, `0x_`, a thousand digits."""
        if ":" in node.value or len(node.value) > _LONGEST_NUMBER:
            return node.value
        construct = self.construct_yaml_int if node.tag.endswith("int") else self.construct_yaml_float
        try:
            return construct(node)
        except ValueError:
            return node.value


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in _READ_AS_TEXT]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
for _tag in _NUMBERS:
    _Loader.add_constructor(_tag, _Loader.number)


def read(text: str) -> Document:
    """Read one YAML document.

    Raises YamlError for text that is too large or deep, holds aliases, tags, doubled keys or anything but plain values.
    """
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise YamlError(f"longer than {MAX_BYTES // 1024} kB", (1, 1), "keep long text below the front matter")
    text = text.removeprefix("\ufeff")
    try:
        _refuse_all_but_plain_values(text)
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
            if node is None:
                return Document(value=None, written=None, places={})
            places = dict(_places(node, (), text))
            return Document(value=_tree(node, loader.construct_object), written=_written(node), places=places)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        if "nesting depth" in (error.problem or ""):  # the limit of some versions of libyaml, which read far ahead
            raise _too_deep(_place(error.problem_mark, text)) from error
        raise YamlError(_sentence(error), _place(_fault(error, text), text), _AS_YAML) from error
    except yaml.reader.ReaderError as error:
        before = text.encode("utf-8")[: error.position].decode("utf-8", "ignore")
        message = f"a character that YAML does not allow, U+{error.character:04X}"
        raise YamlError(message, _end(before), "delete it") from error
    except UnicodeEncodeError as error:
        raise YamlError("half a character", _end(text[: error.start]), "save the file as UTF-8") from error


def _tree(node: yaml.Node, scalar: Callable[[yaml.Node], object]) -> object:
    """Build mappings with text for keys, sequences, and what `scalar` makes of each scalar."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _tree(value, scalar) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_tree(value, scalar) for value in node.value]
    return scalar(node)


def _written(node: yaml.Node) -> object:
    """Build the same of texts, without the keys that have no value."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _written(value) for key, value in node.value if value.tag != _NULL}
    if isinstance(node, yaml.SequenceNode):
        return [_written(value) for value in node.value]
    return "" if node.tag == _NULL else node.value


def _refuse_all_but_plain_values(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        mark = event.start_mark
        if isinstance(event, yaml.AliasEvent):
            raise YamlError("aliases (*name) are not accepted", _place(mark, text), "write the value out")
        if getattr(event, "tag", None) is not None:
            hint = "put text that begins with '!' in quotes"
            raise YamlError("tags (!name) are not accepted", _place(mark, text), hint)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise _too_deep(_place(mark, text))
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif mark and getattr(event, "style", None) in {"|", ">"} and not _BLOCK_HEADER.match(text, mark.index):
            hint = "begin the text, or '#', on the next line"  # libyaml takes it
            raise YamlError("not YAML: text right behind '|' or '>'", _place(mark, text), hint)


def _too_deep(place: Place) -> YamlError:
    return YamlError(f"nested deeper than {MAX_DEPTH} levels", place, "write it flatter")


def _places(node: yaml.Node, path: Path, text: str) -> Iterator[tuple[Path, Place]]:
    yield path, _place(node.start_mark, text)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            place = _place(key.start_mark, text)
            if not isinstance(key, yaml.ScalarNode):
                raise YamlError("a key must be a word", place, _AS_YAML)
            if key.value in seen:
                raise YamlError(f"the key '{key.value}' stands twice", place, "keep one of them")
            seen.add(key.value)
            yield from _places(value, (*path, key.value), text)
            yield (*path, key.value), place
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _places(value, (*path, index), text)


class _Mark(Protocol):
    @property
    def index(self) -> int: ...


def _fault(error: yaml.MarkedYAMLError, text: str) -> _Mark | None:
    """Return where a mistake is; of what has no end, where it begins."""
    mark, begin = error.problem_mark, error.context_mark
    is_endless = mark is None or mark.index >= len(text.rstrip()) or "simple key" in (error.context or "")
    return begin if begin and is_endless else mark


def _place(mark: _Mark | None, text: str) -> Place:
    """Return a mark's place as editors count: for YAML other characters than line feeds end a line too."""
    return _end(text[: min(mark.index, len(text.rstrip()))]) if mark else (1, 1)


def _end(text: str) -> Place:
    return 1 + text.count("\n"), len(text) - text.rfind("\n")


def _sentence(error: yaml.MarkedYAMLError) -> str:
    parts = (error.context, error.problem)
    return "not YAML: " + ", ".join(part for part in parts if part)
