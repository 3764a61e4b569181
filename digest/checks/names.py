"""Names in a claim that the body does not mention, under any form that means the same."""

import re
from collections.abc import Iterable, Iterator, Sequence

from digest.claims import Body, Claim
from digest.model.remark import Remark
from digest.naming.gazetteers import is_everyday, place_meant
from digest.naming.tokens import tokens
from digest.text.words import stems as words

_RUN = re.compile(r"[A-Z][\w’'&.-]*(?: (?:of|the|and|for|de|du|la|&) (?=[A-Z])| (?=[A-Z])|[\w’'&.-])*")
_CAPITALIZED = re.compile(r"[A-Z][\w’'-]*\w|[A-Z]")
_MOSTLY = 0.6
_NEARLY = 0.6


def check(claim: Claim, body: Body) -> Iterator[Remark]:
    """Remark on each name, and each other word that bears a capital inside a sentence, without a trace in the body."""
    for start, end in _outermost({*_named(claim, body), *_capitalized(claim, body), *_put_in_place(claim, body)}):
        yield Remark(
            rule="name-not-in-text",
            passage=claim.passage,
            start=start,
            end=end,
            message=f"“{claim.text[start:end]}” is not named in the text",
            hint="compare the name with the article",
        )


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
    """Yield words that look like names and that no mention covers; in a Title Case claim capitals tell nothing."""
    words = [token for token in tokens(claim.text) if token.is_word]
    capitals = [token for token in words if token.is_capitalized and not token.opens]
    if len(capitals) > _MOSTLY * len(words):
        return
    for token in capitals:
        covered = any(mention.start < token.end and token.start < mention.end for mention in claim.mentions)
        if not covered and not token.text[0].isdigit() and not _stands(token.text, body):
            yield token.start, token.end


def _put_in_place(claim: Claim, body: Body) -> Iterator[tuple[int, int]]:
    """Yield the names that a claim has where the sentence that it nearly is has others."""
    closest = body.closest(claim)
    if not closest or closest.likeness < _NEARLY:
        return
    theirs, ours = (frozenset(words(text, body.language)) for text in (closest.sentence.text, claim.text))
    sentence = closest.sentence.text
    if not any(ours.isdisjoint(words(sentence[start:end], body.language)) for start, end in _runs(sentence)):
        return
    for start, end in {(mention.start, mention.end) for mention in claim.mentions} | set(_runs(claim.text)):
        named = words(claim.text[start:end], body.language)
        if named and theirs.isdisjoint(named):
            yield start, end


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield runs of capitalised words; an everyday word that only opens the text is none."""
    for run in _RUN.finditer(text):
        if run.start() or len(_CAPITALIZED.findall(run[0])) > 1 or not is_everyday(run[0]):
            yield run.span()


def _stands(name: str, body: Body) -> bool:
    """Say whether the words of a name, its acronym or expansion, or the place that it means, stand in the body."""
    wanted = words(name, body.language)
    if _stand_together(wanted, body):
        return True
    bare = name.replace(".", "")
    if bare.isupper() and len(bare) > 1 and bare in _initials(body.text):
        return True
    own = "".join(word[0] for word in _CAPITALIZED.findall(name))
    if len(own) > 1 and re.search(rf"\b{'[.]?'.join(own)}\b", body.text):
        return True
    place = place_meant(name)
    return bool(place) and any(place_meant(word) == place for word in _places(body.text))


def _stand_together(wanted: Sequence[str], body: Body) -> bool:
    """Say whether one sentence has all words of a name."""
    parts = frozenset(part for word in wanted for part in ((word,) if word in body.stems else word.split("'")))
    return parts <= body.stems and any(parts <= sentence.stems for sentence in body.sentences)


def _initials(text: str) -> set[str]:
    """Return the acronyms that the runs of capitalised words in a text make."""
    found: set[str] = set()
    for run in _RUN.findall(text):
        letters = "".join(word[0] for word in _CAPITALIZED.findall(run))
        found.update(
            letters[start:end] for start in range(len(letters)) for end in range(start + 2, min(len(letters), start + 7) + 1)
        )
    return found


def _places(text: str) -> Iterator[str]:
    words = [token.text for token in tokens(text) if token.is_word]
    for size in (1, 2, 3):
        for start in range(len(words) - size + 1):
            if words[start][0].isupper():
                yield " ".join(words[start : start + size])
