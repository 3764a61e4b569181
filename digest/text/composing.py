"""The markup of a page in Unicode's form C, which HTML asks for: é is one sign, not an e and an accent."""

import re
from typing import Literal
from unicodedata import is_normalized, normalize
from urllib.parse import quote

_FORM: Literal["NFC"] = "NFC"
# Composed one by one: a stroke that follows a tag would else join the end of the tag to one sign (≯).
_PIECE = re.compile(r"[^<>]+")
_STRUCK = {"&lt;\N{COMBINING LONG SOLIDUS OVERLAY}": "≮", "&gt;\N{COMBINING LONG SOLIDUS OVERLAY}": "≯"}
_ADDRESS = re.compile(r'(?<= href=")[^"]+')
_WITHIN_ADDRESSES = "".join(chr(code) for code in range(0x21, 0x7F))


def composed(markup: str) -> str:
    """Compose the letters of texts and attributes; an address keeps its own, escaped as browsers send them."""
    if is_normalized(_FORM, markup):
        return markup
    markup = _ADDRESS.sub(lambda address: address[0] if is_normalized(_FORM, address[0]) else _escaped(address[0]), markup)
    for struck, sign in _STRUCK.items():
        markup = markup.replace(struck, sign)
    return _PIECE.sub(lambda piece: normalize(_FORM, piece[0]), markup)


def _escaped(address: str) -> str:
    return quote(address, safe=_WITHIN_ADDRESSES, errors="replace")
