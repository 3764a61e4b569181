"""Sentences of one text to those that say most of it: central to the text, early in it, and unlike each other.

Centrality is the sum of a sentence's cosine similarities to all others, of which those to later ones count more (H. Zheng and
M. Lapata, "Sentence Centrality Revisited for Unsupervised Summarization", 2019). Redundancy is held down as by J. Carbonell
and J. Goldstein, "The Use of MMR", 1998.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log, sqrt

_LATER, _EARLIER = 1.0, 0.4
_TITLE = 0.5
_DECAY = 0.5
_MOST_ALIKE = 0.55
Vector = Mapping[str, float]


def salient(
    sentences: Sequence[Sequence[str]], title: Sequence[str], eligible: Mapping[int, float], most: int
) -> tuple[int, ...]:
    """Choose at most `most` of the `eligible` sentences (with a factor for each), given as words; the best comes first."""
    vectors = _vectors(sentences)
    about = _vector(title, dict.fromkeys(title, 1.0))
    central = _centrality(vectors)
    top = max(central, default=0.0) or 1.0
    merit = {
        at: factor * (central[at] / top + _TITLE * _alike(about, vectors[at])) / (1 + place) ** _DECAY
        for place, (at, factor) in enumerate(sorted(eligible.items()))
    }
    chosen: list[int] = []
    while merit and len(chosen) < most:
        best = max(merit, key=lambda at: (merit[at] * (1 - _nearest(at, chosen, vectors)), -at))
        del merit[best]
        if _nearest(best, chosen, vectors) < _MOST_ALIKE:
            chosen.append(best)
    return tuple(chosen)


def _nearest(at: int, chosen: Sequence[int], vectors: Sequence[Vector]) -> float:
    return max((_alike(vectors[at], vectors[other]) for other in chosen), default=0.0)


def _vectors(sentences: Sequence[Sequence[str]]) -> list[Vector]:
    found_in = Counter(word for sentence in sentences for word in sorted(set(sentence)))
    rarity = {word: log(1 + len(sentences) / count) for word, count in found_in.items()}
    return [_vector(sentence, rarity) for sentence in sentences]


def _vector(words: Sequence[str], rarity: Mapping[str, float]) -> Vector:
    """Weigh the words of a sentence, to a length of one in all."""
    weights = {word: count * rarity[word] for word, count in sorted(Counter(words).items())}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def _alike(one: Vector, other: Vector) -> float:
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return sum(weight * long[word] for word, weight in short.items() if word in long)


def _centrality(vectors: Sequence[Vector]) -> list[float]:
    """Add up similarities by what words weigh in all sentences before and behind: linear in the words of the text."""
    ahead: dict[str, float] = {}
    for vector in vectors:
        _add(vector, ahead)
    behind: dict[str, float] = {}
    found = []
    for vector in vectors:
        for word, weight in vector.items():
            ahead[word] -= weight
        found.append(sum(weight * (_LATER * ahead[word] + _EARLIER * behind.get(word, 0)) for word, weight in vector.items()))
        _add(vector, behind)
    return found


def _add(vector: Vector, weights: dict[str, float]) -> None:
    for word, weight in vector.items():
        weights[word] = weights.get(word, 0) + weight
