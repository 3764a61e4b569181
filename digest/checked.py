"""Checks what an editor wrote in YAML against a typed form, and names the line, the mistake and the mend."""

import re
from collections.abc import Callable
from difflib import get_close_matches
from typing import TypeVar

import msgspec

from digest.errors import DigestError
from digest.text.yaml import Document, Path

Form = TypeVar("Form", bound=msgspec.Struct)
_WHERE = re.compile(r"(?P<message>.*?)(?: - at `\$(?P<path>.*)`)?$", re.DOTALL)
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")
_EXPECTED = re.compile(r"Expected `(?P<wanted>[^`]+)`, got `(?P<given>[^`]+)`")
_KINDS = {"str": "text", "array": "a list", "object": "a row of 'key: value'", "bool": "true or false"}
_KINDS |= {"int": "a number", "float": "a number"}


def convert(document: Document, form: type[Form], error: Callable[..., DigestError]) -> Form:
    """Turn a YAML document into `form`; keys that the form does not know are left out.

    Raises `error` with the line of the first value that does not fit.
    """
    written = {} if document.written is None else document.written
    if not isinstance(written, dict):
        raise error("not a list of 'key: value' lines", line=document.line(()), hint="write one key and its value a line")
    try:
        return msgspec.convert(written, form, strict=False)
    except msgspec.ValidationError as fault:
        found = _WHERE.fullmatch(str(fault))
        path = _path(found["path"] or "") if found else ()
        message = _EXPECTED.sub(_in_words, found["message"] if found else str(fault)).replace("`", "'")
        name = ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
        raise error(f"{name}: {message}" if name else message, line=document.line(path)) from fault


def unknown_keys(document: Document, form: type[msgspec.Struct]) -> dict[str, str]:
    """Return the keys at the top of a document that the form does not know, each with the known key it resembles or ''."""
    known = sorted(form.__struct_encode_fields__)
    value = document.value if isinstance(document.value, dict) else {}
    strangers = [str(key) for key in value if str(key) not in known]
    return {key: next(iter(get_close_matches(key, known, n=1, cutoff=0.75)), "") for key in strangers}


def _in_words(expected: re.Match[str]) -> str:
    wanted = " or ".join(_KINDS.get(kind, kind) for kind in expected["wanted"].split(" | "))
    return f"{wanted} is expected here, not {_KINDS.get(expected['given'], expected['given'])}"


def _path(text: str) -> Path:
    return tuple(name or int(index) for name, index in _STEP.findall(text))
