"""Text to tokens: words, marks and where sentences begin, each with its place in the text."""

import re
from collections.abc import Iterator
from unicodedata import is_normalized

import msgspec

from digest.naming.vocabulary import OPENERS
from digest.text.accents import with_accents

_TOKEN = re.compile(
    r"""
      (?:[^\W\d_]\.){2,}                              # U.S.
    | ['’]s\b                                         # the possessive, apart from its owner
    | [^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*(?:['’](?!s\b)[^\W\d_]+(?:[\u0300-\u036f]+[^\W_]*)*)*  # O'Brien; accents may stand apart
    | [^\w\s]+?                                       # each mark by itself
    """,
    re.VERBOSE,
)
_ELISIONS = {
    "fr": re.compile(r"\b(?:[cdjlmnst]|qu)['’](?=[^\W\d_])", re.IGNORECASE),
    "it": re.compile(r"\b(?:l|un|d|[dns]ell|all|dall|sull|quell|c)['’](?=[^\W\d_])", re.IGNORECASE),
}
POSSESSIVES = frozenset({"'s", "’s"})
_SENTENCE_ENDS = frozenset(".?!:;…")
_OPENING_QUOTES = frozenset('"“«‘')
_QUIET_MARKS = frozenset("\"'“”‘’«»()[]")
_LIST_MARKS = frozenset("-–—•*·")
_ABBREVIATIONS = frozenset(
    """
    Mr Mrs Ms Dr Prof Gen Lt Col Sgt Capt Cpl Maj Adm Sen Rep Gov Rev Hon St Ste Mt Ft Jr Sr Inc Corp Ltd Co vs No Messrs Mme
    Pte Cmdr Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
""".split()
)
_DASHES = frozenset("-–—")
_LONG_WORD, _LONGEST_DATELINE = 3, 12


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word or a mark, its letters composed; `opens` tells that a sentence (or a quotation in it) begins with it."""

    text: str
    start: int
    end: int
    opens: bool

    @property
    def is_capitalized(self) -> bool:
        """Tell whether the word begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_word(self) -> bool:
        """Tell whether this is a word or a number, not a mark."""
        return self.text[0].isalnum()

    @property
    def is_acronym(self) -> bool:
        """Tell whether the word is written in capitals, two of them at least."""
        return len(self.text) > 1 and self.text.isupper() and self.text[0].isalpha()


def tokens(text: str, language: str = "en") -> tuple[Token, ...]:
    """Split a text into tokens, elided articles from their nouns too, and mark those that open a sentence."""
    found: list[Token] = []
    opens, before = True, ""
    is_composed = text.isascii() or is_normalized("NFC", text)
    for start, end in _spans(text, _ELISIONS.get(language[:2])):
        word = text[start:end] if is_composed else with_accents(text[start:end])
        is_word = word[0].isalnum()
        found.append(Token(word, start, end, opens and is_word))
        opens = not is_word and (_opens_after(word, before, opens=opens) or (word in _DASHES and _is_dateline(found, text)))
        before = word
    return tuple(found)


def _spans(text: str, elision: re.Pattern[str] | None) -> Iterator[tuple[int, int]]:
    for match in _TOKEN.finditer(text):
        elided = elision.match(text, *match.span()) if elision else None
        if elided:
            yield elided.span()
            yield elided.end(), match.end()
        else:
            yield match.span()


def _opens_after(mark: str, before: str, *, opens: bool) -> bool:
    """Tell whether the next word opens a sentence after a mark that stands after another token."""
    if mark in _SENTENCE_ENDS:
        return opens or not (mark == "." and _is_abbreviation(before))
    if mark in _OPENING_QUOTES:
        return opens or not before[:1].isalnum() or before in {"said", "says"}
    return opens and (mark in _QUIET_MARKS or mark in _LIST_MARKS)


def _is_dateline(found: list[Token], text: str) -> bool:
    """Tell whether the last of some tokens is the dash of a dateline: "ROME (Reuters) - Shares", "Den Haag (ANP) – De"."""
    dash = found[-1]
    if not 1 < len(found) <= _LONGEST_DATELINE or found[-2].end == dash.start or not text[dash.end : dash.end + 1].isspace():
        return False
    return all(token.is_capitalized or not token.text[0].islower() or found[at - 1].text == "(" for at, token in enumerate(found))


def _is_abbreviation(word: str) -> bool:
    """Tell whether the full stop after a word need not end a sentence."""
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isupper())


def plain(word: str) -> str:
    """Write a word with a plain apostrophe, as the gazetteers do."""
    return word.replace("’", "'")


def phrase(words: tuple[Token, ...]) -> str:
    """Join tokens to the form in which gazetteers are asked: a space between any two."""
    return " ".join([plain(token.text) for token in words])


def is_title_case(words: tuple[Token, ...], *, fewest: int) -> bool:
    """Tell whether capitals say nothing here, since nearly every longer word has one; `fewest` such words are asked for."""
    long = [
        token for token in words if len(token.text) >= _LONG_WORD and token.text.isalpha() and token.text.lower() not in OPENERS
    ]
    capitals = sum(token.is_capitalized for token in long)
    return len(long) >= fewest and capitals * 10 >= len(long) * 9


def is_shouted(words: tuple[Token, ...]) -> bool:
    """Tell whether a passage is written in capitals throughout."""
    alphabetic = [token for token in words if token.text.isalpha()]
    return len(alphabetic) > 1 and all(token.text.isupper() for token in alphabetic)
