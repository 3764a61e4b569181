"""Which of a few passages holds what a sentence says: BM25 with frequencies counted in these passages alone.

S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Generic, TypeVar

Word = TypeVar("Word", str, tuple[str, str])
_SATURATION = 1.2
_LENGTH_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Ranking(Generic[Word]):
    """What each of the words that are asked for adds to the score of each passage that has it, and how rare it is in them all."""

    passages: int
    added: Mapping[Word, Sequence[tuple[int, float]]]
    rarity: Mapping[Word, float]

    def scores(self, query: Iterable[Word]) -> list[float]:
        """Score each passage from 0 (no word shared) to 1 (as if every word stood in a passage of usual length)."""
        words = sorted(set(query))
        unseen = log(1 + 2 * (self.passages + 0.5))
        most = sum([self.rarity.get(word, unseen) for word in words])
        totals = [0.0] * self.passages
        for word in words:
            for at, added in self.added.get(word, ()):
                totals[at] += added
        return [(total / most if total < most else 1.0) if total else 0.0 for total in totals]


def ranking(lengths: Sequence[int], counts: Mapping[Word, Mapping[int, int]]) -> Ranking[Word]:
    """Rank passages that have so many words, by how often each word that queries will have stands in which of them."""
    mean_length = sum(lengths) / max(1, len(lengths)) or 1.0
    dampers = [_SATURATION * (1 - _LENGTH_WEIGHT + _LENGTH_WEIGHT * length / mean_length) for length in lengths]
    rarity = {word: log(1 + (len(lengths) - len(found) + 0.5) / (len(found) + 0.5)) for word, found in counts.items()}
    added = {
        word: [(at, rare * count * (_SATURATION + 1) / (count + dampers[at])) for at, count in found.items()]
        for (word, found), rare in zip(counts.items(), rarity.values(), strict=True)
    }
    return Ranking(len(lengths), added, rarity)
