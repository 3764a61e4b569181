"""Frozen values to bytes and back: what is read from disk can be nothing but a value of the type that is expected."""

from collections.abc import Callable, Sequence
from dataclasses import is_dataclass
from datetime import date, datetime, tzinfo
from functools import cache, partial
from pathlib import PurePath
from types import FunctionType
from typing import Any, cast, get_args, get_origin, get_type_hints

import msgspec

from digest.model.article import Day
from digest.model.html import Html
from digest.model.library import Findings

Plain = Any  # texts, numbers, lists, and mappings of texts to them


def plain(value: object) -> Plain:
    """Take a value apart; two values of one type that differ differ in it too.

    Raises ValueError for a function that goes by no name.
    """
    return msgspec.to_builtins(value, builtin_types=(bytes,), enc_hook=_apart)


def written(value: object) -> bytes:
    """Write a value as MessagePack.

    Raises ValueError when it cannot be: half a character, a number of more than 64 bits, a function that goes by no name.
    """
    try:
        return msgspec.msgpack.encode(plain(value))
    except OverflowError as error:
        raise ValueError(str(error)) from error


class Reader:
    """Reads what was written; `findings` are the types of what `Findings` may hold."""

    def __init__(self, findings: Sequence[type]) -> None:
        self._findings = {kind.__name__: kind for kind in findings}
        self._of = cache(self._make)

    def read(self, content: bytes | memoryview, kind: type) -> object:
        """Read a value of a type.

        Raises ValueError when it is none.
        """
        try:
            return self._of(kind)(msgspec.msgpack.decode(content))
        except (msgspec.MsgspecError, LookupError, TypeError, AttributeError) as error:
            raise ValueError(f"no {kind.__name__}: {error}") from error

    def _make(self, kind: Any) -> Callable[[Plain], Any]:  # noqa: ANN401 - a type as it stands in an annotation
        """Make the function that reads a type: msgspec reads what it knows, the rest goes field by field."""
        if kind == Day:
            return _day
        if kind is Findings:
            return self._found
        if not _is_mixed(kind):
            return partial(msgspec.convert, type=kind, dec_hook=_known)
        if get_origin(kind) is tuple:
            entry = self._of(get_args(kind)[0])
            return lambda plain: tuple(map(entry, plain))
        if not is_dataclass(kind):  # something or none
            some = self._of(get_args(kind)[0])
            return lambda plain: None if plain is None else some(plain)
        fields = {name: self._of(field) for name, field in get_type_hints(kind).items()}
        make = cast("Callable[..., Any]", kind)
        return lambda plain: make(**{name: read(plain[name]) for name, read in fields.items()})

    def _found(self, plain: Plain) -> Findings:
        return Findings(self._of(self._findings[name])(finding) for name, finding in plain)


def _apart(value: object) -> object:
    """Take apart what msgspec does not know: markup, paths, time zones, findings, and the functions that a step is given."""
    if isinstance(value, Html | PurePath | tzinfo):
        return str(value)
    if isinstance(value, Findings):
        return [(type(finding).__name__, finding) for finding in value.values]
    if isinstance(value, partial):
        return [value.func, value.args, value.keywords]
    if isinstance(value, FunctionType | type) and "<" not in value.__qualname__:
        return f"{value.__module__}.{value.__qualname__}"
    raise ValueError(f"nothing says what {value} is")


def _is_mixed(kind: Any) -> bool:  # noqa: ANN401 - a type as it stands in an annotation
    """Say whether a type holds a day, which may be of two types, or findings, which may be of any."""
    fields = get_type_hints(kind).values() if is_dataclass(kind) else get_args(kind)
    return kind in (Day, Findings) or any(map(_is_mixed, fields))


def _known(kind: type, plain: Plain) -> Plain:
    """Read what msgspec does not know: markup, and what may be anything that YAML has."""
    if kind is object:
        return plain
    if kind is Html and isinstance(plain, str):
        return Html(plain)
    raise TypeError(f"no {kind.__name__}")


def _day(plain: Plain) -> Day:
    if plain is None:
        return None
    return datetime.fromisoformat(plain) if "T" in plain else date.fromisoformat(plain)
