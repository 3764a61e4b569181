"""TOML of strangers to plain values, with the place of every key; bounded as YAML is, and dates stay text."""

import re
import tomllib
from collections import Counter
from datetime import date, time
from functools import partial

from digest.text.yaml import MAX_BYTES, MAX_DEPTH, Document, Path, Place

_AT = re.compile(r" ?\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)\Z")
_LONG_KEY = re.compile(rf"(?:^|[{{,\[])[ \t]*(?:[\w\-\"']{{1,100}}[ \t]{{0,9}}\.[ \t]{{0,9}}){{{MAX_DEPTH}}}", re.MULTILINE)
_BITS = 64  # of a whole number: TOML asks for no more, and Python cannot write one of thousands of digits
_LONG_NUMBER = re.compile(r"(?<=[=\[,\s])[-+]?(?:\d[\d_]{18,}|0[box][\da-fA-F_]{16,})")
_COMMENT = re.compile(r"#[^\n]*")
_LONG_STRING = re.compile(r'"""(?:[^\\]|\\.)*?"""' + r"|'''.*?'''", re.DOTALL)


class TomlError(ValueError):
    """The text is no TOML that is accepted here; `line` and `column` count from 1, `hint` says what to do."""

    def __init__(self, message: str, place: Place, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint
        self.line, self.column = place


def read(text: str) -> Document:
    """Read one TOML document.

    Raises TomlError for text that is none, or is too large or deep.
    """
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise TomlError(f"longer than {MAX_BYTES // 1024} kB", (1, 1), "keep long text below the front matter")
    if _LONG_KEY.search(text):  # for which tomllib needs the square of the length
        raise _too_deep()
    try:
        value, written = tomllib.loads(text), tomllib.loads(text, parse_float=str)
    except RecursionError as error:
        raise _too_deep() from error
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        found = _AT.search(message)
        place = (int(found["line"]), int(found["column"])) if found and found["line"] else (1 + text.count("\n"), 1)
        raise TomlError(f"not TOML: {_AT.sub('', message)}", place, "put text in quotes, and one key a line") from error
    except ValueError as error:  # Python's own, of a number of more than 4,300 digits
        raise _too_long(text) from error
    try:
        return Document(value=_plain(value, 0), written=_written(_plain(written, 0)), find_places=partial(_places, text))
    except OverflowError as error:
        raise _too_long(text) from error


def _plain(value: object, depth: int) -> object:
    """Make text of dates and times.

    Raises OverflowError for a number that is too long.
    """
    if depth > MAX_DEPTH:
        raise _too_deep()
    if isinstance(value, dict):
        return {key: _plain(entry, depth + 1) for key, entry in value.items()}
    if isinstance(value, list):
        return [_plain(entry, depth + 1) for entry in value]
    if isinstance(value, int) and value.bit_length() > _BITS:
        raise OverflowError
    return value.isoformat() if isinstance(value, date | time) else value


def _written(value: object) -> object:
    if isinstance(value, dict):
        return {key: _written(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_written(entry) for entry in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _too_deep() -> TomlError:
    return TomlError(f"nested deeper than {MAX_DEPTH} levels", (1, 1), "write it flatter")


def _too_long(text: str) -> TomlError:
    bare = _COMMENT.sub("", _without_strings(text))
    found = _LONG_NUMBER.search(bare)
    line = 1 + bare.count("\n", 0, found.start()) if found else 1
    return TomlError(f"a number of more than {_BITS} bits", (line, 1), "put it in quotes")


def _without_strings(text: str) -> str:
    """Leave of strings of several lines the ends of lines."""
    return _LONG_STRING.sub(lambda found: "\n" * found[0].count("\n"), text)


def _places(text: str) -> dict[Path, Place]:
    """Find where each key stands that begins a line, and where each table begins."""
    places: dict[Path, Place] = {(): (1, 1)}
    table: Path = ()
    entries: Counter[Path] = Counter()
    lines = _without_strings(text).split("\n")
    for number, line in enumerate(lines, 1):
        written = line.lstrip()
        if written.startswith("[["):
            above = _split(written[2:].partition("]]")[0])
            table = path = (*above, entries[above])
            entries[above] += 1
        elif written.startswith("["):
            table = path = _split(written[1:].partition("]")[0])
        elif "=" in written:
            path = (*table, *_split(written.partition("=")[0]))
        else:
            continue
        for length in range(1, len(path) + 1):
            places.setdefault(path[:length], (number, 1 + len(line) - len(written)))
    return places


def _split(key: str) -> Path:
    return tuple(part.strip(" \t\"'") for part in key.split(".", MAX_DEPTH))
