"""Numbers in a claim that the body does not state."""

import re
from collections.abc import Iterator, Sequence

from digest.claims import Body, Claim, Closest
from digest.model.remark import Remark
from digest.text.marking import gettext_noop
from digest.text.numbers import Number, numbers, stands_for

_CODE = re.compile(r"(?<![\w./:])(?=\w*[A-Za-z./:])\w*\d[\w./:]*\w")
_PART = re.compile(r"(?i)\b(?:a|an|one|two|three|four)[ -]$")
_ABSENT = gettext_noop("“%(words)s” is not in the text")
_ELSEWHERE = gettext_noop("“%(words)s” is not where the text says this")
_NEARLY = 0.7
_SMALLEST = 2  # "one" is a word more often than a number


def check(claim: Claim, body: Body) -> Iterator[Remark]:
    """Remark on each number, and each version or number with letters, that stands nowhere in an English body."""
    if not body.is_english:
        return
    stated = [number for number in numbers(claim.text) if not _is_fraction(claim.text, number)]
    strangers = _put_in_place(stated, body.closest(claim))
    for number in stated:
        if number.value < _SMALLEST:
            continue
        if not _is_in(number, body.numbers):
            yield _remark(claim, number.start, number.end, _ABSENT)
        elif number in strangers:
            yield _remark(claim, number.start, number.end, _ELSEWHERE)
    for code in _CODE.finditer(claim.text):
        if not any(_overlaps(number, code) for number in stated) and code[0].lower() not in body.text.lower():
            yield _remark(claim, code.start(), code.end(), _ABSENT)


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
