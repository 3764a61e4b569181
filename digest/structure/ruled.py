"""What is told of an opening's cuts by rule: by layout, names, datelines, how sentences begin, names that they take up."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import exp, log1p

from digest.naming.gazetteers import first_names, is_everyday, long_names, place_meant
from digest.structure.datelines import dateline
from digest.structure.lexicon import GIVEN_NAME, POSSESSIVE, UNKNOWN_NAME, offices, organizations, portfolios
from digest.structure.model import Judgement
from digest.structure.tokens import Token

_LONGEST_BARE_LINE = 16
_NO_HEADING_ENDS = (".", ",", ";", "…")
_LONGEST_NAME = 7
_BARE_LINE = 4.0
_NAME = 2.0
_DATELINE = 4.0
_NAMESAKE = 3.0
_BEGUN = 12.0
_BROKEN = 6.0
_FEWEST_IN_CAPITALS, _NO_ACRONYM = 3, 6  # words; letters
_DASHES = ("–", "—", "-", "|", "/", "&", "+")
_SAINTS = frozenset("saint san santa são santo sankt sint".split())
_PARTICLES = frozenset("in on up off out down over back away".split())
_SALUTATIONS = frozenset(("hello", "hi", "welcome", "greetings", "tl;dr", "tldr"))
# Articles and conjunctions of seven languages, but for words such as "do" and "die", which end headings in another.
_GO_ON = frozenset(
    "the an and le les un une des du et que el los las una del y um uma il lo gli der das dem ein eine einen und het een".split()
)
_CAPTIONS = frozenset(
    "photo photos photograph image picture caption credit contact contacts foto kontakt contacto summary".split()
)
_PLACE_ENDS = frozenset(
    "street road avenue lane square bridge bay park hall river station stadium arena highway boulevard".split()
)
_OFFICES_END = (
    "minister",
    "ministerin",
    "präsident",
    "präsidentin",
    "meister",
    "meisterin",
    "sprecher",
    "sprecherin",
    "chef",
    "chefin",
    "direktor",
    "direktorin",
    "leiter",
    "leiterin",
    "trainer",
    "trainerin",
    "kanzler",
    "kanzlerin",
    "voorzitter",
    "vrouw",
)
_MONTHS = frozenset("january february march april may june july august september october november december".split())


def ruled(verdict: Judgement, text: str) -> Judgement:
    """Weigh by rule the cuts of an opening, which begins `text`."""
    for rule in (
        _with_layout,
        _with_end,
        _with_capitals,
        _with_organization,
        _with_known_name,
        _with_name,
        _with_beginning,
        _with_namesake,
    ):
        verdict = rule(verdict)
    return _with_dateline(verdict, text)


def _with_layout(verdict: Judgement) -> Judgement:
    """Raise the score of a whole line as heading where the line alone tells: short, without a sentence's end, text below."""
    opening = verdict.opening
    last = opening.tokens[opening.size - 1] if opening.size <= _LONGEST_BARE_LINE else None
    if not last or last.end in _NO_HEADING_ENDS or opening.size not in verdict.cuts or not opening.following:
        return verdict
    scores = (score + _BARE_LINE * (cut == opening.size) for cut, score in zip(verdict.cuts, verdict.scores, strict=True))
    return replace(verdict, scores=tuple(scores))


def _with_end(verdict: Judgement) -> Judgement:
    """Lower the score of a heading that breaks off: behind an article or a conjunction ("l’avis public que"), a dash, "Saint"."""
    tokens = verdict.opening.tokens
    scores = (
        score - _BROKEN * (bool(cut) and _breaks_off(tokens[cut - 1]))
        for cut, score in zip(verdict.cuts, verdict.scores, strict=True)
    )
    return replace(verdict, scores=tuple(scores))


def _with_capitals(verdict: Judgement) -> Judgement:
    """Lower the score of every heading that begins in capitals and goes on without: "OWNERS SPEAK OF RUIN Ana | Novak runs"."""
    tokens = verdict.opening.tokens
    end = next((index for index, one in enumerate(tokens) if one.shape not in "AD"), len(tokens))
    if end < _FEWEST_IN_CAPITALS or not any(len(one.word) >= _NO_ACRONYM for one in tokens[:end]):
        return verdict
    scores = (score - _BROKEN * (cut > end) for cut, score in zip(verdict.cuts, verdict.scores, strict=True))
    return replace(verdict, scores=tuple(scores))


