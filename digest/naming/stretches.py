"""Cut a line into stretches: capitalised words and what may join them, the only places where a name can stand."""

from collections.abc import Iterator

from digest.naming.lines import Line
from digest.naming.tokens import POSSESSIVES
from digest.naming.vocabulary import LEADING_PARTICLES, NAME_PARTICLES

_JOINING = NAME_PARTICLES | POSSESSIVES | frozenset("of the and for in on at & - – . / ' ’ d' del dos das".split())
_MOST_JOINING = 3


def stretches(line: Line) -> Iterator[tuple[int, int]]:
    """List the stretches of a line as first and last token, the last not included."""
    at, size = 0, len(line.tokens)
    while at < size:
        if not _may_begin(line, at):
            at += 1
            continue
        end = at + 1
        while (reached := _reached(line, end)) > end:
            end = reached
        yield at, end
        at = end


def is_capital(line: Line, at: int) -> bool:
    """Tell whether a token has a capital letter somewhere: "Paris", "iPhone", "G7"."""
    text = line.word(at)
    return text != text.lower()


def _may_begin(line: Line, at: int) -> bool:
    """Tell whether a stretch begins with a token: a capitalised one, or a small particle before one."""
    if is_capital(line, at):
        return True
    follows = at + 2 if line.word(at + 1) in {"-", "'", "’"} else at + 1
    return line.word(at) in LEADING_PARTICLES and is_capital(line, follows)


def _reached(line: Line, end: int) -> int:
    """Give where a stretch ends that goes on over a capitalised word, joining words before one, or a hyphen's small tail."""
    if end < len(line.tokens) and is_capital(line, end):
        return end + 1
    ahead = end
    while ahead < len(line.tokens) and ahead - end < _MOST_JOINING and line.word(ahead) in _JOINING:
        ahead += 1
    if ahead > end and is_capital(line, ahead):
        return ahead + 1
    tail = line.word(end) in {"-", "–"} and line.touches(end) and line.touches(end + 1)
    return end + 2 if tail and line.word(end + 1)[:1].isalnum() else end
