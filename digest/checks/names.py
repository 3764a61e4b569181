"""Names in a claim that the body does not mention, under any form that means the same."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain

from digest.claims import Body, Claim, Closest, Sentence
from digest.model.library import Annotated
from digest.model.names import Names
from digest.model.remark import Remark
from digest.naming.tokens import tokens
from digest.naming.vocabulary import TITLES
from digest.naming.written import (
    NOUNS_BEAR_CAPITALS,
    abbreviates,
    full_names,
    governs_a_place_of,
    is_shortened,
    means_a_place_of,
    runs,
    stands_otherwise,
)
from digest.text.dates import calendar_words
from digest.text.marking import gettext_noop
from digest.text.words import stems as words

_ABSENT = gettext_noop("“%(words)s” is not named in the text")
_ELSEWHERE = gettext_noop("“%(words)s” is not named where the text says this")
_MOSTLY = 0.6
_NEARLY = 0.5
_FEWEST_SHARED = 3
_FEWEST_OF_ALL = 2  # where nothing else is claimed
_IN_ORDER = 0.6
_Span = tuple[int, int]
_MAY_BE_CAPITAL = re.compile(r"[A-Z]|[^\x00-\x7f]")
_ACTS = re.compile(r" (?:also |again )?(?:has |had |will |would |is |was )?[a-z]+(?:s|ed|id|ing)\b")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")


def check(claim: Claim, body: Body) -> Iterator[Remark]:
    """Remark on each name, and each other word that bears a capital inside a sentence, without a trace in the body."""
    absent = {*_named(claim, body), *_capitalized(claim, body)}
    misplaced = {*_put_in_place(claim, body)}
    if government := next((span for span in {*absent, *misplaced} if _is_a_government(claim.text, span, body)), None):
        absent.discard(government)
        misplaced.discard(government)
    for start, end in _outermost({*absent, *misplaced}):
        yield Remark(
            rule="name-not-in-text",
            passage=claim.passage,
            start=start,
            end=end,
            message=_ABSENT if (start, end) in absent else _ELSEWHERE,
            words=claim.text[start:end],
            hint="compare the name with the article",
        )


def check_count(annotated: Annotated) -> Iterator[Remark]:
    """Remark on names that were left out because an article has too many."""
    names = annotated.findings[Names]
    if names.left_out:
        message = (
            f"the article has {len(names.entities) + names.left_out} names; the {names.left_out} that stand least are left out"
        )
        yield Remark(rule="names-left-out", message=message, hint="divide the article")


def _is_a_government(text: str, span: _Span, body: Body) -> bool:
    """Say whether a capital opens a claim and stands for the government of a country that the text names: "Moscow denies"."""
    start, end = span
    return not start and bool(_ACTS.match(text, end)) and governs_a_place_of(text[start:end], body.text)


def _outermost(spans: Iterable[_Span]) -> Iterator[_Span]:
    """Yield the spans in order, without those that lie in one before."""
    reached = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end > reached:
            yield start, end
            reached = end


def _named(claim: Claim, body: Body) -> Iterator[_Span]:
    for mention in claim.mentions:
        if mention.entity not in body.entities and not _stands(mention.text, body):
            yield mention.start, mention.end


def _capitalized(claim: Claim, body: Body) -> Iterator[_Span]:
    """Yield words that look like names and that no mention covers; in Title Case capitals tell nothing."""
    if not _has_capitals_unnamed(claim):
        return
    language = body.language[:2]
    words = [token for token in tokens(claim.text) if token.is_word]
    capitals = [token for token in words if token.is_capitalized and not token.opens]
    spans = [(token.start, token.end) for token in capitals if not _says_nothing(token.text, language)]
    if language in NOUNS_BEAR_CAPITALS:
        spans = list(full_names(claim.text))
    elif len(capitals) > _MOSTLY * len(words):
        return
    for start, end in spans:
        covered = any(mention.start < end and start < mention.end for mention in claim.mentions)
        if not covered and not claim.text[start].isdigit() and not _stands(claim.text[start:end], body):
            yield start, end


def _has_capitals_unnamed(claim: Claim) -> bool:
    """Say whether there may be a capital behind the first letter that no mention covers."""
    at = 1
    for mention in claim.mentions:
        if _MAY_BE_CAPITAL.search(claim.text, at, mention.start):
            return True
        at = max(at, mention.end)
    return bool(_MAY_BE_CAPITAL.search(claim.text, at))


def _says_nothing(word: str, language: str) -> bool:
    """Say whether a word with a capital is a day, a month, a title, or half of a plural such as `EE. UU.`, and no name."""
    return (
        word.casefold() in calendar_words(language or "en")
        or word.lower() in TITLES
        or (language == "es" and len(word) == len("EE") and word[0] == word[1])
    )


def _put_in_place(claim: Claim, body: Body) -> Iterator[_Span]:
    """Yield the names that a claim has where the sentence that says the rest of it has others."""
    for span in {(mention.start, mention.end) for mention in claim.mentions} | set(runs(claim.text, body.language)):
        if _is_put_in_place(claim, span, body):
            yield span


def _is_put_in_place(claim: Claim, span: _Span, body: Body) -> bool:
    name, meant = claim.text[span[0] : span[1]], _meant(claim, span)
    if not (body.is_english or span[0] or meant or any(full_names(name))):
        return False  # words that open a sentence are known in English alone, and given names
    named, closest = words(name, body.language), body.closest(claim, without=name)
    if not named or not closest or closest.likeness < _NEARLY:
        return False
    if closest.shared < (_FEWEST_SHARED if closest.likeness < 1 else _FEWEST_OF_ALL):
        return False
    if _is_said_with_it(claim, named, closest, body):
        return False
    others = list(_spans_named(closest.sentence, body))
    stands_for_another = _stands_for_another(claim, span, closest.sentence, others, body)
    if not (stands_for_another or _is_new_there(claim, span, closest, others, body)):
        return False
    return not (abbreviates(name, body.text) or is_shortened(name, body.text))  # last, since the whole body is read for these


def _is_new_there(claim: Claim, span: _Span, closest: Closest, others: Sequence[_Span], body: Body) -> bool:
    """Say whether a name stands neither in a sentence, which names others, nor near it."""
    name, meant = claim.text[span[0] : span[1]], _meant(claim, span)
    named = words(name, body.language)
    is_like = closest.likeness >= _MOSTLY and closest.shared > _FEWEST_SHARED
    return (
        body.is_english
        and closest.shared >= _FEWEST_SHARED
        and not _names_it_too(name, named, closest.sentence)
        and _has_others(claim, closest.sentence, others, body, if_none=is_like)
        and meant.isdisjoint(body.named_in(closest.sentence))
        and _is_far(named, meant, closest.sentence, body)
    )


def _is_said_with_it(claim: Claim, named: Sequence[str], closest: Closest, body: Body) -> bool:
    """Say whether another sentence, which has the name, has as much of the rest as the closest one: "Oslo won. Rome won."."""
    whole = body.closest(claim)
    if not whole or whole.sentence == closest.sentence:
        return False
    shared = claim.stems & whole.sentence.stems
    return shared.issuperset(named) and len(shared.difference(named)) >= closest.shared


def _meant(claim: Claim, span: _Span) -> frozenset[str]:
    """Return what the mentions in a part of a claim name."""
    return frozenset(mention.entity for mention in claim.mentions if span[0] <= mention.start < span[1])


def _names_it_too(name: str, named: Sequence[str], sentence: Sentence) -> bool:
    """Say whether a sentence has a word of a name, or the place that it means; days and months are no names."""
    return (
        not sentence.stems.isdisjoint(named)
        or means_a_place_of(name, sentence.text)
        or calendar_words("en").issuperset(name.casefold().split())
    )


def _has_others(claim: Claim, sentence: Sentence, named: Sequence[_Span], body: Body, *, if_none: bool) -> bool:
    """Say whether a sentence names what a claim does not; `if_none` where it names nothing."""
    others = [words(sentence.text[first:last], body.language) for first, last in named]
    return any(map(claim.stems.isdisjoint, others)) or (if_none and not any(others))


def _stands_for_another(claim: Claim, span: _Span, sentence: Sentence, named: Sequence[_Span], body: Body) -> bool:
    """Say whether a name stands where a sentence, which the claim is word for word on both sides of it, has another name."""
    start, end = span
    theirs = list(_WORD.finditer(sentence.text))
    covered = frozenset(chain.from_iterable(range(first, last) for first, last in named))
    in_names = [word for word in theirs if word.start() in covered]
    strange = [word for word in in_names if not claim.stems.issuperset(words(word[0], body.language))]
    if not strange:
        return False
    ours = list(_WORD.finditer(claim.text))
    matcher = SequenceMatcher(None, [word[0].lower() for word in theirs], [word[0].lower() for word in ours], autojunk=False)
    if sum(block.size for block in matcher.get_matching_blocks()) < _IN_ORDER * len(ours):
        return False
    for tag, first, last, at, to in matcher.get_opcodes():
        if tag != "replace" or not any(start <= word.start() < end for word in ours[at:to]):
            continue
        others = [word for word in theirs[first:last] if word in in_names]
        if not set(strange).isdisjoint(others):
            where = sentence.start + others[0].start(), sentence.start + others[-1].end()
            return not _is_same(claim, span, (sentence.paragraph, *where), body)
    return False


def _is_same(claim: Claim, span: _Span, other: tuple[str, int, int], body: Body) -> bool:
    """Say whether a name is another form of what stands somewhere in the body, or a day, or a month."""
    paragraph, first, last = other
    name, text = claim.text[span[0] : span[1]], dict(body.passages)[paragraph][first:last]
    meant = _meant(claim, span)
    return (
        any(one.entity in meant for one in body.mentions.get(paragraph, ()) if one.start < last and first < one.end)
        or means_a_place_of(name, text)
        or abbreviates(text, claim.text)
        or calendar_words(body.language or "en").issuperset(name.casefold().split())
        or calendar_words(body.language or "en").issuperset(text.casefold().split())
    )


def _spans_named(sentence: Sentence, body: Body) -> Iterator[_Span]:
    """Yield where a sentence names something, with the titles before it and without."""
    yield from runs(sentence.text, body.language)
    for one in body.mentions.get(sentence.paragraph, ()):
        if sentence.start <= one.start < sentence.end:
            yield one.start - sentence.start, one.end - sentence.start


def _is_far(named: Sequence[str], meant: Collection[str], sentence: Sentence, body: Body) -> bool:
    """Say whether a name stands neither so near a sentence that a pronoun there may mean it, nor where the text begins."""
    order = [paragraph for paragraph, _ in body.passages]
    at = order.index(sentence.paragraph)
    near = {order[0], *order[max(0, at - 1) : at + 1]}
    if any(one.entity in meant for name in near for one in body.mentions.get(name, ())):
        return False
    return body.stems_in(near).isdisjoint(named)


def _stands(name: str, body: Body) -> bool:
    """Say whether the words of a name stand in one sentence of the body, or another form of it somewhere."""
    return _stand_together(words(name, body.language), body) or stands_otherwise(name, body.text)


def _stand_together(wanted: Sequence[str], body: Body) -> bool:
    """Say whether one sentence has all words of a name."""
    parts = frozenset(part for word in wanted for part in ((word,) if word in body.stems else word.split("'")))
    return body.says_together(parts)
