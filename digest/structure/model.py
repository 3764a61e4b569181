"""The learned table of weights: an opening to the probability of each of its cuts."""

from array import array
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from zlib import decompress

from digest.structure.features import hashed, with_cut, without_cut
from digest.structure.openings import Opening, Usage, cuts

SCALE = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The possible cuts of an opening, and a score for each; the first is to leave it whole."""

    opening: Opening
    cuts: tuple[int, ...]
    scores: tuple[float, ...]


def judgement(opening: Opening, usage: Usage) -> Judgement:
    """Score the cuts of an opening by what stands at its left and right."""
    possible = cuts(opening)
    if len(possible) == 1:
        return Judgement(opening=opening, cuts=possible, scores=(0.0,))
    table = _table()
    features = (hashed(with_cut(opening, cut, usage) if cut else without_cut(opening, usage)) for cut in possible)
    scores = tuple(sum(map(table.__getitem__, places)) / SCALE for places in features)
    return Judgement(opening=opening, cuts=possible, scores=scores)


def probabilities(scores: tuple[float, ...]) -> tuple[float, ...]:
    """Turn scores into probabilities that sum to one."""
    highest = max(scores)
    powers = [exp(score - highest) for score in scores]
    total = sum(powers)
    return tuple(power / total for power in powers)


@cache
def _table() -> "array[int]":
    table = array("h")
    table.frombytes(decompress((files("digest.structure") / "data" / "weights.bin").read_bytes()))
    return table