def _breaks_off(last: Token) -> bool:
    if last.word in _DASHES:
        return True
    return not last.end and ((last.shape == "c" and last.word in _GO_ON) or (last.shape == "C" and last.word in _SAINTS))


def _with_name(verdict: Judgement) -> Judgement:
    """Move what speaks for a cut inside a name and its office to the one before, for "| In Minister Ana" to the one behind."""
    tokens = verdict.opening.tokens
    scores = dict(zip(verdict.cuts, verdict.scores, strict=True))
    for cut in sorted(scores, reverse=True):
        may_end_before = cut > 1 and cut - 1 in scores and not _breaks_off(tokens[cut - 2])
        if may_end_before and _divides_a_name(tokens[cut - 1], tokens[cut : cut + 5]):
            _move(scores, cut, cut - 1)
    for cut in sorted(scores):
        if cut and cut + 1 in scores and _ends_a_heading(tokens[cut], tokens[cut + 1 : cut + 5]):
            _move(scores, cut, cut + 1)
    return replace(verdict, scores=tuple(scores[cut] for cut in verdict.cuts))


def _move(scores: dict[int, float], wrong: int, right: int) -> None:
    """Give the chance of a cut to the one beside it, but for a small part."""
    high, low = max(scores[wrong], scores[right]), min(scores[wrong], scores[right])
    scores[right] = high + log1p(exp(low - high))
    scores[wrong] -= _NAME


def _ends_a_heading(word: Token, behind: Sequence[Token]) -> bool:
    """Whether a word goes with what is before it, since someone is named behind: "Called In | Minister", "Hill Street | Ana"."""
    if word.word in _PARTICLES:
        return _is_titled(behind)
    return word.word in _PLACE_ENDS and (_is_titled(behind) or _is_person(behind))


def _is_person(tokens: Sequence[Token]) -> bool:
    """Whether a given name, a family name and a word that goes on begin here: "Giorgia Meloni flew"."""
    if not _is_full_name(tokens[:2]) or [token.shape for token in tokens[2:3]] != ["c"]:
        return False
    return tokens[0].word.title() in first_names() and not is_everyday(tokens[0].word)


def _divides_a_name(before: Token, behind: Sequence[Token]) -> bool:
    """Whether a cut parts "President | Ana Novak", "Labour | Minister Ana Novak" or "Ana | Novak"."""
    if _is_office(before):
        return _is_full_name(behind[:2])
    if before.word in portfolios() or _is_people(before):
        return _is_titled(behind)
    if before.end or not _is_full_name([before, *behind[:1]]) or behind[0].kind != UNKNOWN_NAME:
        return False
    goes_on = len(behind) > 1 and behind[1].shape == "c"
    return before.kind == GIVEN_NAME or (goes_on and before.word.title() in first_names() and not is_everyday(before.word))


def _with_known_name(verdict: Judgement) -> Judgement:
    """Move what speaks for a cut inside a well-known name to the one before it: "World | Food Programme", "Burkina | Faso"."""
    tokens = verdict.opening.tokens
    scores = dict(zip(verdict.cuts, verdict.scores, strict=True))
    for start, size in _known_names(tokens):
        for cut in range(start + 1, start + size):
            if cut in scores and start and start in scores:
                _move(scores, cut, start)
    return replace(verdict, scores=tuple(scores[cut] for cut in verdict.cuts))


