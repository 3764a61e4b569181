"""Numbers in a claim that the body does not state."""

import re
from collections.abc import Iterator, Sequence

from digest.claims import Body, Claim, Closest
from digest.model.remark import Remark
from digest.text.marking import gettext_noop
from digest.text.numbers import Number, figures, numbers, same_digits, stands_for

_CODE = re.compile(r"(?<![\w./:])(?=\w*[A-Za-z./:])\w*\d[\w./:]*\w")
_PART = re.compile(r"(?i)\b(?:a|an|one|two|three|four)[ -]$")
_ABSENT = gettext_noop("“%(words)s” is not in the text")
_ELSEWHERE = gettext_noop("“%(words)s” is not where the text says this")
_NEARLY = 0.7
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
    strangers = _put_in_place(stated, closest)
    for number in stated:
        if number.value < _SMALLEST or _is_in(number, body.calendar) or _is_counted(claim.text, number, closest):
            continue
        if not _is_in(number, body.numbers):
            yield _remark(claim, number.start, number.end, _ABSENT)
        elif number in strangers:
            yield _remark(claim, number.start, number.end, _ELSEWHERE)
    for code in _CODE.finditer(claim.text):
        if not any(_overlaps(number, code) for number in stated) and code[0].lower() not in body.text.lower():
            yield _remark(claim, code.start(), code.end(), _ABSENT)


def _figures(claim: Claim, body: Body) -> Iterator[Remark]:
    """Remark on a number in digits where the sentence most like the claim has another one; we read no other language's words."""
    stated = figures(claim.text)
    closest = body.closest(claim) if stated else None
    if not closest or closest.likeness < _LIKE:
        return
    theirs = figures(closest.sentence.text)
    missing = [number for number in theirs if not _is_written(number, stated)]
    for number in stated if missing else ():
        if number.value > _LARGEST_IN_WORDS and not _is_written(number, (*body.figures, *body.calendar)):
            yield _remark(claim, number.start, number.end, _ABSENT)


def _is_written(number: Number, others: Sequence[Number]) -> bool:
    return any(stands_for(number, other) or same_digits(number, other) for other in others)


def _is_counted(text: str, number: Number, closest: Closest | None) -> bool:
    """Say whether a small number in words may be a count of what the text only lists, in words of the claim's own."""
    in_words = not any(sign.isdigit() for sign in text[number.start : number.end])
    return in_words and number.value <= _LARGEST_IN_WORDS and (not closest or closest.likeness < _LIKE)


def _is_fraction(text: str, number: Number) -> bool:
    """Say whether an ordinal counts parts: `a third`."""
    return number.is_ordinal and bool(_PART.search(text[: number.start]))


def _put_in_place(stated: Sequence[Number], closest: Closest | None) -> tuple[Number, ...]:
    """Return the numbers that a claim has where the sentence that it nearly is has others."""
    if not closest or closest.likeness < _NEARLY:
        return ()
    theirs = numbers(closest.sentence.text)
    strangers = tuple(number for number in stated if not _is_in(number, theirs))
    missing = [number for number in theirs if not _is_in(number, stated)]
    return strangers if missing else ()


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
