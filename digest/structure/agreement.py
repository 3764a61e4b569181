"""The headings of one document look alike: each cut is judged again by how the others' likely headings look."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

from digest.structure.features import case_style
from digest.structure.model import Judgement, Model, probabilities
from digest.structure.openings import Opening

Manner = tuple[str, str]

_MANNERS = ("style", "end", "begin", "line", "form")
_ALIKE_IN_STYLE = {"M": "T", "m": "S", "A1": "A"}
_QUESTIONS = frozenset(("who", "what", "when", "where", "why", "how", "which"))
_NEGLIGIBLE = 0.01
_SOME = 0.1
_USUAL_DIFFERENCE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """The headings that a document or one opening is expected to have: how many, in which manners, of how many words in all."""

    count: float = 0.0
    length: float = 0.0
    manners: Mapping[Manner, float]


NOTHING = Expected(manners={})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """What the rest of its document is to an opening: the whole less its own part, and its neighbours."""

    whole: Expected
    own: Expected
    before: Expected
    after: Expected
    index: int
    openings: int

    @property
    def count(self) -> float:
        """How many headings the rest has."""
        return max(0.0, self.whole.count - self.own.count)

    @property
    def length(self) -> float:
        """How many words these have in all."""
        return max(0.0, self.whole.length - self.own.length)

    def alike(self, manner: Manner) -> float:
        """Return how many headings of the rest are made in a manner."""
        return max(0.0, self.whole.manners.get(manner, 0.0) - self.own.manners.get(manner, 0.0))


def agreed(judgements: Sequence[Judgement], model: Model, *, rounds: int = 2) -> list[Judgement]:
    """Score every cut again by how far it agrees with the rest of the document; in a second round the rest has agreed too.

    Only what is thought of the rest changes between rounds: the cut's own words count once.
    """
    result = list(judgements)
    for _ in range(rounds):
        result = [_agreed(judgement, rest, model) for judgement, rest in zip(judgements, rests(result), strict=True)]
    return result


def rests(judgements: Sequence[Judgement]) -> list[Rest]:
    """Return for each opening what the rest of its document is to it."""
    parts = [_expected(judgement) for judgement in judgements]
    whole = _sum(parts)
    befores, afters = [NOTHING, *parts][:-1], [*parts, NOTHING][1:]
    return [
        Rest(whole=whole, own=own, before=before, after=after, index=index, openings=len(parts))
        for index, (own, before, after) in enumerate(zip(parts, befores, afters, strict=True))
    ]


def evidence(judgement: Judgement, index: int, rest: Rest) -> Iterator[tuple[str, float]]:
    """Name what speaks for a cut, each with a number; to leave an opening whole is the zero that others are measured by."""
    if not index:
        return
    place, cut = judgement.opening.place, judgement.cuts[index]
    yield f"score {place}", judgement.scores[index] - judgement.scores[0]
    yield f"cut {place}", 1.0
    if place == "first":
        yield "first one", float(cut == 1)
        return
    manner = manner_of(judgement.opening, cut)
    yield f"style {manner['style']}", 1.0
    yield f"end {manner['end']}", 1.0
    yield f"rate {place}", log((rest.count + 0.3) / rest.openings)
    yield f"count {place}", log(rest.count + 1.0)
    yield from _likeness(manner, place, rest)
    yield from _neighbours(place, rest)
    yield from _length(cut, rest)


def manner_of(opening: Opening, cut: int) -> dict[str, str]:
    """Say how a heading looks: its letter case, its last sign, how it begins, whether it fills its line, how it is built."""
    heading = opening.tokens[:cut]
    first, last, style = heading[0], heading[-1], case_style(heading)
    begins = "#" if first.shape == "D" else first.word if first.word in _QUESTIONS else first.kind
    inner = next((token.end for token in heading[:-1] if token.end in (":", ",", "?")), "")
    return {
        "style": _ALIKE_IN_STYLE.get(style, style),
        "end": last.end if last.end in ("?", "!", ")", ":") else "",
        "begin": begins,
        "line": "own" if cut == opening.size else "run",
        "form": f"{'#' if begins == '#' else ''}{inner}{min(len(heading), 3)}",
    }


def _agreed(judgement: Judgement, rest: Rest, model: Model) -> Judgement:
    scores = (
        sum(model.agreement.get(name, 0.0) * number for name, number in evidence(judgement, index, rest))
        for index in range(len(judgement.cuts))
    )
    return replace(judgement, scores=tuple(scores))


def _likeness(manner: Mapping[str, str], place: str, rest: Rest) -> Iterator[tuple[str, float]]:
    for name in _MANNERS:
        alike = rest.alike((name, manner[name]))
        yield f"{name} {place}", log((alike + 0.25) / (rest.count + 0.5))
        if name in ("style", "line"):
            yield f"{name} other", max(0.0, rest.count - alike)


def _neighbours(place: str, rest: Rest) -> Iterator[tuple[str, float]]:
    yield f"before {place}", rest.before.count
    yield f"before own {place}", rest.before.manners.get(("line", "own"), 0.0)
    yield f"after {place}", rest.after.count
    yield "second", float(rest.index == 1)
    yield f"last {place}", float(rest.index == rest.openings - 1)


def _length(cut: int, rest: Rest) -> Iterator[tuple[str, float]]:
    if rest.count > _SOME:
        mean = rest.length / rest.count
        yield "longer", max(0.0, cut - mean - _USUAL_DIFFERENCE) * min(1.0, rest.count)
        yield "shorter", max(0.0, mean - cut) * min(1.0, rest.count)


def _expected(judgement: Judgement) -> Expected:
    chances = probabilities(judgement.scores)
    manners: defaultdict[Manner, float] = defaultdict(float)
    length = 0.0
    for cut, chance in zip(judgement.cuts[1:], chances[1:], strict=True):
        length += cut * chance
        if chance > _NEGLIGIBLE:
            for manner in manner_of(judgement.opening, cut).items():
                manners[manner] += chance
    return Expected(count=1 - chances[0], length=length, manners=manners)


def _sum(parts: Sequence[Expected]) -> Expected:
    manners: defaultdict[Manner, float] = defaultdict(float)
    for part in parts:
        for manner, chance in part.manners.items():
            manners[manner] += chance
    return Expected(count=sum(part.count for part in parts), length=sum(part.length for part in parts), manners=manners)
