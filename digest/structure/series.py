"""Short lines that belong together: headings that count ("1. Stockholm to Narvik"), and amounts in a row ("200g flour")."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from digest.text.patterns import pattern

Series = Literal["", "heading", "amount"]

_NUMBER = pattern(r"(?P<number>\d{1,2})[.):] \S")
_AMOUNT = pattern(r"\d[\d/.,–-]*\s?[^\W\d]")
_ENDS_OF_TEXT = (".", ",", ";", "…", ".”", '."', ".»")
_ENDS_OF_CALLS = ("?", "!")
_LONGEST = 120
_FEWEST = 3


def series_of(lines: Sequence[str]) -> tuple[Series, ...]:
    """Say of each line whether it is a heading of a series that counts, an amount among other short lines, or neither."""
    bare = [len(line) <= _LONGEST and not line.endswith(_ENDS_OF_TEXT) for line in lines]
    listed = [is_bare and not line.endswith(_ENDS_OF_CALLS) for line, is_bare in zip(lines, bare, strict=True)]
    counting = frozenset(_counting(lines, bare, listed))
    return tuple(
        "heading" if index in counting else "amount" if _is_amount(lines, listed, index) else "" for index in range(len(lines))
    )


def _counting(lines: Sequence[str], bare: Sequence[bool], listed: Sequence[bool]) -> Iterator[int]:
    """Yield short lines that bear numbers, three or more, one after another up or down, each with text below."""
    found = [(index, int(match["number"])) for index, line in enumerate(lines) if bare[index] and (match := _NUMBER.match(line))]
    steps = {later - earlier for (_, earlier), (_, later) in pairwise(found)}
    numbered = {index for index, _ in found}
    has_text = all(index + 1 < len(lines) and not listed[index + 1] and index + 1 not in numbered for index in numbered)
    if len(found) >= _FEWEST and steps in ({1}, {-1}) and has_text:
        yield from (index for index, _ in found)


def _is_amount(lines: Sequence[str], listed: Sequence[bool], index: int) -> bool:
    """Whether a short line begins with an amount and stands between other short lines, as those of a recipe do."""
    is_between = 0 < index < len(lines) - 1 and listed[index - 1] and listed[index + 1]
    return is_between and bool(_AMOUNT.match(lines[index])) and not _NUMBER.match(lines[index])
