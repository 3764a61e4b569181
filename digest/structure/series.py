"""Short lines that belong together: headings that count ("1. Stockholm to Narvik"), and amounts in a row ("200g flour")."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

Series = Literal["", "heading", "amount"]

_NUMBER = re.compile(r"(?P<number>\d{1,2})[.):] \S")
_AMOUNT = re.compile(r"\d[\d/.,–-]*\s?[^\W\d]")
_ENDS_OF_TEXT = (".", ",", ";", "…", ".”", '."', ".»")
_LONGEST = 120
_FEWEST = 3


def series_of(lines: Sequence[str]) -> tuple[Series, ...]:
    """Say of each line whether it is a heading of a series that counts, an amount among other short lines, or neither."""
    bare = [len(line) <= _LONGEST and not line.endswith(_ENDS_OF_TEXT) for line in lines]
    counting = frozenset(_counting(lines, bare))
    return tuple(
        "heading" if index in counting else "amount" if _is_amount(lines, bare, index) else "" for index in range(len(lines))
    )


def _counting(lines: Sequence[str], bare: Sequence[bool]) -> Iterator[int]:
    """Yield short lines that bear numbers, three or more, one after another up or down, each with text below."""
    found = [(index, int(match["number"])) for index, line in enumerate(lines) if bare[index] and (match := _NUMBER.match(line))]
    steps = {later - earlier for (_, earlier), (_, later) in pairwise(found)}
    has_text = all(index + 1 < len(lines) and not bare[index + 1] for index, _ in found)
    if len(found) >= _FEWEST and steps in ({1}, {-1}) and has_text:
        yield from (index for index, _ in found)


def _is_amount(lines: Sequence[str], bare: Sequence[bool], index: int) -> bool:
    """Whether a short line begins with an amount and stands between other short lines, as those of a recipe do."""
    is_between = 0 < index < len(lines) - 1 and bare[index - 1] and bare[index + 1]
    return is_between and bool(_AMOUNT.match(lines[index])) and not _NUMBER.match(lines[index])
