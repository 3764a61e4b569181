"""A line's words with what each looks like: its case, its class, the punctuation at its ends."""

from functools import lru_cache
from typing import NamedTuple

from digest.structure.lexicon import function_words, titles, word_class

_OPENING = "\"'“‘«¿¡([{*_`"
_QUOTES = "\"'”’»)]}*_`"
_CLOSING = _QUOTES + ".,;:!?…"


class Token(NamedTuple):
    """A word of a line.

    `word` is lower case and bare of punctuation; `shape` is `c` lower case, `C` capitalised, `A` all capitals, `M` mixed,
    `D` digits, `P` other; `key` is a function word itself, another's class, or its ending where no word list tells the class;
    `end` is its last character if that is punctuation, `opens` its first if that is a quotation mark or bracket; `is_content`
    when title case capitalises it in every style; `ends_sentence` when a sentence may end behind it.
    """

    word: str = ""
    shape: str = "-"
    kind: str = "-"
    key: str = "-"
    end: str = ""
    opens: str = ""
    is_title: bool = False
    is_function: bool = False
    is_content: bool = True
    ends_sentence: bool = False


@lru_cache(maxsize=1 << 16)
def token(text: str, language: str) -> Token:
    """Look at one word of a text in `language`."""
    bare = text.lstrip(_OPENING).rstrip(_CLOSING)
    word, shape = bare.lower(), _shape(bare)
    kind = word_class(word, language, capital=shape in ("C", "A", "M"))
    is_function, is_title = word in function_words().get(language, {}), word in titles()
    end = next((last for last in (text.rstrip(_QUOTES)[-1:], text[-1:]) if last and last in _CLOSING), "")
    is_abbreviation = "." in word or len(word) == 1 or not word or is_title
    return Token(
        word=word,
        shape=shape,
        kind=kind,
        key=word if is_function else "~" + word[-2:] if kind == "l" else kind,
        end=end,
        opens=text[:1] if text and text[0] in _OPENING else "",
        is_title=is_title,
        is_function=is_function,
        is_content=not is_function and kind not in ("p", "#"),
        ends_sentence=end in ("!", "?", "…") or (end == "." and not is_abbreviation),
    )


def _shape(bare: str) -> str:
    if not bare or not bare[0].isalnum():
        return "P"
    if bare[0].isdigit():
        return "D"
    if bare.islower():
        return "c"
    if bare.isupper() and len(bare) > 1:
        return "A"
    if bare[0].isupper():
        return "C" if len(bare) == 1 or bare[1:].islower() or "-" in bare else "M"
    return "M" if not bare[0].islower() or any(letter.isupper() for letter in bare) else "c"
