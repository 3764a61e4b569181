"""Whether a text begins without a title: its opening is asked what it would be inside an article."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from digest.structure.lexicon import GIVEN_NAME, POSSESSIVE, UNKNOWN_NAME, offices
from digest.structure.model import Judgement, Model, judgements, likely, probabilities
from digest.structure.named import breaks_off, names_after_office
from digest.structure.network import is_english
from digest.structure.openings import Usage, behind
from digest.structure.ruled import begins_with_article, is_salutation
from digest.structure.tokens import Token

_SURE_TITLE = 0.97
_NO_HEADING = 0.9
_NO_HEADING_IN_A_CLAUSE = 0.3
_NO_HEADING_AFTER_OFFICE = 0.05
_NAMES = frozenset((UNKNOWN_NAME, GIVEN_NAME, POSSESSIVE, "X"))
_NO_NAMES = frozenset("DGPR")  # participles and adverbs, with which a sentence begins but no name
_PLURAL, _PREPOSITION = "S", "I"
_ENDS_A_CLAUSE = (":", "!", "?")
_QUOTES = "\"'“‘«"


def without_title(verdict: Judgement, used: Usage, model: Model, language: str) -> Judgement:
    """Leave the first line whole where a text most likely begins without a title.

    The model has learned from titled texts, and finds a title wherever it must. Inside an article it has learned both; so it is
    asked there, unless a title is all but sure. And no title is sure that may be the first half of a sentence ("The town council
    of Harrowgate | Mills voted").
    """
    opening, chances = verdict.opening, probabilities(verdict.scores)
    best = max(range(1, len(chances)), key=chances.__getitem__, default=0)
    if opening.place != "first" or not best:
        return verdict
    heading, text = opening.tokens[: verdict.cuts[best]], behind(opening, verdict.cuts[best])
    is_doubtful = verdict.cuts[best] < opening.size and _may_go_on(heading, text, language)
    if (chances[best] >= _SURE_TITLE and not is_doubtful) or _ends_at_article(heading, text) or _takes_up_name(heading, text):
        return verdict
    (inner,) = judgements([replace(opening, place="line")], used, model, language)
    if probabilities(likely(inner).scores)[0] <= (_limit(heading, text) if is_doubtful else _NO_HEADING):
        return verdict
    return replace(verdict, cuts=verdict.cuts[:1], scores=verdict.scores[:1])


def _ends_at_article(heading: Sequence[Token], text: Sequence[Token]) -> bool:
    return len(text) > 1 and begins_with_article([heading[-1], *text[:2]])


def _limit(heading: Sequence[Token], text: Sequence[Token]) -> float:
    return _NO_HEADING_AFTER_OFFICE if names_after_office(heading[-1], text) else _NO_HEADING_IN_A_CLAUSE


def _may_go_on(heading: Sequence[Token], text: Sequence[Token], language: str) -> bool:
    """Whether a heading may be a sentence's beginning: no sign ends it, and the capital behind it can be a name's."""
    last, first = heading[-1], text[0]
    if breaks_off(last):
        return True
    is_ended = last.end or any(token.end in _ENDS_A_CLAUSE for token in heading if token.end)
    if is_ended or is_salutation(first) or _takes_up(heading, text):
        return False
    if first.is_function or first.kind in _NO_NAMES or (first.opens and first.opens in _QUOTES):
        return False
    if last.shape != "c" or first.word.replace(".", "").isdigit():
        return True
    return not _is_bare_plural(heading) and _begins_a_name(text, language)


def _is_bare_plural(heading: Sequence[Token]) -> bool:
    """Whether a heading ends in a plural, behind which no name stands in apposition; "For thirty years" is none."""
    return heading[-1].kind == _PLURAL and heading[0].kind != _PREPOSITION


def _takes_up(heading: Sequence[Token], text: Sequence[Token]) -> bool:
    """Whether words at once take up one of the heading, as a new sentence does: "Recall of Kites Widens All Kites sold"."""
    words = {token.word for token in heading if not token.is_function}
    return any(token.word in words for token in text[:2])


def _takes_up_name(heading: Sequence[Token], text: Sequence[Token]) -> bool:
    """Whether a sentence begins with a name of two words that the heading has too, as no sentence says it twice."""
    name = [token.word for token in text[:2] if token.shape in "CM" and not token.is_function]
    return len(name) == 2 and any([one.word, two.word] == name for one, two in pairwise(heading))  # noqa: PLR2004 - two words


def _begins_a_name(text: Sequence[Token], language: str) -> bool:
    """Whether words begin a name; in other languages than English, whose words are not known, only two capitals tell."""
    if is_english(language):
        return text[0].kind in _NAMES and text[0].word.removesuffix("s") not in offices()
    return len(text[0].word) == 1 or any(token.shape in "CM" for token in text[1:2])
