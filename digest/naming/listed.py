"""Recognise organisations by the company they keep: a word of which nothing is known, joined by "and" to one that is known."""

from collections.abc import Iterator, Sequence

from digest.naming.lines import Line, Span
from digest.naming.shortened import is_distinct
from digest.naming.vocabulary import DATES

_JOINING = frozenset({"and", "or"})
_IDEAS = ("ism", "itis", "osis")  # and illnesses


def listed_names(lines: Sequence[Line], found: Sequence[Span]) -> Iterator[Span]:
    """List the words in a row with an organisation: "Deutsche Bank and Freshfields", "Kroger, Publix and Aldi"."""
    taken = {(span.line, at) for span in found for at in range(span.first, span.last)}
    for span in found:
        line = lines[span.line]
        if span.type != "organization" or span.weight < 0 or line.titled or line.shouted:
            continue
        for at in _neighbours(line, span):
            if (span.line, at) not in taken and _stands_alone(line, at) and is_distinct(line, at):
                yield Span(span.line, at, at + 1, "organization")


def _neighbours(line: Line, span: Span) -> Iterator[int]:
    """Give the tokens that stand in a row with a name, on either side."""
    if line.word(span.last) in _JOINING:
        yield span.last + 1
    is_acronym = line.tokens[span.first].is_acronym
    if (
        not is_acronym
        and line.word(span.last) == ","
        and line.word(span.last + 2) in _JOINING
        and line.word(span.last + 3)[:1].isupper()
    ):
        yield span.last + 1
    if line.word(span.first - 1) in _JOINING:
        yield span.first - 2


def _stands_alone(line: Line, at: int) -> bool:
    """Tell whether a capitalised word is no part of a longer name."""
    if not 0 <= at < len(line.tokens) or not line.tokens[at].is_capitalized or line.tokens[at].is_acronym:
        return False
    if line.word(at) in DATES or line.word(at).endswith(_IDEAS):
        return False
    before, after = line.word(at - 1), line.word(at + 1)
    return not (before[:1].isupper() and not line.tokens[at].opens) and not after[:1].isupper() and after not in {"-", "&"}
