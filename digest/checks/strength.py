"""Claims that say more than the sentence they rest on: a hedge that was dropped, an outcome made up, a `not` that differs."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import chain, permutations

from digest.claims import Body, Claim, Closest, Sentence
from digest.model.remark import Remark
from digest.text.hedges import (
    ACCOMPLISHED,
    ADVERSE,
    ALL,
    APPLIED,
    ASKING,
    ASSOCIATED,
    BELIEF,
    CAUSES,
    CONDITION,
    DECIDED,
    DENIAL,
    DENIALS_OF_OTHER_LANGUAGES,
    DOUBT,
    DUE,
    FUTURE,
    HEDGES_OF_OTHER_LANGUAGES,
    MODAL,
    NOT_BEFORE,
    NOT_EARLIER,
    OPEN,
    PART,
    PLAN,
    PROMISE,
    REPORTED,
    SOME,
    STAGE,
    TO_COME,
    TOLD,
    UNTIL_OF_OTHER_LANGUAGES,
    denials,
    left_open,
    lower,
    may_differ,
    outcomes,
    outcomes_alone,
)
from digest.text.marking import gettext_noop
from digest.text.words import stems

_UNHEDGED = gettext_noop("the text says “%(words)s”, this does not")
_EXTENDED = gettext_noop("the text says “%(words)s” where this says more")
_DENIES = gettext_noop("this denies what the text says")
_DENIED = gettext_noop("the text denies what this says")
_WITHOUT_LIKE = gettext_noop("“%(words)s” has nothing like it in the text")
_BETWEEN_CLAUSES = re.compile(r"[,;:–—()]")
_AND = {"de": " und ", "es": " y ", "fr": " et ", "it": " e ", "nl": " en ", "pt": " e "}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)*")
_NO_VERBS = frozenset({"back"})  # "pushed back" has the stem of "backed"
_REACH = 40
_HELPING = "ready able yet going expected likely allowed"
_LIKE = 0.5
_VERY_LIKE = 0.7
_FEWEST_SHARED = 2
_SAME_WORDING = 0.6
# Each kind of hedge, with what is no stronger in its place.
_CAUTIOUS = (MODAL, PLAN, DOUBT, BELIEF)
_AS_WEAK = {PLAN: ASKING, BELIEF: TOLD}
_KINDS = (
    (MODAL, _CAUTIOUS),
    (PLAN, (*_CAUTIOUS, _AS_WEAK[PLAN], TO_COME)),
    (DOUBT, _CAUTIOUS),
    (BELIEF, (*_CAUTIOUS, _AS_WEAK[BELIEF])),
)


def check(claim: Claim, body: Body) -> Iterator[Remark]:
    """Hold a takeaway against the sentence that is most like it; a title may be terse."""
    if claim.passage == "title":
        return
    closest = body.closest(claim)
    if not body.is_english:
        yield from _unhedged_in_other_language(claim, closest, body.language)
        yield from _denied_in_other_language(claim, closest, body.language)
        return
    if closest and closest.likeness >= _LIKE and (closest.shared >= _FEWEST_SHARED or closest.likeness >= _VERY_LIKE):
        found = _compared(claim, closest, body.language)
    elif ACCOMPLISHED.search(lower(claim.text)):
        found = _unhedged(claim, _near(claim, body), body.language)
    else:
        found = None
    found = found or _left_open(claim, closest, body)
    if found and found.message in (_DENIES, _DENIED) and closest and _is_of_time(claim.text, closest.sentence.text):
        return
    if found:
        yield found
    else:
        yield from _outcomes(claim, body)


def _unhedged_in_other_language(claim: Claim, closest: Closest | None, language: str) -> Iterator[Remark]:
    """Find a hedge of another language in the clause that has most of what a claim shares, while the claim has no hedge."""
    hedges = HEDGES_OF_OTHER_LANGUAGES.get(language[:2])
    if not hedges or not closest or closest.likeness < _LIKE or hedges.search(lower(claim.text)):
        return
    joined = _AND.get(language[:2], ",")
    clauses = chain.from_iterable(part.split(joined) for part in _BETWEEN_CLAUSES.split(closest.sentence.text))
    for clause in clauses:
        shared = claim.stems.intersection(stems(clause, language))
        hedge = hedges.search(lower(clause)) if len(shared) >= max(_FEWEST_SHARED, closest.shared / 2) else None
        if hedge:
            yield _remark(claim, _UNHEDGED, clause[slice(*hedge.span())])
            return


def _denied_in_other_language(claim: Claim, closest: Closest | None, language: str) -> Iterator[Remark]:
    """Find a denial on one side whose next word stands on the other side, which denies nothing, in another language.

    That something is not before a time denies nothing either.
    """
    denial, until = (forms.get(language[:2]) for forms in (DENIALS_OF_OTHER_LANGUAGES, UNTIL_OF_OTHER_LANGUAGES))
    if not denial or not until or not closest or closest.likeness < _VERY_LIKE or closest.shared < _FEWEST_SHARED:
        return
    said, source = (list(denial.finditer(lower(text))) for text in (claim.text, closest.sentence.text))
    if bool(said) == bool(source):
        return
    one, other = (claim, closest.sentence) if said else (closest.sentence, claim)
    denied = [match for match in said or source if not until.match(match.string, match.end())]
    if any(_governs(one.text, match, other.stems, language) for match in denied):
        yield _remark(claim, _DENIES if said else _DENIED)


def _compared(claim: Claim, closest: Closest, language: str) -> Remark | None:
    """Compare a claim with a sentence that is like it, if there is a word in either that could make a difference."""
    if not may_differ(closest.sentence.text) and not may_differ(claim.text):
        return None
    if closest.likeness >= _VERY_LIKE:
        return _changed(claim, closest.sentence, language) or _denied(claim, closest, language)
    return _unhedged(claim, [closest.sentence], language) or _denied(claim, closest, language)


def _changed(claim: Claim, sentence: Sentence, language: str) -> Remark | None:
    """Compare a claim, word by word, with the sentence that it nearly is; words left out at either end do not matter."""
    theirs, ours = list(_WORD.finditer(sentence.text)), list(_WORD.finditer(claim.text))
    matcher = SequenceMatcher(None, [word[0].lower() for word in theirs], [word[0].lower() for word in ours], autojunk=False)
    if _in_other_words(matcher, ours):
        return _unhedged(claim, [sentence], language, by=_CAUTIOUS)
    source_text, said_text = lower(sentence.text), lower(claim.text)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal" or (tag == "delete" and (not first or last == len(theirs))):
            continue
        source, said = _between(source_text, theirs[first:last]), _between(said_text, ours[start:end])
        if not may_differ(source) and not may_differ(said):
            continue
        is_hedged = _hedges(said_text) >= (1 if tag == "delete" else _hedges(source_text))
        if tag == "delete" and source_text[: theirs[first].start()].endswith("would "):
            is_hedged = False  # "would perhaps" says less than "would"
        message, words = _difference(
            source, said, ahead=source_text[theirs[first].start() :] if source else "", is_hedged=is_hedged
        )
        if message and not (words and _is_as_certain(words[0], said, source_text)):
            where = ours[start:end] or ours[max(0, start - 1) : start + 1]
            written = _between(sentence.text, theirs[first:last])[slice(*words.span())] if words else ""
            return _remark(claim, message, written, where[0].start(), where[-1].end())
    return _unhedged(claim, [sentence], language, by=(PLAN, BELIEF))


def _is_as_certain(hedge: str, said: str, source: str) -> bool:
    """Say whether a sentence makes what it hedges as certain as the words of a claim do."""
    if hedge == "would":
        return bool(FUTURE.search(said) and REPORTED.search(source))
    if hedge == "should":
        return bool(TO_COME.search(said))
    return bool(PROMISE.search(said) and PLAN.search(hedge) and DECIDED.search(source))


def _in_other_words(matcher: SequenceMatcher[str], ours: Sequence[re.Match[str]]) -> bool:
    """Say whether a claim has the words of a sentence, but in an order of its own."""
    return sum(block.size for block in matcher.get_matching_blocks()) < _SAME_WORDING * len(ours)


def _between(text: str, words: Sequence[re.Match[str]]) -> str:
    return text[words[0].start() : words[-1].end()] if words else ""


def _hedges(text: str) -> int:
    return sum(len(kind.findall(text)) for kind, _ in _KINDS)


def _difference(source: str, said: str, *, ahead: str, is_hedged: bool) -> tuple[str, re.Match[str] | None]:
    """Say in what the words of a claim are stronger than the words that they stand for, if they are: a message and its words.

    A hedge may depend on what is `ahead`, from the words of the source on.
    """
    for kind, as_weak in _KINDS:
        hedge = kind.search(ahead)
        if hedge and hedge.end() <= len(source) and not is_hedged and not any(pattern.search(said) for pattern in as_weak):
            return _UNHEDGED, hedge
    if CAUSES.search(said) and (associated := ASSOCIATED.search(source)):
        return _UNHEDGED, associated
    if ALL.search(said) and not ALL.search(source) and (some := SOME.search(source)):
        return _EXTENDED, some
    if DENIAL.search(said) and not _is_negative(source):
        return _DENIES, None
    if DENIAL.search(source) and not _is_negative(said):
        return _DENIED, None
    return "", None


def _is_negative(text: str) -> bool:
    return bool(DENIAL.search(text) or ADVERSE.search(text))


def _unhedged(
    claim: Claim, sentences: Sequence[Sentence], language: str, *, by: Sequence[re.Pattern[str]] = (APPLIED,)
) -> Remark | None:
    """Find a hedge whose next word the claim takes over, while it has no hedge at all."""
    said = lower(claim.text)
    is_promised = bool(PROMISE.search(said))
    if any(pattern.search(said) for pattern in _CAUTIOUS) or (DUE.search(said) and not is_promised):
        return None
    for sentence in sentences:
        source = lower(sentence.text)
        if is_promised and DECIDED.search(source):
            continue
        kinds = [kind for kind in by if kind not in _AS_WEAK or not _AS_WEAK[kind].search(said)]
        for hedge in chain.from_iterable(kind.finditer(source) for kind in kinds):
            if _governs(sentence.text, hedge, claim.stems, language):
                return _remark(claim, _UNHEDGED, sentence.text[slice(*hedge.span())])
    return None


def _near(claim: Claim, body: Body) -> Sequence[Sentence]:
    """Return the sentences of the paragraph that supports a claim best."""
    return body.sentences(claim.paragraphs[:1])


def _left_open(claim: Claim, closest: Closest | None, body: Body) -> Remark | None:
    """Find what the best paragraph denies or leaves open, and says nowhere else, in a claim that it comes about or has."""
    if not closest or not (may_differ(closest.sentence.text) or any(map(may_differ, body.texts(claim.paragraphs[:1])))):
        return None
    near = _near(claim, body)
    text = lower(claim.text)
    is_promised = FUTURE.search(text) and not any(kind.search(text) for kind in (*_CAUTIOUS, OPEN))
    if is_promised:
        is_told = closest.likeness >= _VERY_LIKE
        told = [closest.sentence] if is_told else near
        if hedge := _governing(left_open, claim.stems, told, None if is_told else claim):
            return _remark(claim, _UNHEDGED, hedge)
    denied = _governing(denials, claim.stems - closest.sentence.stems, near, claim)
    return _remark(claim, _DENIED) if denied and not _is_negative(text) else None


def _is_of_time(*texts: str) -> bool:
    """Say whether one of two texts says that something is not before a time that the other one tells."""
    return any(NOT_BEFORE.search(lower(one)) and NOT_EARLIER.search(lower(other)) for one, other in permutations(texts))


def _governing(
    find: Callable[[str], Iterable[re.Match[str]]],
    words: frozenset[str],
    sentences: Sequence[Sentence],
    sharing_with: Claim | None = None,
) -> str:
    """Return the first match of what is looked for whose next word is among `words`, and stands in none of the other sentences.

    Only sentences that share a few words with a claim count, where one is given.
    """
    for sentence in sentences if words else ():
        for match in find(sentence.text):
            word = _governed(sentence.text, match, sentence.language)
            if word not in words:
                continue
            having = [one for one in sentences if (word in one.stems or one == sentence) and _shares(one, sharing_with)]
            if having == [sentence]:
                return sentence.text[slice(*match.span())]
    return ""


def _shares(sentence: Sentence, claim: Claim | None) -> bool:
    """Say whether a sentence shares a few words with a claim, if one is given."""
    return claim is None or len(claim.stems & sentence.stems) >= _FEWEST_SHARED


def _denied(claim: Claim, closest: Closest, language: str) -> Remark | None:
    """Find a denial on one side whose next word stands on the other side, which denies nothing."""
    for one, other, message in ((claim, closest.sentence, _DENIES), (closest.sentence, claim, _DENIED)):
        is_denied = any(_governs(one.text, denial, other.stems, language) for denial in denials(one.text))
        if is_denied and not _is_negative(lower(other.text)):
            return _remark(claim, message)
    return None


def _governs(text: str, match: re.Match[str], words: frozenset[str], language: str) -> bool:
    """Say whether the first word of meaning behind a match is among `words`."""
    return _governed(text, match, language) in words


def _governed(text: str, match: re.Match[str], language: str) -> str:
    """Return the stem of the first word of meaning behind a match, or nothing."""
    following = stems(text[match.end() : match.end() + _REACH], language)
    return next((stem for stem in following if stem not in _helping()), "")


@cache
def _helping() -> frozenset[str]:
    return frozenset(stems(_HELPING))


def _outcomes(claim: Claim, body: Body) -> Iterator[Remark]:
    """Find words for an outcome where the sentence most like the claim is about a plan, a doubt or an earlier stage.

    Where nothing is held back, another word for what happened makes it no stronger.
    """
    closest = None if outcomes_alone().isdisjoint(claim.stems) else body.closest(claim)
    if not closest:
        return
    paragraphs = {closest.sentence.paragraph, *(claim.paragraphs[:1] if closest.likeness < _LIKE else ())}
    known = body.stems_in(paragraphs)
    unknown = outcomes_alone().intersection(chain.from_iterable(group for group in outcomes() if group.isdisjoint(known)))
    said = lower(claim.text)
    found = [word for word in _WORD.finditer(claim.text) if not unknown.isdisjoint(stems(word[0], body.language))]
    if not found or not _is_earlier(" ".join(lower(sentence.text) for sentence in body.sentences(paragraphs)), said):
        return
    for word in found:
        held_back = any(kind.search(said, 0, word.start()) for kind in (*_CAUTIOUS, FUTURE, CONDITION))
        if not held_back and said[slice(*word.span())] not in _NO_VERBS:
            yield _remark(claim, _WITHOUT_LIKE, word[0], word.start(), word.end())


def _is_earlier(source: str, said: str) -> bool:
    """Say whether a sentence is about a plan, a doubt or an earlier stage, or about a part of a house that a claim leaves out."""
    parts = (part[0] for part in PART.finditer(source))
    if STAGE.search(source) or any(part not in said for part in parts):
        return True
    return may_differ(source) and any(kind.search(source) for kind in _CAUTIOUS)


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
