"""The times that the entries of a live report begin with: "14:05 Ferry passengers spend a second night aboard"."""

from collections.abc import Sequence

from digest.text.patterns import pattern

_FEWEST = 3
_HOUR, _MINUTE = r"(?:[01]?\d|2[0-3])", r"[0-5]\d"
_HALF = r"[ap]\.?m\b\.?"
_CLOCK = pattern(
    rf"(?i)[\[(]?(?:{_HOUR}[.:h]{_MINUTE}(?: ?{_HALF})?|{_HOUR} ?{_HALF})"
    r"(?: (?:Uhr|[CEGMPW]E?S?T|BST|UTC))?[\])]?(?: ?[:|–—-])? (?=\S)"
)


def times_before(lines: Sequence[str]) -> tuple[int, ...]:
    """Return how many characters of each line are the time of a live report; none is where fewer than three lines have one."""
    found = [_CLOCK.match(line) for line in lines]
    if sum(map(bool, found)) < _FEWEST:
        return (0,) * len(lines)
    return tuple(clock.end() if clock else 0 for clock in found)
