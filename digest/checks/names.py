"""Names in a claim that the body does not mention, under any form that means the same."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from digest.claims import Body, Claim, Closest
from digest.model.library import Annotated
from digest.model.names import Names
from digest.model.remark import Remark
from digest.naming.gazetteers import first_names, is_everyday, is_organization, place_meant
from digest.naming.tokens import tokens
from digest.naming.vocabulary import ORGANIZATION_ENDINGS, TITLES
from digest.text.dates import calendar_words
from digest.text.marking import gettext_noop
from digest.text.words import stems as words

_RUN = re.compile(r"[A-Z][\w’'&.-]*(?: (?:of|the|and|for|de|du|la|&) (?=[A-Z])| (?=[A-Z])|[\w’'&.-])*")
_CAPITALIZED = re.compile(r"[A-Z][\w’'-]*\w|[A-Z]")
_ABSENT = gettext_noop("“%(words)s” is not named in the text")
_ELSEWHERE = gettext_noop("“%(words)s” is not named where the text says this")
_MOSTLY = 0.6
_NEARLY = 0.5
_NEARLY_WORD_FOR_WORD = 0.8
_FEWEST_SHARED = 3
_LIST = re.compile(r"[A-Z][\w’'-]*(?:(?:,? and|,| of| the| for|)(?: the)? [A-Z][\w’'-]*)*")
_NOUNS_BEAR_CAPITALS = frozenset({"de", "lb"})


def check(claim: Claim, body: Body) -> Iterator[Remark]:
    """Remark on each name, and each other word that bears a capital inside a sentence, without a trace in the body."""
    absent = {*_named(claim, body), *_capitalized(claim, body)}
    misplaced = frozenset(_put_in_place(claim, body)) if body.is_english else frozenset[tuple[int, int]]()
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


def _outermost(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans in order, without those that lie in one before."""
    reached = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end > reached:
            yield start, end
            reached = end


def _named(claim: Claim, body: Body) -> Iterator[tuple[int, int]]:
    for mention in claim.mentions:
        if mention.entity not in body.entities and not _stands(mention.text, body):
            yield mention.start, mention.end


def _capitalized(claim: Claim, body: Body) -> Iterator[tuple[int, int]]:
    """Yield words that look like names and that no mention covers; in Title Case capitals tell nothing."""
    language = body.language[:2]
    words = [token for token in tokens(claim.text) if token.is_word]
    capitals = [token for token in words if token.is_capitalized and not token.opens]
    spans = [(token.start, token.end) for token in capitals if not _says_nothing(token.text, language)]
    if language in _NOUNS_BEAR_CAPITALS:
        spans = list(_full_names(claim.text))
    elif len(capitals) > _MOSTLY * len(words):
        return
    for start, end in spans:
        covered = any(mention.start < end and start < mention.end for mention in claim.mentions)
        if not covered and not claim.text[start].isdigit() and not _stands(claim.text[start:end], body):
            yield start, end


def _says_nothing(word: str, language: str) -> bool:
    """Say whether a word with a capital is a day, a month, a title, or half of a plural such as `EE. UU.`, and no name."""
    return (
        word.casefold() in calendar_words(language or "en")
        or word.lower() in TITLES
        or (language == "es" and len(word) == len("EE") and word[0] == word[1])
    )


def _full_names(text: str) -> Iterator[tuple[int, int]]:
    """Yield given names with the capitalised words behind them, in a language where all nouns bear capitals."""
    for run in _RUN.finditer(text):
        words = list(_CAPITALIZED.finditer(text, run.start(), run.end()))
        first = next((word.start() for word in words[:-1] if word[0] in first_names()), None)
        if first is not None:
            yield first, words[-1].end()


