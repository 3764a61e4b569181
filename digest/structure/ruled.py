"""What is told of an opening's cuts by rule: by layout, names, datelines, how sentences begin, names that they take up."""

from collections.abc import Sequence
from dataclasses import replace

from digest.structure.datelines import dateline
from digest.structure.model import Judgement, moved, weighed
from digest.structure.named import breaks_off, with_namesake, with_whole_names
from digest.structure.openings import Opening, Usage, behind
from digest.structure.seams import with_names_of_text
from digest.structure.speakers import speaks
from digest.structure.tokens import Token

_LONGEST_BARE_LINE = 16
_NO_HEADING_ENDS = (".", ",", ";", "…")
_BARE_LINE = 4.0
_SERIES = 16.0
_DATELINE = 4.0
_BEGUN = 12.0
_BROKEN = 6.0
_TURN, _ABOVE_TURN = 16.0, 8.0
_REACH = 9.0
_FEWEST_IN_CAPITALS, _NO_ACRONYM = 3, 6  # words; letters
_SALUTATIONS = frozenset(("hello", "hi", "welcome", "greetings", "tl;dr", "tldr"))
_CAPTIONS = frozenset(
    "photo photos photograph image picture caption credit contact contacts foto kontakt contacto summary".split()
)
_GERMAN_ARTICLES = frozenset("der die das ein eine".split())
_ARTICLES = _GERMAN_ARTICLES | frozenset("the a an le la les un une el los las una il lo gli o os as um uma de het een".split())
_MONTHS = frozenset("january february march april may june july august september october november december".split())


def ruled(verdict: Judgement, text: str, used: Usage) -> Judgement:
    """Weigh by rule the cuts of an opening, which begins `text`; `used` tells how the whole document uses words."""
    for rule in (_with_layout, _with_end, _with_capitals, with_whole_names, _with_article, _with_beginning, with_namesake):
        verdict = rule(verdict)
    return _with_dateline(_with_turn(with_names_of_text(verdict, used), used), text)


def is_salutation(token: Token) -> bool:
    """Tell whether a sentence begins with a word that greets or sums up."""
    return token.word in _SALUTATIONS


def _with_layout(verdict: Judgement) -> Judgement:
    """Raise the score of a whole line as heading where the line alone tells: short, without a sentence's end, text below."""
    opening = verdict.opening
    if opening.series:
        weight = _SERIES if opening.series == "heading" else -_SERIES
        return weighed(verdict, lambda cut: weight * (cut == opening.size))
    return weighed(verdict, lambda cut: _BARE_LINE * (cut == opening.size)) if _is_bare_line(opening) else verdict


def _is_bare_line(opening: Opening) -> bool:
    last = opening.tokens[opening.size - 1] if opening.size <= _LONGEST_BARE_LINE else None
    return bool(last and last.end not in _NO_HEADING_ENDS and opening.following)


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


def _with_article(verdict: Judgement) -> Judgement:
    """Move cuts to the capital article behind them, which no sentence has inside: "stellen | Busflotte um Die Stadtwerke"."""
    tokens = verdict.opening.tokens
    articles = (cut for cut in verdict.cuts if 1 < cut < len(tokens) - 1 and tokens[cut].word in _ARTICLES)
    article = next((cut for cut in articles if begins_with_article(tokens[cut - 1 : cut + 2])), 0)
    return moved(verdict, [(cut, article) for cut in verdict.cuts[1:] if cut < article], reach=_REACH) if article else verdict


def begins_with_article(seam: Sequence[Token]) -> bool:
    """Whether a capital article behind a small word begins a sentence, not a name: German nouns have capitals, "El País" has two.

    A seam is three words: the one before, the article, the one behind.
    """
    before, article, noun = seam
    if before.shape != "c" or before.end or article.shape != "C" or article.end or article.opens or article.word not in _ARTICLES:
        return False
    return noun.shape == "c" or article.word in _GERMAN_ARTICLES


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


def _with_turn(verdict: Judgement, used: Usage) -> Judgement:
    """Raise the score of a cut before a turn of an interview ("On losing | Q: How"), lower all behind; no turn has a heading.

    A line of its own above a turn is a heading too, if it may be one by its layout.
    """
    if not used.speakers:
        return verdict
    opening = verdict.opening
    turn = next((cut for cut in verdict.cuts if speaks(behind(opening, cut), used.speakers)), None)
    if turn is None or (turn == opening.size and not _is_bare_line(opening)):
        return verdict
    if not turn:
        return replace(verdict, cuts=verdict.cuts[:1], scores=verdict.scores[:1])
    weight = _TURN if turn < opening.size else _ABOVE_TURN
    return weighed(verdict, lambda cut: weight * (cut == turn) - _BEGUN * (cut > turn))


def _with_dateline(verdict: Judgement, text: str) -> Judgement:
    """Raise the score of a cut before a dateline, and lower that of every cut in it or behind it; none is in what one opens."""
    found = dateline(text)
    if not found:
        return verdict
    if not found.start and (found.agency or found.day or text.startswith("(")):
        return replace(verdict, cuts=verdict.cuts[:1], scores=verdict.scores[:1])
    words = text.count(" ", 0, found.start)
    return weighed(verdict, lambda cut: _DATELINE * (cut == words) - _DATELINE * (cut > words) if cut else 0.0)
