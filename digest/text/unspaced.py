"""Chinese and Japanese text, which has no spaces between words, as letters that stand by themselves."""

import re

# Kana and Han, as in the theme's static/search.js and script.js. Thai is left whole: Pagefind finds no phrase of its letters.
_LETTER = re.compile("(?=\\w)[\u3005-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff][^\\w\\s]*")


def spaced(text: str) -> str:
    """Put spaces around each such letter, with the marks behind it: who looks for a word finds it amid others."""
    if text.isascii() or not _LETTER.search(text):
        return text
    return " ".join(_LETTER.sub(r" \g<0> ", text).split())
