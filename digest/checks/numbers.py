"""Numbers in a claim that the body does not state."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from digest.claims import Body, Claim, Closest
from digest.model.remark import Remark
from digest.text.counts import counts
from digest.text.marking import gettext_noop
from digest.text.numbers import Number, figures, numbers, same_digits, stands_for
from digest.text.patterns import pattern
from digest.text.quantities import Quantity, equal, quantities

_CODE = pattern(r"(?<![\w./:])(?=\w*[A-Za-z./:])\w*\d[\w./:]*\w")
_DIGIT = pattern(r"\d")
_PART = pattern(r"(?i)\b(?:a|an|one|two|three|four)[ -]$")
_BOUND = pattern(
    r"(?i)\b(?:(?P<above>more than|over|above|at least|upwards of)|(?P<below>nearly|almost|close to|under|less than|fewer than)|"
    r"(?P<about>about|around|roughly|approximately|some)) (?:an? )?[$€£]?$"
)
_ABOVE, _BELOW, _ABOUT = (1.0, 1.25), (0.8, 1.0), (0.9, 1.1)  # how much of a bound the number that it stands for may be
_OUT_OF = frozenset(("of", "of the", "of its", "of their", "out of", "out of the"))
_ABSENT = gettext_noop("“%(words)s” is not in the text")
_ELSEWHERE = gettext_noop("“%(words)s” is not where the text says this")
_NEARLY = 0.7
_WORD_FOR_WORD = 0.8
_LIKE = 0.5
_SMALLEST = 2  # "one" is a word more often than a number
_LARGEST_IN_WORDS = 12


def check(claim: Claim, body: Body) -> Iterator[Remark]:
    """Remark on each number, and each version or number with letters, that stands nowhere in the body."""
    if not body.is_english:
        yield from _figures(claim, body)
        return
    stated = [number for number in numbers(claim.text) if not _is_fraction(claim.text, number)]
    closest = body.closest(claim) if stated else None
    bound = {number for number in stated if _bounds(claim.text, number, body.numbers)}
    strangers = (
        *_put_in_place([number for number in stated if number not in bound], closest, body),
        *_parted(claim.text, stated, closest),
    )
    for number in stated:
        is_absent = number not in bound and not _is_in(number, body.numbers)
        is_word = number.value < _SMALLEST and number.value.is_integer()
        if is_word or not (is_absent or number in strangers) or _is_counted(claim.text, number, closest):
            continue
        if not _is_in(number, body.calendar) and not _is_measured(claim.text, number, _around(closest, body)):
            yield _remark(claim, number.start, number.end, _ABSENT if is_absent else _ELSEWHERE)
    for code in _CODE.finditer(claim.text) if _DIGIT.search(claim.text) else ():
        if not any(_overlaps(number, code) for number in stated) and code[0].lower() not in body.text.lower():
            yield _remark(claim, code.start(), code.end(), _ABSENT)


def _figures(claim: Claim, body: Body) -> Iterator[Remark]:
    """Remark on a number in digits, or a small count, where the sentence most like the claim has another one."""
    closest = body.closest(claim)
    if not closest or closest.likeness < _LIKE:
        return
    yield from _counts(claim, closest, body)
    stated, theirs = figures(claim.text), figures(closest.sentence.text)
    missing = [number for number in theirs if not _is_written(number, stated)]
    for number in stated if missing else ():
        is_count = number.value.is_integer() and number.value <= _LARGEST_IN_WORDS
        if not is_count and not _is_written(number, (*body.figures, *body.calendar)):
            yield _remark(claim, number.start, number.end, _ABSENT)


def _counts(claim: Claim, closest: Closest, body: Body) -> Iterator[Remark]:
    """Remark on a count of things of which the sentence most like the claim counts others, and nothing in the body as many."""
    stated = [one for one in counts(claim.text, body.language) if not one.is_bound]
    theirs = {one.thing for one in counts(closest.sentence.text, body.language)} if stated else set()
    for one in stated:
        if one.thing in theirs and (one.value, one.thing) not in body.counts:
            yield _remark(claim, one.start, one.end, _ELSEWHERE)


def _is_written(number: Number, others: Sequence[Number]) -> bool:
    return any(stands_for(number, other) or same_digits(number, other) for other in others)


def _is_counted(text: str, number: Number, closest: Closest | None) -> bool:
    """Say whether a small number in words may be a count of what the text only lists, in words of the claim's own."""
    in_words = not any(sign.isdigit() for sign in text[number.start : number.end])
    return in_words and number.value <= _LARGEST_IN_WORDS and (not closest or closest.likeness < _LIKE)


