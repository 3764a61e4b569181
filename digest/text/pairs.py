"""Text to the pairs of words that stand side by side in it, as they are written."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from digest.text.accents import with_accents
from digest.text.concordance import Concordance
from digest.text.remembered import Remembered

Pair = tuple[str, str]
_WORD = re.compile(r"\w+(?:['’]\w+)?")


def pairs(text: str) -> list[Pair]:
    """Return each word with the next one, case folded, in order."""
    return [*pairwise(chain.from_iterable(map(_WORDS.__getitem__, text.split())))]


def pairs_counted(texts: Concordance, asked: Collection[Pair]) -> tuple[list[int], Mapping[Pair, Mapping[int, int]]]:
    """Count how many pairs each text has, and how often it has each of those that are asked for."""
    sizes = texts.sizes()
    counts: dict[Pair, dict[int, int]] = {pair: defaultdict(int) for pair in asked}
    ending: dict[str, set[str]] = {first: set() for first, _ in asked}
    beginning: dict[str, set[str]] = {second: set() for _, second in asked}
    silent: set[str] = set()  # the pieces without a word, such as dashes
    for piece in texts.places:
        words = _WORDS[piece]
        if len(words) != 1:
            _count_uneven(piece, texts, sizes, counts)
        if not words:
            silent.add(piece)
            continue
        if words[-1] in ending:
            ending[words[-1]].add(piece)
        if words[0] in beginning:
            beginning[words[0]].add(piece)
    pieces = [*texts.pieces, ""]  # what is empty stands behind the last piece, and so before the first one too
    for (first, second), found in counts.items():
        for number in _beside(texts, pieces, silent, ending[first], beginning[second]):
            found[number] += 1
    return [max(0, size - 1) for size in sizes], counts


def _count_uneven(piece: str, texts: Concordance, sizes: list[int], counts: Mapping[Pair, dict[int, int]]) -> None:
    """Count the words, and the pairs in itself, of a piece that has none or several."""
    words = _WORDS[piece]
    within = [pair for pair in pairwise(words) if pair in counts]
    for place in texts.places[piece]:
        number = texts.texts[place]
        sizes[number] += len(words) - 1
        for pair in within:
            counts[pair][number] += 1


def _beside(texts: Concordance, pieces: Sequence[str], silent: set[str], firsts: set[str], seconds: set[str]) -> Iterator[int]:
    """Yield the text of each place where one of some pieces stands before one of others."""
    step, near, far = 1, firsts, seconds
    if _times(texts, firsts) > _times(texts, seconds):
        step, near, far = -1, seconds, firsts  # the neighbours of the rarer are fewer
    for place in chain.from_iterable(map(texts.places.__getitem__, near)) if far else ():
        other = place + step
        while pieces[other] in silent:
            other += step
        if pieces[other] in far and texts.texts[other] == texts.texts[place]:
            yield texts.texts[place]


def _times(texts: Concordance, pieces: set[str]) -> int:
    return sum([len(texts.places[piece]) for piece in pieces])


def _words(piece: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(with_accents(piece).casefold()))


_WORDS = Remembered(_words)  # of what stands between white space
