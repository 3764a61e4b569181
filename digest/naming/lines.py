"""A passage as the recognisers see it, and the candidates that they find in it."""

from dataclasses import dataclass

from digest.model.names import EntityType, Passage
from digest.naming.tokens import Token, is_shouted, is_title_case, plain, tokens

DECLARED, SURE_PERSON, TENTATIVE = 9, 4, -1
_FEWEST_WORDS, _FEWEST_WORDS_OF_A_PARAGRAPH = 2, 4
_SENTENCE_ENDS = (".", "!", "?", ".”", '."')


@dataclass(frozen=True, slots=True)
class Span:
    """A candidate: tokens `first` to `last` (not included) of a line; of two that overlap the longer stands, then the weightier.

    `name` is the usual form where one is known. A span of no type claims its words for a title, so that no name takes them.
    """

    line: int
    first: int
    last: int
    type: EntityType | None
    name: str = ""
    weight: int = 0
    title: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A passage with its tokens, which stand in `plain` as gazetteers write them.

    In a titled one capitals are no sign of a name, in a shouted one all letters are capitals.
    """

    passage: Passage
    tokens: tuple[Token, ...]
    plain: tuple[str, ...]
    titled: bool
    shouted: bool

    def word(self, index: int) -> str:
        """Give the text of a token, or nothing outside the line."""
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def phrase(self, first: int, last: int) -> str:
        """Join tokens to the form in which gazetteers are asked."""
        return " ".join(self.plain[first:last])

    def touches(self, index: int) -> bool:
        """Tell whether no space stands between a token and the one before it."""
        return 0 < index < len(self.tokens) and self.tokens[index - 1].end == self.tokens[index].start

    def text(self, span: Span) -> str:
        """Give the text that a span covers."""
        start, end = self.ends(span)
        return self.passage.text[start:end]

    def ends(self, span: Span) -> tuple[int, int]:
        """Give the characters between which a span stands."""
        return self.tokens[span.first].start, self.tokens[span.last - 1].end


def line(passage: Passage, language: str = "en") -> Line:
    """Read a passage."""
    words = tokens(passage.text, language)
    sentence = passage.kind == "paragraph" and passage.text.rstrip().endswith(_SENTENCE_ENDS)
    fewest = _FEWEST_WORDS_OF_A_PARAGRAPH if passage.kind == "paragraph" else _FEWEST_WORDS
    return Line(
        passage,
        words,
        tuple(plain(word.text) for word in words),
        not sentence and is_title_case(words, fewest=fewest),
        is_shouted(words),
    )