def _put_in_place(claim: Claim, body: Body) -> Iterator[tuple[int, int]]:
    """Yield the names that a claim has where the sentence that says the rest of it has others."""
    ours = frozenset(words(claim.text, body.language))
    for start, end in {(mention.start, mention.end) for mention in claim.mentions} | set(_runs(claim.text, body.language)):
        name = claim.text[start:end]
        closest = body.closest(claim, without=name)
        if not closest or closest.shared < _FEWEST_SHARED or closest.likeness < _NEARLY:
            continue
        sentence, named = closest.sentence, words(name, body.language)
        if _abbreviates(name, body.text) or _is_shortened(name, body.text):
            continue
        if closest.likeness < _NEARLY_WORD_FOR_WORD and _stands_near(named, closest, body):
            continue
        others = (words(sentence.text[first:last], body.language) for first, last in _runs(sentence.text, body.language))
        meant = {mention.entity for mention in claim.mentions if start <= mention.start < end}
        if (
            not named
            or not sentence.stems.isdisjoint(named)
            or meant & body.named_in(sentence)
            or _means_a_place_of(name, sentence.text)
            or calendar_words("en").issuperset(name.casefold().split())
        ):
            continue
        if any(ours.isdisjoint(other) for other in others):
            yield start, end


def _stands_near(named: Sequence[str], closest: Closest, body: Body) -> bool:
    """Say whether a word of a name stands in the same paragraph as a sentence."""
    near = (sentence for sentence in body.sentences if sentence.paragraph == closest.sentence.paragraph)
    return any(not sentence.stems.isdisjoint(named) for sentence in near)


def _runs(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield runs of capitalised words, without an everyday word that only opens the text or the stop that ends it."""
    if language[:2] in _NOUNS_BEAR_CAPITALS:
        return
    for run in _RUN.finditer(text):
        first = run[0].split()[0]
        name = _RUN.search(text, run.start() + len(first)) if not run.start() and all(map(is_everyday, first.split("-"))) else run
        if name and name.end() <= run.end():
            last = name[0].split()[-1]
            yield name.start(), name.end() - (last.find(".") == len(last) - 1)


def _stands(name: str, body: Body) -> bool:
    """Say whether the words of a name, its acronym or expansion, or the place that it means, stand in the body."""
    wanted = words(name, body.language)
    if _stand_together(wanted, body):
        return True
    if _is_shortened(name, body.text) or _abbreviates(name, body.text):
        return True
    own = "".join(word[0] for word in _CAPITALIZED.findall(name))
    if len(own) > 1 and re.search(rf"\b{'[.]?'.join(own)}\b", body.text):
        return True
    return _means_a_place_of(name, body.text)


def _is_shortened(name: str, text: str) -> bool:
    """Say whether a text has the last word of an organisation's name for all of it: `the Commission`."""
    last = name.rsplit(maxsplit=1)[-1]
    may_be = last != name and (last in ORGANIZATION_ENDINGS or is_organization(name))
    return may_be and last in {run.removeprefix("The ") for run in _RUN.findall(text)}


def _abbreviates(name: str, text: str) -> bool:
    """Say whether a name is an acronym that a text does not have, though it has words that it stands for."""
    bare = name.replace(".", "")
    return bare.isupper() and len(bare) > 1 and name not in text and bare in _initials(text)


def _means_a_place_of(name: str, text: str) -> bool:
    """Say whether a text names the country or region that a name means, in any form: `US` for `American`."""
    place = place_meant(name)
    return bool(place) and place in _places(text)


def _stand_together(wanted: Sequence[str], body: Body) -> bool:
    """Say whether one sentence has all words of a name."""
    parts = frozenset(part for word in wanted for part in ((word,) if word in body.stems else word.split("'")))
    return parts <= body.stems and any(parts <= sentence.stems for sentence in body.sentences)


@lru_cache(maxsize=2)
def _initials(text: str) -> frozenset[str]:
    """Return the acronyms that the runs of capitalised words in a text make."""
    found: set[str] = set()
    for run in (*_RUN.findall(text), *_LIST.findall(text)):
        letters = "".join(word[0] for word in _CAPITALIZED.findall(run))
        found.update(
            letters[start:end] for start in range(len(letters)) for end in range(start + 2, min(len(letters), start + 7) + 1)
        )
    return frozenset(found)


@lru_cache(maxsize=8)
def _places(text: str) -> frozenset[str]:
    """Return the countries and regions that a text names."""
    spoken = [token.text for token in tokens(text) if token.is_word]
    starts = [at for at, word in enumerate(spoken) if word[0].isupper()]
    return frozenset(place_meant(" ".join(spoken[at : at + size])) for size in (1, 2, 3) for at in starts)
