"""What XML 1.0 can hold of a text, and how we write it."""

import re
from xml.etree.ElementTree import Element, indent, tostring

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_DECLARATION = "<?xml version='1.0' encoding='utf-8'?>\n"
_ENDS_OF_LINES = re.compile(r"\r\n?")


def holdable(text: str) -> str:
    """Put a replacement character for each that XML forbids; lines end as in XML that was read."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", _ENDS_OF_LINES.sub("\n", text))


def document(root: Element) -> str:
    """Write a document under its declaration, an element a line."""
    indent(root, " ")
    return f"{_DECLARATION}{tostring(root, 'unicode')}\n"
