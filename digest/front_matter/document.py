"""The header above an article's text to a document: YAML between `---`, TOML between `+++`, a JSON object, or lines `Key: value`.

Places in the document are places in the file.
"""

import json
import re
from dataclasses import dataclass
from typing import Literal

from digest.errors import SourceError
from digest.text import toml, yaml
from digest.text.yaml import Document

_Kind = Literal["yaml", "toml", "json", "lines"]
_FENCE = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*(?:\n|\Z)")
_KINDS: dict[str, _Kind] = {"---": "yaml", "+++": "toml"}
_OBJECT = re.compile(r'\{\s*"[^"\n]*"\s*:')
_LINES = re.compile(r"title:.*\n(?:(?:[a-z][\w-]*:|[ \t]+\S).*\n)*(?:\n|\Z)", re.IGNORECASE)
_LINE = re.compile(r"^(?P<key>\w[\w-]*):(?P<value>.*(?:\n[ \t]+\S.*)*)", re.MULTILINE)
# What JSON may write otherwise than YAML: a slash, and characters in two halves; backslashes are passed over.
_JSON_ESCAPE = re.compile(r"\\(?:(?P<halves>u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|(?P<slash>/)|.)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Where a header stands in its file: its kind, its own text, and where the body begins."""

    kind: _Kind
    start: int
    end: int
    body: int


def bounds(text: str, *, is_markdown: bool) -> Bounds | None:
    """Find the header of a file; flat text has no lines `Key: value` that are one.

    Raises SourceError for a header without an end.
    """
    if opening := _FENCE.match(text):
        closing = re.compile(rf"^{re.escape(opening['fence'])}[ \t]*(?:\n|\Z)", re.MULTILINE).search(text, opening.end())
        if not closing:
            hint = f"end the front matter with a line '{opening['fence']}'"
            raise SourceError("the front matter that begins here has no end", line=1, hint=hint)
        return Bounds(kind=_KINDS[opening["fence"]], start=opening.end(), end=closing.start(), body=closing.end())
    if _OBJECT.match(text):
        end = _end_of_object(text)
        return Bounds(kind="json", start=0, end=end, body=end + len(text[end:]) - len(text[end:].removeprefix("\n")))
    if is_markdown and (lines := _LINES.match(text)):
        return Bounds(kind="lines", start=0, end=lines.end(), body=lines.end())
    return None


def document(text: str, found: Bounds) -> Document:
    """Read a header.

    Raises SourceError with line and mend.
    """
    header = "\n" * text.count("\n", 0, found.start) + text[found.start : found.end]
    try:
        if found.kind == "toml":
            return toml.read(header)
        if found.kind == "lines":
            return _lines(header)
        return yaml.read(_as_yaml(header) if found.kind == "json" else header)
    except (yaml.YamlError, toml.TomlError) as error:
        raise SourceError(error.message, line=error.line, hint=error.hint) from error


def _end_of_object(text: str) -> int:
    try:
        return json.JSONDecoder().raw_decode(text)[1]
    except json.JSONDecodeError as error:
        raise SourceError(
            f"not JSON: {error.msg}", line=error.lineno, hint="mend the front matter, or write it as YAML"
        ) from error
    except (RecursionError, ValueError) as error:
        raise SourceError("JSON that is nested too deep, or with a number too long", line=1, hint="write it flatter") from error


def _as_yaml(header: str) -> str:
    """Write JSON, of which nearly all is YAML, so that all of it is."""

    def escape(found: re.Match[str]) -> str:
        if found["halves"]:
            return str(json.loads(f'"{found[0]}"'))
        return "/" if found["slash"] else found[0]

    return _JSON_ESCAPE.sub(escape, header.replace("\t", " "))


def _lines(header: str) -> Document:
    if len(header) > yaml.MAX_BYTES:
        raise SourceError(f"a header longer than {yaml.MAX_BYTES // 1024} kB", line=1, hint="keep long text below it")
    found = {line["key"]: line for line in reversed(list(_LINE.finditer(header)))}
    value: dict[str, object] = {key: " ".join(line["value"].split()) for key, line in reversed(found.items())}

    def places() -> dict[yaml.Path, yaml.Place]:
        return {(): (1, 1)} | {(key,): (1 + header.count("\n", 0, line.start()), 1) for key, line in found.items()}

    return Document(value=value, written={key: entry for key, entry in value.items() if entry}, find_places=places)
