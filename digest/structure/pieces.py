"""The pieces that a text is read as, before they are put together."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["label", "mark", "takeaway", "heading", "text", "detail"]
Rule = Literal["", "given", "markdown", "underlined", "own-line", "run-in"]  # why a piece is a heading; pages say it in words


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of the input; all pieces in order are the whole input but for white space.

    `confidence` is the probability that a heading is rightly cut, or that a text is rightly left whole; `doubt` is the heading
    that a text may begin with after all.
    """

    kind: Kind
    text: str
    line: int
    rule: Rule = ""
    confidence: float = 1.0
    doubt: str = ""
