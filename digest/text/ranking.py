"""Which of a few passages holds what a sentence says: BM25 with frequencies counted in these passages alone.

S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

_SATURATION = 1.2
_LENGTH_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Ranking:
    """Passages as bags of words, with each word's rarity among them."""

    passages: tuple[Counter[str], ...]
    rarity: dict[str, float]
    mean_length: float

    def scores(self, query: Sequence[str]) -> tuple[float, ...]:
        """Score each passage from 0 (no word shared) to 1 (as if every word stood in a passage of usual length)."""
        words = sorted(set(query))
        unseen = log(1 + 2 * (len(self.passages) + 0.5))
        most = sum(self.rarity.get(word, unseen) for word in words)
        return tuple(min(1.0, self._score(words, passage) / most) if most else 0.0 for passage in self.passages)

    def _score(self, words: Sequence[str], passage: Counter[str]) -> float:
        length = 1 - _LENGTH_WEIGHT + _LENGTH_WEIGHT * passage.total() / self.mean_length
        return sum(
            self.rarity[word] * passage[word] * (_SATURATION + 1) / (passage[word] + _SATURATION * length)
            for word in words
            if word in passage
        )


def ranking(passages: Sequence[Sequence[str]]) -> Ranking:
    """Count the words of each passage."""
    bags = tuple(Counter(words) for words in passages)
    found_in = Counter(word for bag in bags for word in bag)
    rarity = {word: log(1 + (len(bags) - count + 0.5) / (count + 0.5)) for word, count in found_in.items()}
    return Ranking(bags, rarity, sum(bag.total() for bag in bags) / max(1, len(bags)) or 1.0)
