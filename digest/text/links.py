"""An address as a stranger wrote it to one that a page may link to."""

import re
from ipaddress import AddressValueError, IPv4Address
from urllib.parse import quote

_WEB = re.compile(r"(?P<start>https?://(?P<host>[\w.-]+)(?::\d{1,5})?)(?P<rest>(?:[/?#].*)?)", re.IGNORECASE | re.DOTALL)
_MAIL = re.compile(r"(?P<start>mailto:)(?P<rest>[^@]+@.+)", re.IGNORECASE | re.DOTALL)
_ENDS_IN_A_NUMBER = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)\.?", re.IGNORECASE)
_HALF_AN_ESCAPE = re.compile(r"%(?![0-9a-fA-F]{2})")
_ALLOWED = "/?:@!$&'()*+,;=~%"


def linkable(address: str) -> str:
    """Write a full address of the web or of mail with what addresses may not hold escaped; nothing where it is none.

    One with a name or password before its host is none: it only looks as if it led to another host. Nor is one whose host is a
    number in disguise.
    """
    web = _WEB.fullmatch(address.strip())
    found = web or _MAIL.fullmatch(address.strip())
    if not found or (web and _is_disguised(web["host"])):
        return ""
    parts = _HALF_AN_ESCAPE.sub("%25", found["rest"]).split("#", 1)
    return found["start"] + "#".join(quote(part, safe=_ALLOWED) for part in parts)


def _is_disguised(host: str) -> bool:
    """Say whether readers of addresses take a host for a number, though it is not written as one."""
    if not _ENDS_IN_A_NUMBER.fullmatch(host):
        return False
    try:
        IPv4Address(host)
    except AddressValueError:
        return True
    return False
