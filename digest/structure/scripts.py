"""The language of a text by its script, where most texts in that script are in one language."""

import unicodedata
from collections import Counter

_LANGUAGES = {
    "ARABIC": "ar",
    "ARMENIAN": "hy",
    "BENGALI": "bn",
    "CJK": "zh",
    "DEVANAGARI": "hi",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "HANGUL": "ko",
    "HEBREW": "he",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "TAMIL": "ta",
    "THAI": "th",
}
_OWN_LETTERS = {"ur": "ٹڈڑےں", "fa": "پچژگ", "be": "ў", "uk": "іїєґ", "ru": "ыэё", "ja": "のはをにがでと"}
_ENOUGH = 0.01


def language_of_script(text: str) -> str:
    """Return the language that letters of its own, or else the script of most letters, tell; "" when neither does."""
    letters = Counter(filter(str.isalpha, text.lower()))
    for language, own in _OWN_LETTERS.items():
        if sum(letters[letter] for letter in own) > _ENOUGH * letters.total():
            return language
    scripts = Counter[str]()
    for letter, count in letters.items():
        scripts[unicodedata.name(letter, "").partition(" ")[0]] += count
    most = max(sorted(scripts), key=scripts.__getitem__, default="")
    return _LANGUAGES.get(most, "")
