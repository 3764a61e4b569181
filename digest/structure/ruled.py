"""What is told of an opening's cuts by rule: by layout, names, datelines, how sentences begin, names that they take up."""

from dataclasses import replace

from digest.structure.datelines import dateline
from digest.structure.model import Judgement, weighed
from digest.structure.named import breaks_off, with_namesake, with_whole_names
from digest.structure.openings import Usage
from digest.structure.seams import with_names_of_text
from digest.structure.tokens import Token

_LONGEST_BARE_LINE = 16
_NO_HEADING_ENDS = (".", ",", ";", "…")
_BARE_LINE = 4.0
_DATELINE = 4.0
_BEGUN = 12.0
_BROKEN = 6.0
_FEWEST_IN_CAPITALS, _NO_ACRONYM = 3, 6  # words; letters
_SALUTATIONS = frozenset(("hello", "hi", "welcome", "greetings", "tl;dr", "tldr"))
_CAPTIONS = frozenset(
    "photo photos photograph image picture caption credit contact contacts foto kontakt contacto summary".split()
)
_MONTHS = frozenset("january february march april may june july august september october november december".split())


def ruled(verdict: Judgement, text: str, used: Usage) -> Judgement:
    """Weigh by rule the cuts of an opening, which begins `text`; `used` tells how the whole document uses words."""
    for rule in (_with_layout, _with_end, _with_capitals, with_whole_names, _with_beginning, with_namesake):
        verdict = rule(verdict)
    return _with_dateline(with_names_of_text(verdict, used), text)


def is_salutation(token: Token) -> bool:
    """Tell whether a sentence begins with a word that greets or sums up."""
    return token.word in _SALUTATIONS


def _with_layout(verdict: Judgement) -> Judgement:
    """Raise the score of a whole line as heading where the line alone tells: short, without a sentence's end, text below."""
    opening = verdict.opening
    last = opening.tokens[opening.size - 1] if opening.size <= _LONGEST_BARE_LINE else None
    if not last or last.end in _NO_HEADING_ENDS or not opening.following:
        return verdict
    return weighed(verdict, lambda cut: _BARE_LINE * (cut == opening.size))


def _with_end(verdict: Judgement) -> Judgement:
    """Lower the score of a heading that breaks off: behind an article or a conjunction ("l’avis public que"), a dash, "Saint"."""
    tokens = verdict.opening.tokens
    return weighed(verdict, lambda cut: -_BROKEN * (cut > 0 and breaks_off(tokens[cut - 1])))


def _with_capitals(verdict: Judgement) -> Judgement:
    """Lower the score of every heading that begins in capitals and goes on without: "OWNERS SPEAK OF RUIN Ana | Novak runs"."""
    tokens = verdict.opening.tokens
    end = next((index for index, one in enumerate(tokens) if one.shape not in "AD"), len(tokens))
    if end < _FEWEST_IN_CAPITALS or not any(len(one.word) >= _NO_ACRONYM for one in tokens[:end]):
        return verdict
    return weighed(verdict, lambda cut: -_BROKEN * (cut > end))


def _with_beginning(verdict: Judgement) -> Judgement:
    """Lower the score of every cut behind words that begin a sentence: "Hello again from", "TL;DR:", "On January 30"."""
    tokens = verdict.opening.tokens
    first = next(
        (index for index in verdict.cuts[1:] if index + 1 < len(tokens) and _begins(tokens[index], tokens[index + 1])), None
    )
    return verdict if first is None else weighed(verdict, lambda cut: -_BEGUN * (cut > first))


def _begins(this: Token, following: Token) -> bool:
    if is_salutation(this):
        return following.shape == "c" or this.end in (":", "!")
    if this.word in _CAPTIONS and this.end == ":":
        return True
    return this.word == "on" and (following.shape == "D" or following.word in _MONTHS)


def _with_dateline(verdict: Judgement, text: str) -> Judgement:
    """Raise the score of a cut before a dateline, and lower that of every cut in it or behind it; none is in what one opens."""
    found = dateline(text)
    if not found:
        return verdict
    if not found.start and (found.agency or found.day or text.startswith("(")):
        return replace(verdict, cuts=verdict.cuts[:1], scores=verdict.scores[:1])
    words = text.count(" ", 0, found.start)
    return weighed(verdict, lambda cut: _DATELINE * (cut == words) - _DATELINE * (cut > words) if cut else 0.0)
