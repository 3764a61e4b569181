"""What XML 1.0 can hold of a text, and how we write it: an element a line, each as deep as it stands."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

# In UTF-8, the bytes of what XML can hold as it is; with the others begin signs of which it can hold some.
_USUAL = re.sub(rb"[\x00-\x08\x0b-\x1f\xed\xef]", b"", bytes(range(256)))
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_DECLARATION = "<?xml version='1.0' encoding='utf-8'?>\n"
_ENDS_OF_LINES = re.compile(r"\r\n?")
_NONE: Mapping[str, str] = MappingProxyType({})


def holdable(text: str) -> str:
    """Put a replacement character for each that XML forbids; lines end as in XML that was read."""
    if (text.isascii() and text.isprintable()) or not text.encode("utf-8", "surrogatepass").translate(None, _USUAL):
        return str(text)
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", _ENDS_OF_LINES.sub("\n", text))


def element(depth: int, name: str, text: str = "", attributes: Mapping[str, str] = _NONE) -> str:
    """Write an element with a text, or with nothing in it."""
    closed = f">{_escaped(text)}</{name}>" if text else " />"
    return f"{' ' * depth}<{name}{_written(attributes)}{closed}\n"


def parent(depth: int, name: str, children: Iterable[str], attributes: Mapping[str, str] = _NONE) -> str:
    """Write an element around others, which are one deeper; without any it is empty."""
    if inside := "".join(children):
        return f"{' ' * depth}<{name}{_written(attributes)}>\n{inside}{' ' * depth}</{name}>\n"
    return element(depth, name, attributes=attributes)


def document(root: str) -> bytes:
    """Write a document of its outermost element."""
    return f"{_DECLARATION}{root}".encode()


def _written(attributes: Mapping[str, str]) -> str:
    return "".join([f' {name}="{_quoted(value)}"' for name, value in attributes.items()]) if attributes else ""


def _quoted(value: str) -> str:
    return _escaped(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#09;")


def _escaped(text: str) -> str:
    return holdable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
