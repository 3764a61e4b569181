"""What XML 1.0 can hold of a text."""

import re

_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ENDS_OF_LINES = re.compile(r"\r\n?")


def holdable(text: str) -> str:
    """Put a replacement character for each that XML forbids; lines end as in XML that was read."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", _ENDS_OF_LINES.sub("\n", text))
