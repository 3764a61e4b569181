"""Claims that say the opposite of the sentence they rest on: "rose" for "fell", "largest" for "second-largest"."""

import re
from collections.abc import Iterator

from digest.claims import Body, Claim, Closest
from digest.model.remark import Remark
from digest.text.hedges import DENIAL, lower
from digest.text.marking import gettext_noop
from digest.text.opposites import may_oppose, opposed

_OPPOSED = gettext_noop("the text says “%(words)s”, this the opposite")
_RANKED = gettext_noop("the text says “%(words)s” where this says more")
_LIKE, _VERY_LIKE = 0.5, 0.7
_FEWEST_SHARED, _FEWEST_OF_VERY_LIKE = 3, 2
_RANK = re.compile(r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[ -](?:most |)([a-z]+est|most|worst)\b")


def check(claim: Claim, body: Body) -> Iterator[Remark]:
    """Remark on the first word of a takeaway that the sentence most like it has an opposite or a lower rank of."""
    said = lower(claim.text)
    if claim.passage == "title" or not body.is_english or not may_oppose(said):
        return
    closest = body.closest(claim)
    if not closest or not _is_like(closest):
        return
    source = lower(closest.sentence.text)
    for rank in _RANK.finditer(source):
        word = re.search(rf"\b{rank[1]}\b", said)
        is_first = len(re.findall(rf"\b{rank[1]}\b", source)) > len(re.findall(rf"[ -]{rank[1]}\b", rank[0]))
        if word and not is_first and not _RANK.search(said) and not re.search(rf"\bone of the\b.*\b{rank[1]}\b", said):
            yield _remark(claim, _RANKED, closest.sentence.text[slice(*rank.span())], word)
            return
    if DENIAL.search(said) or DENIAL.search(source):
        return
    for ours, theirs in opposed(said, source):
        if not _stands_beside(claim, ours, closest, body):
            yield _remark(claim, _OPPOSED, closest.sentence.text[slice(*theirs.span())], ours)
            return


def _is_like(closest: Closest) -> bool:
    fewest = _FEWEST_OF_VERY_LIKE if closest.likeness >= _VERY_LIKE else _FEWEST_SHARED
    return closest.likeness >= _LIKE and closest.shared >= fewest


def _stands_beside(claim: Claim, word: re.Match[str], closest: Closest, body: Body) -> bool:
    """Tell whether another sentence of the paragraph, about as like the claim, has the word."""
    return any(
        one is not closest.sentence and word[0] in lower(one.text) and len(claim.stems & one.stems) >= closest.shared - 1
        for one in body.sentences([closest.sentence.paragraph])
    )


def _remark(claim: Claim, message: str, words: str, where: re.Match[str]) -> Remark:
    return Remark(
        rule="stronger-than-source",
        passage=claim.passage,
        start=where.start(),
        end=where.end(),
        message=message,
        words=words,
        hint="compare it with what the article says",
    )
