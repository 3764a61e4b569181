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
    `end` is its last character
    if that is punctuation; `opens` when it begins with a quotation mark or bracket.
    """

    word: str
    shape: str
    kind: str
    key: str
    end: str
    opens: str
    is_title: bool
    is_function: bool

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence may end behind it."""
        return self.end in ("!", "?", "…") or (self.end == "." and "." not in self.word and len(self.word) > 1 and not self.is_title)

    @property
    def is_content(self) -> bool:
        """Whether it is a word that title case capitalises in every style."""
        return not self.is_function and self.kind not in ("p", "#")


@lru_cache(maxsize=1 << 16)
def token(text: str, language: str) -> Token:
    """Look at one word of a text in `language`."""
    bare = text.lstrip(_OPENING).rstrip(_CLOSING)
    shape = _shape(bare)
    word = bare.lower()
    kind = word_class(word, language, capital=shape in ("C", "A", "M"))
    is_function = word in function_words().get(language, {})
    unquoted = text.rstrip(_QUOTES)
    return Token(
        word=word,
        shape=shape,
        kind=kind,
        key=word if is_function else "~" + word[-2:] if kind == "l" else kind,
        end=next((last for last in (unquoted[-1:], text[-1:]) if last and last in _CLOSING), ""),
        opens=text[:1] if text and text[0] in _OPENING else "",
        is_title=word in titles(),
        is_function=is_function,
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
