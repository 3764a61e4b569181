"""Frozen values to bytes and back: what is read from disk can be nothing but a value of the type that is expected."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import is_dataclass
from datetime import date, datetime, tzinfo
from functools import cache, partial
from pathlib import PurePath
from types import FunctionType
from typing import Any, cast, get_args, get_origin, get_type_hints

import msgspec

from digest.model.article import Day, Section, Sections
from digest.model.folded import Folded
from digest.model.html import Html
from digest.model.library import Findings
from digest.model.names import Mention, Mentions, Quote, Quotes

Plain = Any  # texts, numbers, lists, and mappings of texts to them


def plain(value: object) -> Plain:
    """Take a value apart; two values of one type that differ differ in it too. For what is folded its mark stands.

    Raises ValueError for a function that goes by no name.
    """
    return msgspec.to_builtins(value, builtin_types=(bytes,), enc_hook=_told)


def marked(value: object) -> bytes:
    """Write what tells a value from others of its type.

    Raises ValueError when nothing does: half a character, a number of more than 64 bits, a function that goes by no name.
    """
    return _packed(value, _told)


def written(value: object) -> bytes:
    """Write a value as MessagePack, so that it can be read again.

    Raises ValueError when it cannot be, for the same reasons.
    """
    return _packed(value, _apart)


def _packed(value: object, hook: Callable[[object], object]) -> bytes:
    try:
        return msgspec.msgpack.encode(msgspec.to_builtins(value, builtin_types=(bytes,), enc_hook=hook))
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
        special = {Day: _day, Findings: self._found, **_FOLDS}
        if kind in special:
            return special[kind]
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


def _told(value: object) -> object:
    """Tell what msgspec does not know from others."""
    return value.mark if isinstance(value, Folded) else _apart(value)


def _apart(value: object) -> object:
    """Take apart what msgspec does not know: markup, paths, time zones, findings, and the functions that a step is given."""
    if isinstance(value, Folded):
        return [value.content, value.length, value.mark]
    if isinstance(value, Html | PurePath | tzinfo):
        return str(value)
    if isinstance(value, Findings):
        return [(type(finding).__name__, finding) for finding in value.values]
    if isinstance(value, partial):
        return [value.func, value.args, value.keywords]
    if isinstance(value, FunctionType | type) and "<" not in value.__qualname__:
        return f"{value.__module__}.{value.__qualname__}"
    raise ValueError(f"nothing says what {value} is")


def _row(plain: Plain, kind: type[Folded[Any]]) -> Folded[Any]:
    match plain:
        case [bytes() as content, int() as length, bytes() as mark]:
            return kind(content, length, mark)
    raise TypeError(f"no {kind.__name__}")


_FOLDS: Mapping[Any, Callable[[Plain], Folded[Any]]] = {
    Sequence[Section]: partial(_row, kind=Sections),
    Sequence[Mention]: partial(_row, kind=Mentions),
    Sequence[Quote]: partial(_row, kind=Quotes),
}


def _is_mixed(kind: Any) -> bool:  # noqa: ANN401 - a type as it stands in an annotation
    """Say whether a type holds a day, which may be of two types, findings, which may be of any, or what is folded."""
    fields = get_type_hints(kind).values() if is_dataclass(kind) else get_args(kind)
    return kind in (Day, Findings, *_FOLDS) or any(map(_is_mixed, fields))


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
