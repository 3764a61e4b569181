"""What was learned, and its judgement: an opening to a score for each of its cuts, the mean of a table's and a network's."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from json import loads
from math import exp
from zlib import decompress

from digest.structure import network
from digest.structure.features import hashed, with_cut, without_cut
from digest.structure.network import Network
from digest.structure.openings import Opening, Usage, cuts

ZERO = 128
_HOPELESS = 7.0
_MOST_READ = 1000  # openings that the network reads: what has more is no article, and the table alone must do


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Learned numbers: `table` and `network` judge a cut by the words around it, `agreement` by the document's other headings.

    `table` holds a byte for each hashed feature, from 128 up for and below it against a cut, in units of `unit`.
    """

    table: bytes
    unit: float
    network: Network
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
        network=network.shipped(),
        agreement=numbers["agreement"],
    )


def judgements(openings: Sequence[Opening], usage: Usage, model: Model) -> list[Judgement]:
    """Score the cuts of a document's openings."""
    possible = [cuts(opening) for opening in openings]
    several = [(opening, found) for opening, found in zip(openings, possible, strict=True) if len(found) > 1]
    seen = iter(network.scores(several[:_MOST_READ], usage, model.network))
    return [_judgement(opening, found, usage, model, seen) for opening, found in zip(openings, possible, strict=True)]


def _judgement(
    opening: Opening, possible: tuple[int, ...], usage: Usage, model: Model, seen: Iterator[Sequence[float]]
) -> Judgement:
    if len(possible) == 1:
        return Judgement(opening=opening, cuts=possible, scores=(0.0,))
    tabled = _tabled(opening, possible, usage, model)
    return combined(opening, possible, tabled, next(seen, tabled))


def combined(opening: Opening, possible: tuple[int, ...], tabled: Sequence[float], seen: Sequence[float]) -> Judgement:
    """Judge an opening by the mean of two scores of each cut."""
    scores = tuple((one + other) / 2 for one, other in zip(tabled, seen, strict=True))
    return Judgement(opening=opening, cuts=possible, scores=scores)


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


def _tabled(opening: Opening, possible: tuple[int, ...], usage: Usage, model: Model) -> list[float]:
    features = (hashed(with_cut(opening, cut, usage) if cut else without_cut(opening, usage)) for cut in possible)
    return [_sum(model.table, places) * model.unit for places in features]


def _sum(table: bytes, places: list[int]) -> int:
    return sum(map(table.__getitem__, places)) - ZERO * len(places)
