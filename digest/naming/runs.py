"""Cut a line into runs of capitalised words: the stretches in which a name can stand."""

from collections.abc import Callable, Iterator

from digest.naming.endings import ENDINGS
from digest.naming.gazetteers import first_names, is_everyday
from digest.naming.lines import Line
from digest.naming.lookup import ends_known
from digest.naming.tokens import POSSESSIVES
from digest.naming.vocabulary import (
    DATES,
    FAMILY_FIRST,
    HYPHEN_TAILS,
    LEADING_PARTICLES,
    NAME_PARTICLES,
    OPENERS,
    ORGANIZATION_DESCRIPTORS,
    ORGANIZATION_HEADS,
    OWNERS,
)

_LONGEST_RUN = 16
_LONGEST_TASK = 5
_LONGEST_TAIL = 5
_LONGEST_ABBREVIATION = 4
_MOST_PARTICLES = 4
_LONGEST_NICKNAME = 3
_QUOTES = frozenset("\"“”'‘’")
_GIVEN_MONTHS = frozenset({"Jan", "April", "June", "August"})
_SAINTS = frozenset({"St", "Ste", "Saint"})
_ARTICLES = frozenset({"The", "A", "An"})


def runs(line: Line) -> Iterator[tuple[int, int]]:
    """List the runs of a line as first and last token, the last not included."""
    at, size = 0, len(line.tokens)
    while at < size:
        end = at + 1
        if _begins(line, at):
            while end < size and end - at < _LONGEST_RUN and (step := _continued(line, end)):
                end += step
            yield at, end
        at = end


def _begins(line: Line, at: int) -> bool:
    """Tell whether a run can begin with a token."""
    token = line.tokens[at]
    if token.text in LEADING_PARTICLES:
        return line.word(at + 1) == "-" and line.touches(at + 1) and line.touches(at + 2) and line.word(at + 2)[:1].isupper()
    if not _is_part(line, at):
        return False
    is_initial = line.word(at + 1) == "." and line.touches(at + 1) and len(token.text) == 1
    if token.text in _ARTICLES and not is_initial:
        return False
    if token.opens and token.text.lower() in ORGANIZATION_DESCRIPTORS:
        return False
    return is_initial or not token.opens or token.text.lower() not in OPENERS or token.text in first_names()


def _is_part(line: Line, at: int) -> bool:
    """Tell whether a token is a capitalised word that can stand in a name; a month after a given name can ("Theresa May")."""
    if at >= len(line.tokens) or not line.tokens[at].is_capitalized:
        return False
    word = line.word(at)
    return word != "I" and (word not in DATES or line.word(at - 1) in first_names() or _is_given(line, at))


def _is_given(line: Line, at: int) -> bool:
    """Tell whether a month's name is a given name, behind an office or a noun, or of a double one: "Jan-Lennard Struff"."""
    is_dated = line.word(at - 1).lower() in OPENERS or not line.word(at - 1).isalpha()
    if line.word(at + 1) == "-" and line.touches(at + 1) and line.touches(at + 2):
        return line.word(at) in _GIVEN_MONTHS and line.word(at + 2) in first_names()
    named = line.word(at + 1)[:1].isupper() and (not line.tokens[at].opens or not is_everyday(line.word(at + 1)))
    return line.word(at) in _GIVEN_MONTHS and (not is_dated or line.tokens[at].opens) and named


def _follows(line: Line, at: int) -> bool:
    """Tell whether a part follows in the same sentence."""
    return _is_part(line, at) and not line.tokens[at].opens


def _continued(line: Line, at: int) -> int:
    """Count the tokens with which a run goes on."""
    if line.tokens[at].opens:
        return 0
    return next((count for step in _STEPS if (count := step(line, at))), 0)


def _word(line: Line, at: int) -> int:
    """Go on with a capitalised word."""
    return int(_is_part(line, at))


def _mark(line: Line, at: int) -> int:
    """Go on over the full stop of an initial, over a hyphen without spaces, over an ampersand."""
    mark = line.word(at)
    stop = mark == "." and len(line.word(at - 1)) <= _LONGEST_ABBREVIATION
    hyphen = mark in {"-", "–"} and line.touches(at) and line.touches(at + 1)
    return 2 if (stop or hyphen or mark == "&") and _follows(line, at + 1) else 0


def _small_tail(line: Line, at: int) -> int:
    """Go on over a hyphen and a small word of a given name: "Kim Jong-un"."""
    head, tail = line.word(at - 1), line.word(at + 1)
    if line.word(at) != "-" or not (line.touches(at) and line.touches(at + 1)):
        return 0
    fits = tail.islower() and len(tail) <= _LONGEST_TAIL and tail not in HYPHEN_TAILS and line.word(at - 2)[:1].isupper()
    return 2 if fits and (line.word(at - 2) in FAMILY_FIRST or not (is_everyday(head) and is_everyday(tail))) else 0


def _owner(line: Line, at: int) -> int:
    """Go on over the possessive of names such as "People's Party" and "St Mary's School"."""
    if line.word(at) in {"'", "’"} and line.touches(at) and _is_owner(line, at - 1) and _follows(line, at + 1):
        return 2
    if line.word(at) not in POSSESSIVES or not _follows(line, at + 1):
        return 0
    return int(line.word(at - 1) in OWNERS or not _SAINTS.isdisjoint({line.word(at - 2), line.word(at - 3)})) * 2


def _is_owner(line: Line, at: int) -> bool:
    """Tell whether a word before an apostrophe owns what follows: "Prosecutors' Office", "St Thomas' Hospital"."""
    return line.word(at) in OWNERS or (line.word(at)[-1:] == "s" and line.word(at - 1) in _SAINTS)


def _tasks(line: Line, at: int) -> int:
    """Go on over "and" between everyday words, if a telling word ends the name: "Air and Space Museum"."""
    before, after = line.word(at - 1), line.word(at + 1)
    joins = (
        line.word(at) == "and"
        and after not in _ARTICLES
        and is_everyday(before)
        and is_everyday(after)
        and before not in ORGANIZATION_HEADS
    )
    if not joins or not _follows(line, at + 1) or ends_known(line, at):
        return 0
    end = at + 2
    while end < at + _LONGEST_TASK and _follows(line, end):
        end += 1
    return 2 if end > at + 2 and ENDINGS.get(line.word(end - 1)) in {"organization", "place"} else 0


def _nickname(line: Line, at: int) -> int:
    """Go on over a nickname in quotation marks behind a given name: "Joaquin “El Chapo” Guzman"."""
    if line.word(at) not in _QUOTES or line.word(at - 1) not in first_names():
        return 0
    end = at + 1
    while line.word(end)[:1].isupper() and end - at <= _LONGEST_NICKNAME:
        end += 1
    return end - at + 2 if at + 1 < end and line.word(end) in _QUOTES and _follows(line, end + 1) else 0


def _particles(line: Line, at: int) -> int:
    """Go on over the small words of a family name: "Ursula von der Leyen"."""
    end = at
    while line.word(end) in NAME_PARTICLES or (end > at and line.word(end) == "-"):
        end += 1
        if end - at > _MOST_PARTICLES:
            return 0
    return end - at + 1 if end > at and _follows(line, end) else 0


_STEPS: tuple[Callable[[Line, int], int], ...] = (_word, _mark, _small_tail, _owner, _tasks, _nickname, _particles)
