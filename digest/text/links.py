"""An address as a stranger wrote it to one that a page may link to."""

import re
from urllib.parse import quote

_WEB = re.compile(r"(?P<start>https?://[\w.-]+(?::\d{1,5})?)(?P<rest>(?:[/?#].*)?)", re.IGNORECASE | re.DOTALL)
_MAIL = re.compile(r"(?P<start>mailto:)(?P<rest>[^@]+@.+)", re.IGNORECASE | re.DOTALL)
_HALF_AN_ESCAPE = re.compile(r"%(?![0-9a-fA-F]{2})")
_ALLOWED = "/?:@!$&'()*+,;=~%"


def linkable(address: str) -> str:
    """Write a full address of the web or of mail with what addresses may not hold escaped; nothing where it is none.

    One with a name or password before its host is none: it only looks as if it led to another host.
    """
    found = _WEB.fullmatch(address.strip()) or _MAIL.fullmatch(address.strip())
    if not found:
        return ""
    parts = _HALF_AN_ESCAPE.sub("%25", found["rest"]).split("#", 1)
    return found["start"] + "#".join(quote(part, safe=_ALLOWED) for part in parts)
