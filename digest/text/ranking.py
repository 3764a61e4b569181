"""Which of a few passages holds what a sentence says: BM25 with frequencies counted in these passages alone.

S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log
from typing import Generic, TypeVar

Word = TypeVar("Word", str, tuple[str, str])
_SATURATION = 1.2
_LENGTH_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Ranking(Generic[Word]):
    """What each of the words that are asked for adds to the score of each passage that has it, and how rare it is in them all."""

    passages: tuple[Mapping[Word, float], ...]
    rarity: Mapping[Word, float]

    def scores(self, query: Iterable[Word]) -> tuple[float, ...]:
        """Score each passage from 0 (no word shared) to 1 (as if every word stood in a passage of usual length)."""
        words = sorted(set(query))
        unseen = log(1 + 2 * (len(self.passages) + 0.5))
        most = sum([self.rarity.get(word, unseen) for word in words])
        if not most:
            return (0.0,) * len(self.passages)
        return tuple([min(1.0, sum([added[word] for word in words if word in added]) / most) for added in self.passages])


def ranking(passages: Sequence[Sequence[Word]], asked: Collection[Word]) -> Ranking[Word]:
    """Count the words of each passage that queries will have."""
    wanted = frozenset(asked)
    counts = [Counter(filter(wanted.__contains__, words)) for words in passages]
    found_in = Counter(chain.from_iterable(counts))
    rarity = {word: log(1 + (len(passages) - count + 0.5) / (count + 0.5)) for word, count in found_in.items()}
    mean_length = sum(map(len, passages)) / max(1, len(passages)) or 1.0
    lengths = [1 - _LENGTH_WEIGHT + _LENGTH_WEIGHT * len(words) / mean_length for words in passages]
    added = [
        {word: rarity[word] * count * (_SATURATION + 1) / (count + _SATURATION * length) for word, count in counted.items()}
        for counted, length in zip(counts, lengths, strict=True)
    ]
    return Ranking(tuple(added), rarity)
