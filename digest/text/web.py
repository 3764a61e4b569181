"""Whether a text is the address of something on the web."""

import re
from urllib.parse import urlsplit

_VISIBLE = re.compile(r"[^\s\x00-\x20\x7f-\x9f<>\"{}|\\^`\ud800-\udfff\ufffe\uffff]+")


def web_address(text: str) -> str:
    """Return a full address that anybody may follow, or nothing."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    return text if parts.scheme in {"http", "https"} and parts.hostname and _VISIBLE.fullmatch(text) else ""
