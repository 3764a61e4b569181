"""Whether a text is the address of something on the web, and whether its path can be read in one way alone."""

import re
from urllib.parse import unquote, urlsplit

_VISIBLE = re.compile(r"[^\s\x00-\x20\x7f-\x9f<>\"{}|\\^`\ud800-\udfff\ufffe\uffff]+")
_PATH = re.compile(r"/(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|[^\x00-\x7f]|%[0-9A-Fa-f]{2})*")
_STEPS = frozenset({".", ".."})


def web_address(text: str) -> str:
    """Return a full address that anybody may follow, or nothing."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    return text if parts.scheme in {"http", "https"} and parts.hostname and _VISIBLE.fullmatch(text) else ""


def is_plain_path(path: str) -> bool:
    """Say whether every program reads a path alike: it has no empty or dotted step, and hides no separator."""
    try:
        steps = [unquote(step, errors="strict") for step in path.split("/")[1:]]
    except UnicodeDecodeError:
        return False
    unclear = any("/" in step or "\\" in step or step in _STEPS or not step.isprintable() for step in steps)
    return bool(_PATH.fullmatch(path)) and not unclear and "" not in steps[:-1]
