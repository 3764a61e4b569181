"""Text without spaces between words as letters that stand by themselves, as the index of the search has it."""

from digest.text.patterns import pattern

# Kana and Han; letters, vowels and tones of Thai, Lao, Burmese and Khmer. The theme's scripts have the same.
_LETTERS = (
    "\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_SPELLED = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e50-\u0e59\u0e81-\u0edf\u1000-\u1049\u1050-\u109d\u1780-\u17d3\u17d7\u17dc\u17dd\u17e0-\u17e9"
)
UNSPACED = _SPELLED + _LETTERS
# Pagefind takes marks off letters, and finds no phrase in a text that has a letter with a mark and without. So each of the second
# ones goes by a letter of Tangut, a script that has neither marks nor readers.
_FIRST, _END, TANGUT = 0x0E00, 0x1800, 0x17000
_STAND_INS = {code: code - _FIRST + TANGUT for code in range(_FIRST, _END)}
SPACE = "\u2060"  # what stands behind a word tells that a space does so in the text too

_BEHIND = f"(?:(?![{_SPELLED}])[^\\w\\s])*"  # accents and marks
_LETTER = pattern(f"([{UNSPACED}])({_BEHIND})")
_GAP = pattern(f"(?<=[{UNSPACED}])({_BEHIND})\\s+(?=\\S)|\\s+(?=[^\\w\\s]*[{UNSPACED}])")


def spaced(text: str) -> str:
    """Put spaces around each such letter, with the marks behind it: who looks for a word finds it amid others."""
    if text.isascii() or not _LETTER.search(text):
        return text
    told = _GAP.sub(lambda gap: f"{gap[1] or ''}{SPACE} ", text)
    return " ".join(_LETTER.sub(lambda found: f" {found[1].translate(_STAND_INS)}{found[2]} ", told).split())