def _known_names(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where well-known names of several words begin, and how many words they have."""
    words = [token.word for token in tokens]
    for start, token in enumerate(tokens):
        if token.shape in "CAM":
            longest = next(
                (name for name in long_names().get(token.word, ()) if tuple(words[start : start + len(name)]) == name), ()
            )
            if longest:
                yield start, len(longest)


def _with_organization(verdict: Judgement) -> Judgement:
    """Lower the score of a cut before the last word of an organisation's name: "World Food | Programme stocks will last"."""
    tokens = verdict.opening.tokens
    scores = (
        score - _NAME * (cut > 1 and _is_full_name(tokens[cut - 2 : cut]) and _ends_an_organization(tokens[cut : cut + 2]))
        for cut, score in zip(verdict.cuts, verdict.scores, strict=True)
    )
    return replace(verdict, scores=tuple(scores))


def _ends_an_organization(tokens: Sequence[Token]) -> bool:
    """Whether a word that no sentence begins with alone stands before one that goes on: "Programme stocks", "Watch blamed"."""
    return len(tokens) > 1 and tokens[0].word in organizations() and tokens[0].shape == "C" and tokens[1].shape == "c"


def _is_office(token: Token) -> bool:
    """Whether a word stands before a person's name for what he does: "Minister", "Secretary-General", "Referee"."""
    return token.is_title or token.word.endswith(_OFFICES_END) or not offices().isdisjoint(token.word.split("-"))


def _is_people(token: Token) -> bool:
    """Whether a word is the adjective of a country or region: "Israeli"."""
    place = place_meant(token.word) if token.shape == "C" else ""
    return bool(place) and place.casefold() != token.word


def _is_titled(tokens: Sequence[Token]) -> bool:
    """Whether words begin with an office and a full name, whose 's would make it a part of more: "Labour Minister Ana Novak"."""
    office = next((index for index, one in enumerate(tokens) if one.word not in portfolios()), len(tokens))
    named = tokens[office + 1 : office + 3]
    return office < len(tokens) and _is_office(tokens[office]) and _is_full_name(named) and named[-1].kind != POSSESSIVE


def _with_dateline(verdict: Judgement, text: str) -> Judgement:
    """Raise the score of a cut before a dateline, and lower that of every cut in it or behind it."""
    found = dateline(text)
    if not found:
        return verdict
    words = text.count(" ", 0, found.start)
    scores = (
        score + (_DATELINE if cut == words else -_DATELINE if cut > words else 0)
        for cut, score in zip(verdict.cuts, verdict.scores, strict=True)
    )
    return replace(verdict, scores=(verdict.scores[0], *list(scores)[1:]))


def _with_beginning(verdict: Judgement) -> Judgement:
    """Lower the score of every cut behind words that begin a sentence: "Hello again from", "TL;DR:", "On January 30"."""
    tokens = verdict.opening.tokens
    first = next(
        (index for index in verdict.cuts[1:] if index + 1 < len(tokens) and _begins(tokens[index], tokens[index + 1])), None
    )
    if first is None:
        return verdict
    scores = (score - _BEGUN * (cut > first) for cut, score in zip(verdict.cuts, verdict.scores, strict=True))
    return replace(verdict, scores=tuple(scores))


def _begins(this: Token, following: Token) -> bool:
    if this.word in _SALUTATIONS:
        return following.shape == "c" or this.end in (":", "!")
    if this.word in _CAPTIONS and this.end == ":":
        return True
    return this.word == "on" and (following.shape == "D" or following.word in _MONTHS)


def _with_namesake(verdict: Judgement) -> Judgement:
    """Raise the score of a cut behind a name that the sentence takes up: "Ana Novak, Mayor Ana Novak is", "Ana Novak Ana is"."""
    tokens = verdict.opening.tokens
    scores = (
        score + _NAMESAKE * (1 < cut <= _LONGEST_NAME and _takes_up(tokens[:cut], tokens[cut : cut + 3]))
        for cut, score in zip(verdict.cuts, verdict.scores, strict=True)
    )
    return replace(verdict, scores=tuple(scores))


def _takes_up(heading: Sequence[Token], sentence: Sequence[Token]) -> bool:
    """Whether a sentence takes a heading's name up: all of its first one, its first word, or one with a given name before it."""
    if _is_person(sentence) and sentence[1].word in [token.word for token in heading]:
        return sentence[0].word != heading[-1].word
    is_named = _is_full_name(heading[:2]) and [token.word for token in heading].count(heading[0].word) == 1
    if len(sentence) < 2 or not is_named or sentence[0].word != heading[0].word:  # noqa: PLR2004 - two words
        return False
    return sentence[1].word == heading[1].word or sentence[1].shape == "c"


def _is_full_name(tokens: Sequence[Token]) -> bool:
    return len(tokens) > 1 and all(token.shape in "CM" and not token.is_function for token in tokens)