def _is_measured(text: str, number: Number, source: str) -> bool:
    """Say whether a source has the quantity that a number is part of, said in another way: `67 percent` for `two thirds`."""
    stated = [one for one in quantities(text) if one.start <= number.start < one.end]
    return bool(stated) and any(equal(one, other) for other in _quantities(source) for one in stated)


def _around(closest: Closest | None, body: Body) -> str:
    """Return the paragraph that is most like a claim: what is measured elsewhere is another thing."""
    return dict(body.passages)[closest.sentence.paragraph] if closest else ""


@lru_cache(maxsize=8)
def _quantities(source: str) -> Sequence[Quantity]:
    """Return the quantities of a paragraph, for which several claims may ask."""
    return quantities(source)


def _is_fraction(text: str, number: Number) -> bool:
    """Say whether an ordinal counts parts: `a third`."""
    return number.is_ordinal and bool(_PART.search(text[: number.start]))


def _bounds(text: str, number: Number, others: Sequence[Number]) -> bool:
    """Say whether a number says about how large another one is: `more than 200` for 214."""
    bound = _BOUND.search(text[: number.start])
    if not bound or number.is_year or number.is_ordinal:
        return False
    low, high = _ABOVE if bound["above"] else _BELOW if bound["below"] else _ABOUT
    return any(low * number.value <= other.value <= high * number.value for other in others if not other.is_year)


def _put_in_place(stated: Sequence[Number], closest: Closest | None, body: Body) -> tuple[Number, ...]:
    """Return the numbers that a claim has where the sentence that it nearly is has others; what it puts together may be near."""
    if not closest or closest.likeness < _NEARLY:
        return ()
    is_close = closest.likeness >= _WORD_FOR_WORD
    theirs = numbers(closest.sentence.text if is_close else dict(body.passages)[closest.sentence.paragraph])
    strangers = tuple(number for number in stated if not _is_in(number, theirs))
    missing = [number for number in theirs if not _is_in(number, stated)]
    return strangers if missing else ()


def _parted(text: str, stated: Sequence[Number], closest: Closest | None) -> Iterator[Number]:
    """Yield a number of a pair, as in `14 of 14`, in whose place the sentence most like the claim has another: `11 of 14`."""
    pairs = list(_pairs(text, stated))
    if not pairs or not closest or closest.likeness < _LIKE:
        return
    theirs = [(one.value, two.value) for one, two in _pairs(closest.sentence.text, numbers(closest.sentence.text))]
    for one, two in pairs:
        shares = [share for share, whole in theirs if whole == two.value]
        if shares and one.value not in shares and two.value - one.value not in shares:  # which would be the rest
            yield one


def _pairs(text: str, stated: Sequence[Number]) -> Iterator[tuple[Number, Number]]:
    return ((one, two) for one, two in pairwise(stated) if text[one.end : two.start].strip() in _OUT_OF)


def _is_in(number: Number, others: Sequence[Number]) -> bool:
    return any(stands_for(number, other) for other in others)


def _overlaps(number: Number, code: re.Match[str]) -> bool:
    return number.start < code.end() and code.start() < number.end


def _remark(claim: Claim, start: int, end: int, message: str) -> Remark:
    return Remark(
        rule="number-not-in-text",
        passage=claim.passage,
        start=start,
        end=end,
        message=message,
        words=claim.text[start:end].strip(),
        hint="compare the number with the article",
    )
