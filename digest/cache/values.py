"""Frozen values to bytes and back: what is read from disk can be nothing but a value of the type that is expected."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import is_dataclass, replace
from datetime import date, datetime, tzinfo
from functools import cache, partial
from hashlib import blake2b
from pathlib import PurePath
from struct import Struct, error
from sys import getrefcount, intern
from types import FunctionType, GenericAlias, NoneType
from typing import Any, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from digest.model.article import Day, Section, Sections
from digest.model.folded import Folded, Shelf
from digest.model.html import Html
from digest.model.library import Findings
from digest.model.marked import Marked, Recalled
from digest.model.names import Appearance, Entity
from digest.model.page import Later, Page, Sealed, Templated
from digest.model.passed_on import PassedOn

Value = TypeVar("Value")
_SIZE = Struct("<I")
_FEWEST = 1 << 14  # entities that are held whether anything else has them or not
_OURS = 3  # references to an entity that is held for others to come: as key, as value, and by who asks
Plain = Any  # texts, numbers, lists, and mappings of texts to them


def told(value: object) -> bytes:
    """Write a value so that two of one type that differ differ in it too, but for numbers that are none: these are as nothing.

    For what has a mark that stands. JSON it is since in MessagePack one instant is the same in two time zones. Raises ValueError
    when nothing tells it: half a character, a function that goes by no name.
    """
    return _JSON.encode(value)


def told_apiece(values: Iterable[object]) -> list[bytes]:
    """Write each of some values so, in one go.

    Raises ValueError when nothing tells one of them.
    """
    return _JSON.encode_lines(values).split(b"\n")[:-1]  # JSON writes a line feed otherwise


def mark(value: object, key: bytes = b"") -> bytes:
    """Return 16 bytes that tell a value from others of its type; under another key they are others.

    Raises ValueError when nothing does.
    """
    return blake2b(told(value), digest_size=16, key=key).digest()


def without_pieces(value: object) -> bytes:
    """Write a value so that two that differ differ in it too, but for what is passed on or folded, the length of this aside."""

    def length(part: object) -> object:
        if isinstance(part, PassedOn):
            return 0
        return part.length if isinstance(part, Folded) else apart(part)

    return msgspec.json.encode(value, enc_hook=length)


def sealed(page: Page, body: Templated | Later[bytes]) -> Page:
    """Tell a page that is yet to be made from others, by its body, once and for all, if anything does."""
    pieces: list[PassedOn | Folded[Any] | Marked[Any]] = []

    def place(part: Any) -> object:  # noqa: ANN401 - any value
        if not hasattr(part, "mark"):  # quicker than to ask for types
            return apart(part)
        if isinstance(part, Marked) and not isinstance(part, Recalled) and isinstance(part.value, tuple):
            return part.value  # whose parts are pieces
        pieces.append(part)
        return [len(pieces) - 1]

    try:
        content = msgspec.json.encode(body, enc_hook=place)
    except ValueError:
        return page
    marks = [piece.mark for piece in pieces if piece.mark is not None]
    if len(marks) < len(pieces):
        return page
    told = blake2b(b"".join((content, *marks)), digest_size=16).digest()
    return replace(page, body=Sealed(body, told, content, pieces))


def group_key(*given: object) -> bytes:
    """Return the mark of what pages of a group are planned from, or nothing where nothing tells that from others."""
    try:
        return mark(given)
    except ValueError:
        return b""


def marked(value: Value) -> Marked[Value]:
    """Give a value the mark that tells it from others of its type, if there is any."""
    try:
        return Marked(value, mark(value))
    except ValueError:
        return Marked(value, None)


class Written(NamedTuple):
    """A value as bytes that can be read again; what is folded in it stands behind the rest, in this order."""

    head: bytes
    rows: Sequence[Folded[Any]]

    @property
    def content(self) -> bytes:
        """All of it as one."""
        return b"".join((_SIZE.pack(len(self.head)), self.head, *(row.content for row in self.rows)))

    def leave(self, shelf: Shelf, at: int) -> None:
        """Let what is folded in the value lie on the shelf where its content stands from `at` on."""
        _leave(self.rows, shelf, at + _SIZE.size + len(self.head))


def written(value: object) -> Written:
    """Write a value as MessagePack.

    Raises ValueError when it cannot be, for the same reasons, or for a number of more than 64 bits.
    """
    rows: list[Folded[Any]] = []

    def unfold(value: object) -> object:
        if not isinstance(value, Folded):
            return apart(value)
        rows.append(value)
        return value.size, value.length, value.mark

    try:
        return Written(msgspec.msgpack.encode(msgspec.to_builtins(value, builtin_types=(bytes,), enc_hook=unfold)), rows)
    except OverflowError as error:
        raise ValueError(str(error)) from error


def _leave(rows: Iterable[Folded[Any]], shelf: Shelf, at: int) -> None:
    for row in rows:
        row.leave(shelf, at)
        at += row.size


class Form(NamedTuple):
    """As what msgspec reads a type, and what makes one of the type of that, where it is another."""

    plain: Any
    make: Callable[[Any], Any] | None = None


class Reader:
    """Reads what was written; `findings` are the types of what `Findings` may hold.

    Entities, which thousands of articles name alike, are held once, and so are the texts that appearances go by: else they would
    be a third of a library. Those that nothing else has any more are let go when there are twice as many as were in use.
    """

    _decoder: Callable[..., Any] = msgspec.msgpack.Decoder

    def __init__(self, findings: Sequence[type]) -> None:
        self._findings = {kind.__name__: kind for kind in findings}
        self._form, self._of = cache(self._formed), cache(self._reading)
        self._entities: dict[Entity, Entity] = {}
        self._most = _FEWEST
        self._rows: list[Folded[Any]] = []
        self._content, self._end = b"", 0

    def read(self, content: bytes, kind: type, shelf: Shelf | None = None, at: int = 0) -> object:
        """Read a value of a type from its content; if this stands at a place of a shelf, what is folded in it stays there.

        Raises ValueError when it is none.
        """
        self._rows, self._content = [], content
        try:
            end = self._end = _SIZE.size + _SIZE.unpack_from(content)[0]
            value = self._of(kind)(content[_SIZE.size : end])
            if shelf:
                _leave(self._rows, shelf, at + end)
        except (msgspec.MsgspecError, LookupError, TypeError, AttributeError, error) as fault:
            raise ValueError(f"no {kind.__name__}: {fault}") from fault
        if self._end != len(content):
            raise ValueError(f"no {kind.__name__}: of another length")
        return value

    def _reading(self, kind: type) -> Callable[[bytes], Any]:
        """Make the function that reads a type from bytes."""
        plain, make = self._form(kind)
        decode = self._decoder(plain, dec_hook=self._known).decode
        return (lambda content: make(decode(content))) if make else decode

    def _formed(self, kind: Any) -> Form:  # noqa: ANN401 - a type as it stands in an annotation
        """Tell how a type is read: msgspec reads what it knows, the rest is made part by part of what it reads."""
        if special := self._special(kind):
            return special
        if not self._is_mixed(kind):
            return Form(kind)
        if _is_made_of_fields(kind):
            return self._by_field(kind)
        return self._joined(kind)

    def _by_field(self, kind: type) -> Form:
        """Tell how a type with fields is read that msgspec does not know."""
        forms = {name: self._form(field) for name, field in get_type_hints(kind).items()}
        plain = msgspec.defstruct(kind.__name__, [(name, form.plain) for name, form in forms.items()], gc=False)
        mixed = [(name, form.make) for name, form in forms.items() if form.make]

        def make(one: msgspec.Struct) -> object:
            fields = msgspec.structs.asdict(one)
            for name, make_one in mixed:
                fields[name] = make_one(fields[name])
            return kind(**fields)

        return Form(plain, make)

    def _joined(self, kind: Any) -> Form:  # noqa: ANN401 - the same
        """Tell how a type is read that is made of others."""
        forms = [self._form(part) for part in get_args(kind) if part not in (Ellipsis, NoneType)]
        plain: list[Any] = [form.plain for form in forms]
        make, *others = (form.make or as_it_is for form in forms)
        match get_origin(kind), len(forms):
            case (origin, 1) if origin in (tuple, Sequence):
                return Form(GenericAlias(list, *plain), lambda row: tuple(map(make, row)))
            case (origin, _) if origin is tuple:
                makes = make, *others
                return Form(
                    GenericAlias(tuple, tuple(plain)),
                    lambda row: tuple(make_one(one) for make_one, one in zip(makes, row, strict=True)),
                )
            case (origin, _) if origin is Mapping:
                return Form(GenericAlias(dict, tuple(plain)), lambda row: {name: others[0](one) for name, one in row.items()})
        return Form(plain[0] | None, lambda one: None if one is None else make(one))  # something or none

    def _special(self, kind: Any) -> Form | None:  # noqa: ANN401 - the same
        """Tell how a type is read that is neither msgspec's nor made of parts, if it is one."""
        if kind == Sequence[Section]:
            return Form(Sections)
        if kind == tuple[Entity, ...]:
            return Form(kind, self._shared)
        if kind == tuple[Appearance, ...]:
            return Form(kind, _interned)
        if kind == Day:
            return Form(str | None, day)
        return Form(list[tuple[str, msgspec.Raw]], self._found) if kind is Findings else None

    def _is_mixed(self, kind: Any) -> bool:  # noqa: ANN401 - the same
        """Say whether a type has special parts."""
        fields = get_type_hints(kind).values() if _is_made_of_fields(kind) else get_args(kind)
        return self._special(kind) is not None or any(map(self._is_mixed, fields))

    def _found(self, plain: Iterable[tuple[str, msgspec.Raw]]) -> Findings:
        """Read findings, when all else of what holds them is read: nothing that is folded may stand in a field behind them."""
        return Findings(self._of(self._findings[name])(finding) for name, finding in plain)

    def _shared(self, entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
        if len(self._entities) > self._most:
            self._let_go()
        return tuple(map(self._entities.setdefault, entities, entities))

    def _let_go(self) -> None:
        references = [*map(getrefcount, self._entities)]
        self._entities = {one: one for one, count in zip(self._entities, references, strict=True) if count > _OURS}
        self._most = max(_FEWEST, 2 * len(self._entities))

    def _known(self, kind: type, plain: Plain) -> Plain:
        """Read what msgspec does not know: markup, what is passed on or folded, and what may be anything that YAML has."""
        if kind is object:
            return plain
        if kind in (Html, PassedOn) and isinstance(plain, str):
            return kind(plain)
        match plain:
            case [int() as size, int() as length, bytes() as mark] if issubclass(kind, Folded):
                start, self._end = self._end, self._end + size
                self._rows.append(kind(size, length, mark, self._content[start : self._end]))
                return self._rows[-1]
        raise TypeError(f"no {kind.__name__}")


def _interned(appearances: tuple[Appearance, ...]) -> tuple[Appearance, ...]:
    return tuple(
        Appearance(entity=intern(one.entity), article=intern(one.article), mentions=one.mentions, quotes=one.quotes)
        for one in appearances
    )


def as_it_is(plain: Plain) -> Plain:
    """Make nothing else of what msgspec reads."""
    return plain


def _told(value: object) -> object:
    """Take apart what msgspec does not know, but for what has a mark: to ask for one is quicker than to ask for types."""
    mark: bytes | None = getattr(value, "mark", b"")
    if mark is None:
        raise ValueError("nothing tells it from others")
    return mark or apart(value)


def apart(value: object) -> object:
    """Take apart what msgspec does not know: texts of ours, paths, time zones, findings, functions that a step is given."""
    if isinstance(value, Html | PassedOn | PurePath | tzinfo):
        return str(value)
    if isinstance(value, Findings):
        return [(type(finding).__name__, finding) for finding in value.values]
    if isinstance(value, partial):
        return [value.func, value.args, value.keywords]
    if isinstance(value, FunctionType | type) and "<" not in value.__qualname__:
        return f"{value.__module__}.{value.__qualname__}"
    raise ValueError(f"nothing says what {value} is")


_JSON = msgspec.json.Encoder(enc_hook=_told)


def _is_made_of_fields(kind: Any) -> bool:  # noqa: ANN401 - a type as it stands in an annotation
    return is_dataclass(kind) or (isinstance(kind, type) and issubclass(kind, msgspec.Struct))


def day(plain: Plain) -> Day:
    """Read a day or an instant, or none."""
    if plain is None:
        return None
    return datetime.fromisoformat(plain) if "T" in plain else date.fromisoformat(plain)
