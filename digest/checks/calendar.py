"""Months and days of the week in a claim where the sentence that says the rest of it has others."""

import re
from collections.abc import Iterator, Mapping

from digest.claims import Body, Claim
from digest.model.remark import Remark
from digest.text.dates import calendar_words, months
from digest.text.marking import gettext_noop

_ABSENT = gettext_noop("“%(words)s” is not in the text")
_ELSEWHERE = gettext_noop("“%(words)s” is not where the text says this")
_LIKE, _NEARLY = 0.5, 0.7
_FEWEST_SHARED = 2
_WORD = re.compile(r"[^\W\d_]+")
_IN_SMALL_LETTERS = frozenset({"es", "fr", "it", "nl", "pt"})
_RELATIVE = re.compile(
    r"\b(?:next|last|this|previous|following|same) (?:month|day|night|morning|evening)\b|"
    r"(?<!day )\b(?:days?|nights?|mornings?|evenings?|weeks?|months?) (?:before|after|earlier|later)\b|"
    r"\b(?:yesterday|today|tomorrow|overnight|eve)\b|"
    r"\b(?:nach|später|vortag|après|lendemain|veille|plus tard|después|más tarde|víspera|dopo|più tardi|depois|mais tarde)\b",
    re.IGNORECASE,
)


def check(claim: Claim, body: Body) -> Iterator[Remark]:
    """Remark on each month and day of the week of a takeaway that stands in another one's place."""
    language = body.language[:2] or "en"
    stated = _named(claim.text, language)
    closest = body.closest(claim) if stated and claim.passage != "title" else None
    if not closest or closest.likeness < _LIKE or closest.shared < _FEWEST_SHARED:
        return
    said, near = _named(closest.sentence.text, language), dict(body.passages)[closest.sentence.paragraph]
    strangers = {word: where for word, where in stated.items() if word not in said}
    all_named = _named(body.text, language) if strangers else {}
    for word, (start, end) in strangers.items():
        is_month = word in months(language)
        has_others = any((other in months(language)) == is_month and other not in stated for other in said)
        is_elsewhere = word in all_named
        if not has_others or (is_elsewhere and (closest.likeness < _NEARLY or word in _named(near, language))):
            continue
        if _RELATIVE.search(near) or (is_month and body.date and months(language).get(word) == body.date.month):
            continue
        yield Remark(
            rule="number-not-in-text",
            passage=claim.passage,
            start=start,
            end=end,
            message=_ELSEWHERE if is_elsewhere else _ABSENT,
            words=claim.text[start:end],
            hint="compare the date with the article",
        )


def _named(text: str, language: str) -> Mapping[str, tuple[int, int]]:
    """Return the months and days of the week that a text names, and where it does first; "may" and "march" are verbs."""
    found: dict[str, tuple[int, int]] = {}
    for word in _WORD.finditer(text):
        if (language in _IN_SMALL_LETTERS or word[0][0].isupper()) and word[0].casefold() in calendar_words(language):
            found.setdefault(word[0].casefold(), word.span())
    return found
