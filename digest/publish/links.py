"""An HTML page to the addresses that its tags name: what only looks like one, in words, code, comments or scripts, is none."""

import re
from collections.abc import Iterator
from html import unescape

_ATTRIBUTE = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_MARKUP = re.compile(
    rf"""
    <!--(?:-?>|.*?(?:--!?>|\Z))
    |<[!?/][^>]*+
    |<(?:(?P<raw>script|style|textarea|title|xmp|iframe|noembed|noframes)(?=[\s/>])|[a-z][^\s/>]*+)
        (?P<attributes>(?:[\s/]++|{_ATTRIBUTE})*+)(?:>|\Z)
        (?(raw).*?(?:(?=</(?P=raw)[\s/>])|\Z))
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_EACH = re.compile(_ATTRIBUTE)
_LEADS = re.compile(r"""(?:href|src|poster)\s*+=\s*+(?P<quote>["']?)(?P<address>.*)(?P=quote)""", re.IGNORECASE | re.DOTALL)


def addresses(page: str) -> Iterator[str]:
    """Yield what the tags of a page link to or load."""
    for tag in _MARKUP.finditer(page):
        for attribute in _EACH.findall(tag["attributes"] or ""):
            if found := _LEADS.fullmatch(attribute):
                yield unescape(found["address"])
