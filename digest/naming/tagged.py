"""Take over what a tagger from outside finds in a line, as spans of our tokens."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from digest.model.names import EntityType
from digest.naming.lines import Line, Span
from digest.naming.tokens import POSSESSIVES

_WEIGHT = 7  # more than what the lists say, less than what is declared
_ARTICLES = frozenset({"the", "a", "an"})


class Tagged(NamedTuple):
    """What a tagger names: `text[start:end]`, and its type."""

    start: int
    end: int
    type: EntityType


Tag = Callable[[Sequence[str]], Sequence[Sequence[Tagged]]]


def tagged_names(number: int, line: Line, found: Sequence[Tagged]) -> Iterator[Span]:
    """List the spans of what was tagged, without articles and possessives; where capitals say nothing, none counts."""
    if line.titled or line.shouted:
        return
    for start, end, kind in found:
        inside = [at for at, token in enumerate(line.tokens) if token.start < end and token.end > start]
        while inside and line.word(inside[0]).lower() in _ARTICLES:
            inside.pop(0)
        while inside and (line.word(inside[-1]) in POSSESSIVES or not line.tokens[inside[-1]].is_word):
            inside.pop()
        if inside:
            yield Span(number, inside[0], inside[-1] + 1, kind, weight=_WEIGHT)
