"""Checks what an editor wrote against a typed form, and names the place, the mistake and the mend."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import TypeVar

import msgspec
from msgspec import inspect

from digest.errors import DigestError
from digest.text.folding import folded
from digest.text.yaml import Document, Path

Form = TypeVar("Form", bound=msgspec.Struct)
_WHERE = re.compile(r"(?P<message>.*?)(?: - at `\$(?P<path>.*)`)?$", re.DOTALL)
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")
_EXPECTED = re.compile(r"Expected `(?P<wanted>[^`]+)`, got `(?P<given>[^`]+)`")
_MISSING = re.compile(r"Object missing required field `(?P<key>[^`]+)`")
_KINDS = {"str": "text", "array": "a list", "object": "a row of 'key: value'", "bool": "true or false"}
_KINDS |= {"int": "a number", "float": "a number"}
_MENDS = {"str": "write it in one line", "array": "write [one, another]", "object": "write {key: value}"}
_MENDS |= {"bool": "write true or false", "int": "write it like 10", "float": "write it like 10"}
_SWITCH = {"on": True, "true": True, "yes": True, "off": False, "false": False, "no": False}
_NO_CHOICE = re.compile(r"Invalid enum value '(?P<given>.*)'", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stranger:
    """A key that a form does not know where it stands, and the known ones there; a bare one has no value."""

    path: Path
    known: tuple[str, ...]
    is_bare: bool

    @property
    def key(self) -> str:
        """The key as it is written."""
        return str(self.path[-1])

    @property
    def meant(self) -> str:
        """The known key that it resembles, or ''."""
        return _resembling(self.key, self.known)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """What may stand in one place: a row with such keys, a list of such entries, or neither."""

    keys: Mapping[str, "_Shape"] | None
    known: tuple[str, ...] = ()
    entry: "_Shape | None" = None


def convert(document: Document, form: type[Form], error: Callable[..., DigestError]) -> Form:
    """Turn a document into `form`; keys that the form does not know are left out.

    Raises `error` with the place of the first value that does not fit.
    """
    written = {} if document.written is None else document.written
    if not isinstance(written, dict):
        line, column = document.place(())
        hint = "write one key and its value a line"
        raise error("not a list of 'key: value' lines", line=line, column=column, hint=hint)
    try:
        return msgspec.convert(written, form, strict=False)
    except msgspec.ValidationError as fault:
        found = _WHERE.fullmatch(str(fault))
        path = _path(found["path"] or "") if found else ()
        message, hint = _in_words(found["message"] if found else str(fault), _choices(inspect.type_info(form), path))
        name = ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
        line, column = document.place(path)
        raise error(f"{name}: {message}" if name else message, line=line, column=column, hint=hint) from fault


def switch(text: str) -> bool | None:
    """Read a word for yes or no; none for what is neither."""
    return _SWITCH.get(text.lower())


def meant(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return the hint that names the known word which another one resembles, or else another hint."""
    near = get_close_matches(word, known, n=1)
    return f"did you mean '{near[0]}'?" if near else otherwise


def strangers(document: Document, form: type[msgspec.Struct]) -> Iterator[Stranger]:
    """Yield the keys of a document, at any depth, that the form does not know there."""
    return _strangers(document.value, _shape(form), ())


def refuse_strangers(document: Document, form: type[msgspec.Struct], error: Callable[..., DigestError]) -> None:
    """Raise `error` with the place of the first key that the form does not know, and the key that was meant."""
    for stranger in strangers(document, form):
        line, column = document.place(stranger.path)
        hint = f"did you mean '{stranger.meant}'?" if stranger.meant else f"known keys: {', '.join(stranger.known)}"
        raise error(f"unknown key '{folded(stranger.key)}'", line=line, column=column, hint=hint)


@lru_cache(maxsize=1000)
def _resembling(key: str, known: tuple[str, ...]) -> str:
    return next(iter(get_close_matches(key, known, n=1, cutoff=0.75)), "")


@cache
def _shape(form: type[msgspec.Struct]) -> _Shape:
    return _shaped(inspect.type_info(form))


def _shaped(*kinds: inspect.Type) -> _Shape:
    """Turn what may stand in one place, of which one is a row and one a list at the most, into its shape."""
    flat = [one for kind in kinds for one in (kind.types if isinstance(kind, inspect.UnionType) else (kind,))]
    rows = [kind for kind in flat if isinstance(kind, inspect.StructType)]
    lists = [kind for kind in flat if isinstance(kind, inspect.ListType)]
    keys = {field.encode_name: _shaped(field.type) for row in rows for field in row.fields}
    return _Shape(
        keys=keys if rows else None, known=tuple(keys), entry=_shaped(*(kind.item_type for kind in lists)) if lists else None
    )


def _strangers(value: object, shape: _Shape, path: Path) -> Iterator[Stranger]:
    if isinstance(value, dict) and shape.keys is not None:
        for key, entry in value.items():
            inner = shape.keys.get(key)
            if inner is None:
                yield Stranger(path=(*path, key), known=shape.known, is_bare=entry is None)
            elif isinstance(entry, dict | list):
                yield from _strangers(entry, inner, (*path, key))
    elif isinstance(value, list) and shape.entry is not None:
        for index, entry in enumerate(value):
            if isinstance(entry, dict | list):
                yield from _strangers(entry, shape.entry, (*path, index))


def _in_words(fault: str, choices: tuple[str, ...]) -> tuple[str, str]:
    """Say in our words what is wrong, and what to do."""
    if expected := _EXPECTED.fullmatch(fault):
        wanted = [kind for kind in expected["wanted"].split(" | ") if kind != "null"]
        words = " or ".join(_KINDS.get(kind, kind) for kind in wanted)
        message = f"{words} is expected here, not {_KINDS.get(expected['given'], expected['given'])}"
        return message, _MENDS.get(wanted[0], "")
    if missing := _MISSING.fullmatch(fault):
        return f"the key '{missing['key']}' is missing", f"add '{missing['key']}: …'"
    if unknown := _NO_CHOICE.fullmatch(fault):
        return f"'{unknown['given']}' is not known", meant(unknown["given"], choices, f"write one of {', '.join(choices)}")
    return fault.replace("`", "'"), ""


def _choices(shape: inspect.Type, path: Path) -> tuple[str, ...]:
    """List the words that a form takes at a place."""
    if isinstance(shape, inspect.UnionType):
        return tuple(choice for one in shape.types for choice in _choices(one, path))
    if isinstance(shape, inspect.StructType) and path:
        return next((_choices(field.type, path[1:]) for field in shape.fields if field.encode_name == path[0]), ())
    if isinstance(shape, inspect.ListType) and path:
        return _choices(shape.item_type, path[1:])
    return tuple(map(str, shape.values)) if isinstance(shape, inspect.LiteralType) else ()


def _path(text: str) -> Path:
    return tuple(name or int(index) for name, index in _STEP.findall(text))
