"""What XML 1.0 can hold of a text, and how we write it."""

import re
from xml.etree.ElementTree import Element, indent, tostring

# In UTF-8, the bytes of what XML can hold as it is; with the others begin signs of which it can hold some.
_USUAL = re.sub(rb"[\x00-\x08\x0b-\x1f\xed\xef]", b"", bytes(range(256)))
_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DECLARATION = "<?xml version='1.0' encoding='utf-8'?>\n"
_ENDS_OF_LINES = re.compile(r"\r\n?")


def holdable(text: str) -> str:
    """Put a replacement character for each that XML forbids; lines end as in XML that was read."""
    if not text.encode("utf-8", "surrogatepass").translate(None, _USUAL):
        return str(text)
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", _ENDS_OF_LINES.sub("\n", text))


def document(root: Element) -> str:
    """Write a document under its declaration, an element a line."""
    indent(root, " ")
    return f"{_DECLARATION}{tostring(root, 'unicode')}\n"
