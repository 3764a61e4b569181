"""YAML of strangers to plain values, with the place of every key.

Bounded in size and depth, without aliases and tags. Dates stay text, since YAML's own raise on odd days and lose time zones.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import Protocol

import yaml

Path = tuple[str | int, ...]
Place = tuple[int, int]  # a line and a column, both from 1
MAX_BYTES = 64 * 1024
MAX_DEPTH = 12
_LONGEST_NUMBER = 40
_NUMBERS = ("int", "float")
_LONG = ("|", ">")
_RESOLVERS = yaml.CSafeLoader.yaml_implicit_resolvers
_SAFE = yaml.constructor.SafeConstructor()
# Dates stay text, as do signs that stand for merging or for a default.
_CONSTRUCT: dict[str, Callable[[yaml.ScalarNode], object]] = {
    "null": _SAFE.construct_yaml_null,
    "bool": _SAFE.construct_yaml_bool,
    "int": _SAFE.construct_yaml_int,
    "float": _SAFE.construct_yaml_float,
}
_BLOCK_HEADER = re.compile(r"[|>][-+1-9]*(?:[ \t]+#.*|[ \t]*)$", re.MULTILINE)
_AS_YAML = "put text with ':' or '#' in quotes, and indent with spaces"


class YamlError(ValueError):
    """The text is no YAML that is accepted here; `line` and `column` count from 1, `hint` says what to do."""

    def __init__(self, message: str, place: Place, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint
        self.line, self.column = place


@dataclass(frozen=True, kw_only=True)
class Document:
    """The value of a YAML text, once as YAML means it and once as it is written, and the line and column of each of its parts.

    As it is written, every number and word is text (`1.10` and `no` stay what they are), and a key without a value is absent.
    Places are found when the first is asked for, since of most texts there is nothing to tell.
    """

    value: object
    written: object
    find_places: Callable[[], dict[Path, Place]]

    @cached_property
    def places(self) -> dict[Path, Place]:
        """The line and column of each part; a key stands for its value."""
        return self.find_places()

    def place(self, path: Path) -> Place:
        """Return the line and column of the part at `path`, or of the nearest part around it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))

    def line(self, path: Path) -> int:
        """Return the line of the part at `path`, or of the nearest part around it."""
        return self.place(path)[0]


def read(text: str) -> Document:
    """Read one YAML document.

    Raises YamlError for text that is too large or deep, holds aliases, tags, doubled keys or anything but plain values.
    """
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise YamlError(f"longer than {MAX_BYTES // 1024} kB", (1, 1), "keep long text below the front matter")
    text = text.removeprefix("\ufeff")
    try:
        reading = _Reading(text)
        value, written = reading.document()
        if reading.is_doubtful:
            _places(text)
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
    return Document(value=value, written=written, find_places=partial(_places, text))


class _Reading:
    """Turns the events of one text into values, as YAML means them and as they are written, and refuses all but plain ones.

    It is doubtful when only nodes, which take longer to make, tell whether the text is accepted.
    """

    def __init__(self, text: str) -> None:
        self.is_doubtful = False
        self._text = text
        self._events: Iterator[yaml.Event] = iter(yaml.CSafeLoader(text).get_event, None)

    def document(self) -> tuple[object, object]:
        """Read the only document, if there is one."""
        found = [self._node(event, 1) for event in self._events if isinstance(event, yaml.NodeEvent)]
        if len(found) > 1:
            self.is_doubtful = True
        return found[0] if found else (None, None)

    def _node(self, event: yaml.Event, depth: int) -> tuple[object, object]:
        if isinstance(event, yaml.ScalarEvent):
            text = self._scalar(event)
            value = _meant(text) if event.implicit[0] else text
            return value, "" if value is None else text
        if isinstance(event, yaml.CollectionStartEvent):
            self._refuse_tag(event)
            if depth > MAX_DEPTH:
                raise _too_deep(self._place(event))
            return self._mapping(depth) if isinstance(event, yaml.MappingStartEvent) else self._sequence(depth)
        raise YamlError("aliases (*name) are not accepted", self._place(event), "write the value out")

    def _mapping(self, depth: int) -> tuple[dict[str, object], dict[str, object]]:
        values: dict[str, object] = {}
        written: dict[str, object] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._scalar(event) if isinstance(event, yaml.ScalarEvent) else str(self._node(event, depth + 1))
            if key in values or not isinstance(event, yaml.ScalarEvent):
                self.is_doubtful = True
            value, as_written = self._node(next(self._events), depth + 1)
            values[key] = value
            if value is not None:
                written[key] = as_written
        return values, written

    def _sequence(self, depth: int) -> tuple[list[object], list[object]]:
        values: list[object] = []
        written: list[object] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            value, as_written = self._node(event, depth + 1)
            values.append(value)
            written.append(as_written)
        return values, written

    def _scalar(self, event: yaml.ScalarEvent) -> str:
        if event.tag is not None or event.anchor is not None:
            self._refuse_tag(event)
        if event.style in _LONG and (mark := event.start_mark) and not _BLOCK_HEADER.match(self._text, mark.index):
            hint = "begin the text, or '#', on the next line"  # libyaml takes it
            raise YamlError("not YAML: text right behind '|' or '>'", self._place(event), hint)
        return event.value

    def _refuse_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        """Refuse a tag; an anchor that nothing refers to is none of ours, but no two may have one name."""
        if event.tag is not None:
            hint = "put text that begins with '!' in quotes"
            raise YamlError("tags (!name) are not accepted", self._place(event), hint)
        if event.anchor is not None:
            self.is_doubtful = True

    def _place(self, event: yaml.Event) -> Place:
        return _place(event.start_mark, self._text)


@lru_cache(maxsize=4096)
def _meant(text: str) -> object:
    """Return what YAML takes a bare word for; what only YAML takes for a number is text: `12:30`, `0x_`, a thousand digits."""
    tags = (tag for tag, pattern in _RESOLVERS.get(text[:1], ()) if pattern.match(text))
    kind = next(tags, "").removeprefix("tag:yaml.org,2002:")
    if kind not in _CONSTRUCT or (kind in _NUMBERS and (":" in text or len(text) > _LONGEST_NUMBER)):
        return text
    try:
        return _CONSTRUCT[kind](yaml.ScalarNode("", text))
    except ValueError:
        return text


def _too_deep(place: Place) -> YamlError:
    return YamlError(f"nested deeper than {MAX_DEPTH} levels", place, "write it flatter")


def _places(text: str) -> dict[Path, Place]:
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    return dict(_placed(node, (), text)) if node else {}


def _placed(node: yaml.Node, path: Path, text: str) -> Iterator[tuple[Path, Place]]:
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
            yield from _placed(value, (*path, key.value), text)
            yield (*path, key.value), place
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _placed(value, (*path, index), text)


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
