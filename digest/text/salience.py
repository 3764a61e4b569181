"""Sentences of one text to those that together say most of it: central to the text, early in it, and unlike each other.

The sentences chosen come near the text's centre when they are added up, so that none says again what another has said (D. Radev
et al., "Centroid-based Summarization of Multiple Documents", 2004). The centre leans to the title and to what comes first.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import sqrt

_TITLE = 2.0
_CENTRE_DECAY = 0.3  # how fast a sentence counts less for the centre with its place
_DECAY = 0.15  # and for being chosen
_MOST_ALIKE = 0.55
Vector = Mapping[str, float]


def salient(
    sentences: Sequence[Sequence[str]], title: Sequence[str], eligible: Mapping[int, float], most: int
) -> tuple[int, ...]:
    """Choose at most `most` of the `eligible` sentences (with a factor for each), given as words; the best comes first."""
    vectors = [_vector(sentence) for sentence in sentences]
    centre = _centre(vectors, _vector(title))
    central = {at: _alike(vectors[at], centre) for at in eligible}
    fit = {at: factor / (1 + place) ** _DECAY for place, (at, factor) in enumerate(sorted(eligible.items()))}
    chosen: list[int] = []
    together: Counter[str] = Counter()
    left = sorted(fit)
    while left and len(chosen) < most:
        said, fitness = sum(central[at] for at in chosen), sum(fit[at] for at in chosen)
        size = sum(weight * weight for weight in together.values())
        worth = {
            at: (said + central[at]) / sqrt(size + 1 + 2 * _alike(vectors[at], together)) * (fitness + fit[at]) for at in left
        }
        best = max(left, key=lambda at: (worth[at], -at))
        left.remove(best)
        if max((_alike(vectors[best], vectors[other]) for other in chosen), default=0.0) < _MOST_ALIKE:
            chosen.append(best)
            together.update(vectors[best])
    return tuple(chosen)


def _centre(vectors: Sequence[Vector], title: Vector) -> Counter[str]:
    """Add up all sentences, the first most, and the title."""
    centre = Counter({word: _TITLE * weight for word, weight in title.items()})
    for place, vector in enumerate(vectors):
        share = 1 / (1 + place) ** _CENTRE_DECAY
        for word, weight in vector.items():
            centre[word] += share * weight
    return centre


def _vector(words: Sequence[str]) -> Vector:
    """Count the words of a sentence, to a length of one in all."""
    counts = Counter(words)
    length = sqrt(sum(count * count for count in counts.values())) or 1.0
    return {word: count / length for word, count in counts.items()}


def _alike(one: Vector, other: Vector) -> float:
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return sum(weight * long[word] for word, weight in short.items() if word in long)
