"""Letters that are no plain ones with an accent, as such ones: who looks for "oresund" finds "Øresund"."""

from unicodedata import normalize

# The search takes accents off letters; these, which hardly a language puts on these, tell which letter it was. A letter and its
# accent must be one sign: of two, Pagefind has the word with and without, and finds no phrase of it. The theme's static/search.js
# has the same.
UNACCENTED = {
    "ø": "ȍ",
    "ł": "ḹ",
    "đ": "ḓ",
    "ð": "ḑ",
    "ħ": "ḫ",
    "ŧ": "ṱ",
    "ı": "ȉ",
    "ŋ": "ṋ",
    "ə": "ȅ",
    "ß": "ṩs",
    "æ": "ȁe",
    "œ": "ȏe",
    "þ": "ṯh",
    "Ø": "Ȍ",
    "Ł": "Ḹ",
    "Đ": "Ḓ",
    "Ð": "Ḑ",
    "Ħ": "Ḫ",
    "Ŧ": "Ṱ",
    "Ŋ": "Ṋ",
    "Ə": "Ȅ",
    "ẞ": "ṨS",
    "Æ": "ȀE",
    "Œ": "ȎE",
    "Þ": "ṮH",
}
_TABLE = str.maketrans(UNACCENTED)
# What a text has of these itself, and the letters above with an accent, which is then one of its own
_APART = str.maketrans({letter: normalize("NFD", letter) for letter in "ǿǾǽǼǣǢ" + "".join(UNACCENTED.values())})


def unaccented(text: str) -> str:
    """Write each such letter as a plain one with an accent, and others as one sign with theirs."""
    return text if text.isascii() else normalize("NFC", text).translate(_APART).translate(_TABLE)
