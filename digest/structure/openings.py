"""The places of a document where a heading may stand, and the cuts that are possible there."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from digest.structure.series import Series
from digest.structure.speakers import speakers_of
from digest.structure.tokens import Token, token

Place = Literal["first", "line", "inside"]

LONGEST_HEADING = 24
_BEHIND = 14
_REACH = 600
_LONGEST_WORD = 60
_MOST_SENTENCES = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """The first words of a line, or of a sentence inside one (`inside`); of the document when `first`.

    `size` counts the words of the whole line; `following` are the next line's, and empty when a heading cannot fill a line here.
    `series` says what a line is by others like it.
    """

    place: Place
    tokens: tuple[Token, ...]
    size: int
    following: tuple[Token, ...] = ()
    series: Series = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """How words are used through a document: which stand side by side, are written small, are names, begin what someone says."""

    pairs: Counter[tuple[str, str]]
    small: frozenset[str]
    names: frozenset[str]
    speakers: frozenset[str]


def tokens_of(text: str, language: str) -> tuple[Token, ...]:
    """Look at the words at the beginning of a line, as many as a heading and what is judged behind it can have."""
    words = text[:_REACH].split(None, LONGEST_HEADING + _BEHIND)[: LONGEST_HEADING + _BEHIND]
    return tuple(token(word[:_LONGEST_WORD], language) for word in words)


def usage(lines: Iterable[str], language: str) -> Usage:
    """Count how the words of a document are used."""
    pairs: Counter[tuple[str, str]] = Counter()
    small: set[str] = set()
    names: set[str] = set()
    looked_at: list[list[Token]] = []
    for line in lines:
        tokens = [token(word[:_LONGEST_WORD], language) for word in line.split()]
        looked_at.append(tokens)
        small.update(this.word for this in tokens if this.shape == "c")
        for before, this in pairwise(tokens):
            pairs[before.word, this.word] += 1
            if before.shape == "c" and not before.end and this.shape in "CAM":
                names.add(this.word)
    return Usage(pairs=pairs, small=frozenset(small), names=frozenset(names), speakers=speakers_of(looked_at))


def cuts(opening: Opening) -> tuple[int, ...]:
    """Return the numbers of words that a heading can have here; the first, 0, stands for no heading."""
    tokens = opening.tokens
    found = [0]
    ended = 0
    for index in range(1, min(len(tokens), LONGEST_HEADING + 1)):
        last = tokens[index - 1]
        if _can_end(last) and _can_begin(tokens[index]):
            found.append(index)
        ended += index > 1 and last.ends_sentence
        if ended > _MOST_SENTENCES:
            break
    if opening.following and opening.size <= LONGEST_HEADING:
        found.append(opening.size)
    return tuple(found)


def behind(opening: Opening, cut: int) -> Sequence[Token]:
    """Return the words that follow a heading of `cut` words."""
    return opening.tokens[cut:] if cut < opening.size else opening.following


def _can_end(last: Token) -> bool:
    return last.end not in (",", ";") and not (last.ends_sentence and last.end == ".")


def _can_begin(first: Token) -> bool:
    return first.shape not in ("c", "P")
