"""Claims that say more than the sentence they rest on: a hedge that was dropped, an outcome made up, a `not` that differs."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain

from digest.claims import Body, Claim, Closest, Sentence
from digest.model.remark import Remark
from digest.text.hedges import (
    ACCOMPLISHED,
    ADVERSE,
    ALL,
    APPLIED,
    CONDITION,
    DENIAL,
    DOUBT,
    FUTURE,
    MODAL,
    NO_OUTCOMES_ALONE,
    OPEN,
    OUTCOMES,
    PART,
    PLAN,
    REPORTED,
    SOME,
    STAGE,
)
from digest.text.marking import gettext_noop
from digest.text.words import stems

_UNHEDGED = gettext_noop("the text says “%(words)s”, this does not")
_EXTENDED = gettext_noop("the text says “%(words)s” where this says more")
_DENIES = gettext_noop("this denies what the text says")
_DENIED = gettext_noop("the text denies what this says")
_WITHOUT_LIKE = gettext_noop("“%(words)s” has nothing like it in the text")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)*")
_OUTCOMES = frozenset().union(*OUTCOMES) - NO_OUTCOMES_ALONE
_NO_VERBS = frozenset({"back"})  # "pushed back" has the stem of "backed"
_REACH = 40
_HELPING = frozenset(stems("ready able yet going expected likely allowed"))
_LIKE = 0.5
_VERY_LIKE = 0.7
_FEWEST_SHARED = 2
_SAME_WORDING = 0.6
# Each kind of hedge, with what is no stronger in its place.
_KINDS = ((MODAL, (MODAL, PLAN, DOUBT)), (PLAN, (MODAL, PLAN, DOUBT, FUTURE)), (DOUBT, (MODAL, PLAN, DOUBT)))


def check(claim: Claim, body: Body) -> Iterator[Remark]:
    """Hold an English takeaway against the sentence that is most like it; a title may be terse."""
    if claim.passage == "title" or not body.is_english:
        return
    closest = body.closest(claim)
    if closest and closest.likeness >= _VERY_LIKE:
        found = _changed(claim, closest.sentence, body.language) or _denied(claim, closest, body.language)
    elif closest and closest.shared >= _FEWEST_SHARED and closest.likeness >= _LIKE:
        found = _unhedged(claim, [closest.sentence], body.language) or _denied(claim, closest, body.language)
    elif ACCOMPLISHED.search(claim.text):
        found = _unhedged(claim, _near(claim, body), body.language)
    else:
        found = None
    found = found or _left_open(claim, closest, body)
    if found:
        yield found
    else:
        yield from _outcomes(claim, body)


def _changed(claim: Claim, sentence: Sentence, language: str) -> Remark | None:
    """Compare a claim, word by word, with the sentence that it nearly is; words left out at either end do not matter."""
    theirs, ours = list(_WORD.finditer(sentence.text)), list(_WORD.finditer(claim.text))
    matcher = SequenceMatcher(None, [word[0].lower() for word in theirs], [word[0].lower() for word in ours], autojunk=False)
    if _in_other_words(matcher, ours):
        return _unhedged(claim, [sentence], language, by=(MODAL, PLAN, DOUBT))
    hedges = _hedges(claim.text)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal" or (tag == "delete" and (not first or last == len(theirs))):
            continue
        source, said = _between(sentence.text, theirs[first:last]), _between(claim.text, ours[start:end])
        message, words = _difference(source, said, is_hedged=hedges >= (1 if tag == "delete" else _hedges(sentence.text)))
        is_told = words.lower() == "would" and FUTURE.search(said) and REPORTED.search(sentence.text)
        if message and not is_told:
            where = ours[start:end] or ours[max(0, start - 1) : start + 1]
            return _remark(claim, message, words, where[0].start(), where[-1].end())
    return _unhedged(claim, [sentence], language, by=(PLAN,))


def _in_other_words(matcher: SequenceMatcher[str], ours: Sequence[re.Match[str]]) -> bool:
    """Say whether a claim has the words of a sentence, but in an order of its own."""
    return sum(block.size for block in matcher.get_matching_blocks()) < _SAME_WORDING * len(ours)


def _between(text: str, words: Sequence[re.Match[str]]) -> str:
    return text[words[0].start() : words[-1].end()] if words else ""


def _hedges(text: str) -> int:
    return sum(len(kind.findall(text)) for kind, _ in _KINDS)


def _difference(source: str, said: str, *, is_hedged: bool) -> tuple[str, str]:
    """Say in what the words of a claim are stronger than the words that they stand for, if they are: a message and its words."""
    for kind, as_weak in _KINDS:
        hedge = kind.search(source)
        if hedge and not is_hedged and not any(pattern.search(said) for pattern in as_weak):
            return _UNHEDGED, hedge[0]
    if ALL.search(said) and not ALL.search(source) and (some := SOME.search(source)):
        return _EXTENDED, some[0]
    if DENIAL.search(said) and not _is_negative(source):
        return _DENIES, ""
    if DENIAL.search(source) and not _is_negative(said):
        return _DENIED, ""
    return "", ""


def _is_negative(text: str) -> bool:
    return bool(DENIAL.search(text) or ADVERSE.search(text))


def _unhedged(
    claim: Claim, sentences: Sequence[Sentence], language: str, *, by: Sequence[re.Pattern[str]] = (APPLIED,)
) -> Remark | None:
    """Find a hedge whose next word the claim takes over, while it has no hedge at all."""
    words = frozenset(stems(claim.text, language))
    if any(pattern.search(claim.text) for pattern in (MODAL, PLAN, DOUBT, FUTURE)):
        return None
    for sentence in sentences:
        for hedge in chain.from_iterable(kind.finditer(sentence.text) for kind in by):
            if _governs(sentence.text, hedge, words, language):
                return _remark(claim, _UNHEDGED, hedge[0])
    return None


def _near(claim: Claim, body: Body) -> Sequence[Sentence]:
    """Return the sentences of the paragraph that supports a claim best."""
    return body.sentences(claim.paragraphs[:1])


def _left_open(claim: Claim, closest: Closest | None, body: Body) -> Remark | None:
    """Find what the best paragraph denies or leaves open, and says nowhere else, in a claim that it comes about or has."""
    if not closest:
        return None
    words = frozenset(stems(claim.text, body.language))
    near = [sentence for sentence in _near(claim, body) if len(words & sentence.stems) >= _FEWEST_SHARED]
    said = [closest.sentence] if closest.likeness >= _VERY_LIKE else near
    is_promised = FUTURE.search(claim.text) and not any(kind.search(claim.text) for kind in (MODAL, PLAN, DOUBT, OPEN))
    if is_promised and (left_open := _governing(OPEN, words, said, body.language)):
        return _remark(claim, _UNHEDGED, left_open)
    is_denied = not _is_negative(claim.text) and _governing(DENIAL, words - closest.sentence.stems, near, body.language)
    return _remark(claim, _DENIED) if is_denied else None


def _governing(kind: re.Pattern[str], words: frozenset[str], sentences: Sequence[Sentence], language: str) -> str:
    """Return the first match of a kind whose next word is among `words`, and stands in none of the other sentences."""
    for sentence in sentences:
        elsewhere = frozenset().union(*(other.stems for other in sentences if other != sentence))
        for match in kind.finditer(sentence.text):
            if _governs(sentence.text, match, words - elsewhere, language):
                return match[0]
    return ""


def _denied(claim: Claim, closest: Closest, language: str) -> Remark | None:
    """Find a denial on one side whose next word stands on the other side, which denies nothing."""
    for one, other, message in (
        (claim.text, closest.sentence.text, _DENIES),
        (closest.sentence.text, claim.text, _DENIED),
    ):
        words = frozenset(stems(other, language))
        if not _is_negative(other) and any(_governs(one, denial, words, language) for denial in DENIAL.finditer(one)):
            return _remark(claim, message)
    return None


def _governs(text: str, match: re.Match[str], words: frozenset[str], language: str) -> bool:
    """Say whether the first word of meaning behind a match is among `words`."""
    following = [stem for stem in stems(text[match.end() : match.end() + _REACH], language) if stem not in _HELPING]
    return bool(following) and following[0] in words


def _outcomes(claim: Claim, body: Body) -> Iterator[Remark]:
    """Find words for an outcome where the sentence most like the claim is about a plan, a doubt or an earlier stage.

    Where nothing is held back, another word for what happened makes it no stronger.
    """
    closest = None if _OUTCOMES.isdisjoint(stems(claim.text, body.language)) else body.closest(claim)
    if not closest:
        return
    paragraphs = {closest.sentence.paragraph, *(claim.paragraphs[:1] if closest.likeness < _LIKE else ())}
    near = body.sentences(paragraphs)
    if not _is_earlier(" ".join(sentence.text for sentence in near), claim.text):
        return
    known = frozenset().union(*(sentence.stems for sentence in near))
    for match in _WORD.finditer(claim.text):
        if match[0].lower() in _NO_VERBS:
            continue
        stem = _OUTCOMES.intersection(stems(match[0], body.language))
        held_back = any(kind.search(claim.text, 0, match.start()) for kind in (MODAL, PLAN, DOUBT, FUTURE, CONDITION))
        if not held_back and any(stem & group and not group & known for group in OUTCOMES):
            yield _remark(claim, _WITHOUT_LIKE, match[0], match.start(), match.end())


def _is_earlier(source: str, said: str) -> bool:
    """Say whether a sentence is about a plan, a doubt or an earlier stage, or about a part of a house that a claim leaves out."""
    parts = (part[0].lower() for part in PART.finditer(source))
    return any(kind.search(source) for kind in (MODAL, PLAN, DOUBT, STAGE)) or any(part not in said.lower() for part in parts)


def _remark(claim: Claim, message: str, words: str = "", start: int = 0, end: int = 0) -> Remark:
    return Remark(
        rule="stronger-than-source",
        passage=claim.passage,
        start=start,
        end=end or len(claim.text),
        message=message,
        words=words,
        hint="say it as cautiously as the article does",
    )
