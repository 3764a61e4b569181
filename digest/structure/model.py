"""What was learned, and its judgement: an opening to a score for each of its cuts, the mean of a table's and a network's."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from json import loads
from math import exp, inf, log1p
from zlib import decompress

from digest.structure import network
from digest.structure.features import hashed, with_cut, without_cut
from digest.structure.network import Networks, is_english
from digest.structure.openings import Opening, Usage, cuts

ZERO = 128
_HOPELESS = 7.0
_SURE = 5.0
_NETWORK_SHARE = 0.65
_UNLEARNED = 1.0
_MOVED = 2.0
_MOST_READ = 1000  # openings that the network reads: what has more is no article, and the table alone must do


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Learned numbers: `table` and `networks` judge a cut by the words around it, `agreement` by the document's other headings.

    `table` holds a byte for each hashed feature, from 128 up for and below it against a cut, in units of `unit`.
    """

    table: bytes
    unit: float
    networks: Networks
    agreement: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The possible cuts of an opening, and a score for each; the first is to leave it whole."""

    opening: Opening
    cuts: tuple[int, ...]
    scores: tuple[float, ...]


@cache
def shipped() -> Model:
    """Read the model that comes with this package."""
    folder = files("digest.structure") / "data"
    numbers = loads((folder / "model.json").read_text(encoding="utf-8"))
    return Model(
        table=decompress((folder / "weights.bin").read_bytes()),
        unit=numbers["unit"],
        networks=network.shipped(),
        agreement=numbers["agreement"],
    )


def judgements(openings: Sequence[Opening], usage: Usage, model: Model, language: str) -> list[Judgement]:
    """Score the cuts of a document's openings; the network reads those of which the table is not sure."""
    tabled = [_tabled(opening, cuts(opening), usage, model) for opening in openings]
    weigh = combined if is_english(language) else combined_elsewhere
    unsure = [index for index, verdict in enumerate(tabled) if not _is_sure(verdict)][:_MOST_READ]
    read = network.scores([(tabled[index].opening, tabled[index].cuts) for index in unsure], usage, model.networks.of(language))
    seen = dict(zip(unsure, read, strict=True))
    return [
        weigh(verdict.opening, verdict.cuts, verdict.scores, seen[index]) if index in seen else verdict
        for index, verdict in enumerate(tabled)
    ]


def _is_sure(verdict: Judgement) -> bool:
    """Whether to leave an opening whole is so much likelier than any cut that no second opinion would change it."""
    whole, *made = verdict.scores
    return whole - max(made, default=-inf) > _SURE


def combined(opening: Opening, possible: tuple[int, ...], tabled: Sequence[float], seen: Sequence[float]) -> Judgement:
    """Judge an opening by the mean of two scores of each cut."""
    scores = tuple((one + other) / 2 for one, other in zip(tabled, seen, strict=True))
    return Judgement(opening=opening, cuts=possible, scores=scores)


def combined_elsewhere(opening: Opening, possible: tuple[int, ...], tabled: Sequence[float], seen: Sequence[float]) -> Judgement:
    """Judge an opening in another language than English.

    The table knows English words above all, and counts less; and since both have learned from few headings there, a heading is
    likelier than they think.
    """
    whole, *made = ((1 - _NETWORK_SHARE) * one + _NETWORK_SHARE * other for one, other in zip(tabled, seen, strict=True))
    return Judgement(opening=opening, cuts=possible, scores=(whole - _UNLEARNED, *made))


def weighed(judgement: Judgement, weight: Callable[[int], float]) -> Judgement:
    """Add to the score of each cut what a rule gives it."""
    scores = (score + weight(cut) for cut, score in zip(judgement.cuts, judgement.scores, strict=True))
    return replace(judgement, scores=tuple(scores))


def moved(judgement: Judgement, moves: Iterable[tuple[int, int]], *, reach: float = inf) -> Judgement:
    """Give the chance of a wrong cut to the right one, but for a small part, where both are possible, `reach` apart at most."""
    scores = dict(zip(judgement.cuts, judgement.scores, strict=True))
    for wrong, right in moves:
        if wrong in scores and right in scores and scores[wrong] - scores[right] < reach:
            high, low = max(scores[wrong], scores[right]), min(scores[wrong], scores[right])
            scores[right] = high + log1p(exp(low - high))
            scores[wrong] -= _MOVED
    return replace(judgement, scores=tuple(scores[cut] for cut in judgement.cuts))


def likely(judgement: Judgement) -> Judgement:
    """Leave out hopeless cuts."""
    highest = max(judgement.scores)
    kept = [index for index, score in enumerate(judgement.scores) if not index or score > highest - _HOPELESS]
    cuts = tuple(judgement.cuts[index] for index in kept)
    return replace(judgement, cuts=cuts, scores=tuple(judgement.scores[index] for index in kept))


def probabilities(scores: tuple[float, ...]) -> tuple[float, ...]:
    """Turn scores into probabilities that sum to one."""
    highest = max(scores)
    powers = [exp(score - highest) for score in scores]
    total = sum(powers)
    return tuple(power / total for power in powers)


def _tabled(opening: Opening, possible: tuple[int, ...], usage: Usage, model: Model) -> Judgement:
    if len(possible) == 1:
        return Judgement(opening=opening, cuts=possible, scores=(0.0,))
    features = (hashed(with_cut(opening, cut, usage) if cut else without_cut(opening, usage)) for cut in possible)
    return Judgement(opening=opening, cuts=possible, scores=tuple(_sum(model.table, places) * model.unit for places in features))


def _sum(table: bytes, places: list[int]) -> int:
    return sum(map(table.__getitem__, places)) - ZERO * len(places)
