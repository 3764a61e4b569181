"""Letters that are no plain ones with an accent, as plain ones: who looks for "oresund" finds "Øresund"."""

# The search takes marks off letters; these two, which no language puts on these, tell which letter it was. The theme's
# static/search.js has the same.
UNACCENTED = {
    "ø": "o\u0338",
    "ł": "l\u0338",
    "đ": "d\u0338",
    "ð": "d\u0337",
    "ħ": "h\u0338",
    "ŧ": "t\u0338",
    "ı": "i\u0338",
    "ŋ": "n\u0338",
    "ə": "e\u0338",
    "ß": "s\u0338s",
    "æ": "a\u0338e",
    "œ": "o\u0337e",
    "þ": "t\u0337h",
    "Ø": "O\u0338",
    "Ł": "L\u0338",
    "Đ": "D\u0338",
    "Ð": "D\u0337",
    "Ħ": "H\u0338",
    "Ŧ": "T\u0338",
    "Ŋ": "N\u0338",
    "Ə": "E\u0338",
    "ẞ": "S\u0338S",
    "Æ": "A\u0338E",
    "Œ": "O\u0337E",
    "Þ": "T\u0337H",
}
_TABLE = str.maketrans(UNACCENTED)


def unaccented(text: str) -> str:
    """Write each such letter as a plain one and a mark."""
    return text if text.isascii() else text.translate(_TABLE)
