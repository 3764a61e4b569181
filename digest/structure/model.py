"""What was learned, and its judgement: an opening to a score for each of its cuts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from json import loads
from math import exp
from zlib import decompress

from digest.structure.features import hashed, with_cut, without_cut
from digest.structure.openings import Opening, Usage, cuts

ZERO = 128
_HOPELESS = 7.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Learned numbers: `table` judges a cut by the words around it, `agreement` by the document's other headings.

    `table` holds a byte for each hashed feature, from 128 up for and below it against a cut, in units of `unit`.
    """

    table: bytes
    unit: float
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
        agreement=numbers["agreement"],
    )


def judgement(opening: Opening, usage: Usage, model: Model) -> Judgement:
    """Score the cuts of an opening by what stands at its left and right; hopeless ones are left out."""
    possible = cuts(opening)
    if len(possible) == 1:
        return Judgement(opening=opening, cuts=possible, scores=(0.0,))
    features = (hashed(with_cut(opening, cut, usage) if cut else without_cut(opening, usage)) for cut in possible)
    scores = tuple(_sum(model.table, places) * model.unit for places in features)
    highest = max(scores)
    kept = [index for index, score in enumerate(scores) if not index or score > highest - _HOPELESS]
    return Judgement(
        opening=opening, cuts=tuple(possible[index] for index in kept), scores=tuple(scores[index] for index in kept)
    )


def probabilities(scores: tuple[float, ...]) -> tuple[float, ...]:
    """Turn scores into probabilities that sum to one."""
    highest = max(scores)
    powers = [exp(score - highest) for score in scores]
    total = sum(powers)
    return tuple(power / total for power in powers)


def _sum(table: bytes, places: list[int]) -> int:
    return sum(map(table.__getitem__, places)) - ZERO * len(places)
