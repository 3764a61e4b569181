"""Ask the gazetteers about the tokens of a line."""

from digest.naming.gazetteers import Entry, gazetteer
from digest.naming.lines import Line

_LONGEST_BEFORE = 4


def entry_at(line: Line, first: int, last: int) -> Entry | None:
    """Look a phrase up, whatever surrounds it."""
    return gazetteer().entries.get(line.phrase(first, last))


def longest_known(line: Line, first: int, last: int) -> int:
    """Give the length of the longest surely known phrase that begins at a token and ends by another."""
    most = gazetteer().longest.get(line.plain[first], 0) if first < last else 0
    for end in range(min(first + most, last), first, -1):
        entry = entry_at(line, first, end)
        if entry and not entry.doubtful:
            return end - first
    return 0


def is_doubtful_region(entry: Entry | None) -> bool:
    """Tell whether an entry is a region's that people bear too."""
    return entry is not None and entry.doubtful and entry.rank == "region"


def ends_known(line: Line, last: int) -> bool:
    """Tell whether a known phrase ends right before a token."""
    return any(entry_at(line, first, last) for first in range(max(last - _LONGEST_BEFORE, 0), last))


def is_national(line: Line, first: int, last: int) -> bool:
    """Tell whether a phrase names a country or its people."""
    entry = entry_at(line, first, last)
    return entry is not None and entry.rank in {"country", "people"}


def is_place(line: Line, first: int, last: int) -> bool:
    """Tell whether a phrase is known as a place."""
    entry = entry_at(line, first, last)
    return entry is not None and entry.type == "place"
