"""Texts to where each piece between white space stands in them, so that who looks for a few words need not read all others."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain, count, pairwise, repeat

from digest.text.sentences import sentences


@dataclass(frozen=True, slots=True, eq=False)
class Concordance:
    """The pieces of some texts, one text after the other, with all places of each piece.

    `texts` and `sentences` tell in which text and in which of all sentences each piece stands, `begins` where each text begins;
    behind the last one it tells where that ends. `spans` are the sentences: of which text, from where to where.
    """

    pieces: Sequence[str]
    places: Mapping[str, Sequence[int]]
    texts: Sequence[int]
    begins: Sequence[int]
    sentences: Sequence[int]
    spans: Sequence[tuple[int, int, int]]

    def __len__(self) -> int:
        """Tell how many texts there are."""
        return len(self.begins) - 1

    def sizes(self) -> list[int]:
        """Count the pieces of each text."""
        return [end - begin for begin, end in pairwise(self.begins)]

    def of_text(self, number: int) -> Sequence[str]:
        """Return the pieces of one text."""
        return self.pieces[self.begins[number] : self.begins[number + 1]]

    def with_any(self, pieces: Iterable[str]) -> Sequence[int]:
        """Return which texts have any of some pieces, in order."""
        return sorted({self.texts[place] for piece in pieces for place in self.places[piece]})


def concordance(texts: Iterable[str]) -> Concordance:
    """Take texts apart; what looks for names, for evidence and for remarks asks for it of one article after the other."""
    return _concordance(tuple([text.replace("\n", " ") for text in texts]))  # whichever white space, it is the same


@lru_cache(maxsize=2)
def _concordance(texts: tuple[str, ...]) -> Concordance:
    spans = [(number, *span) for number, text in enumerate(texts) for span in sentences(text)]
    apart = [texts[number][start:end].split() for number, start, end in spans]
    pieces = [*chain.from_iterable(apart)]
    places = defaultdict[str, list[int]](list)
    for place, piece in enumerate(pieces):
        places[piece].append(place)
    sizes = [0] * len(texts)
    for (number, _, _), own in zip(spans, apart, strict=True):
        sizes[number] += len(own)
    begins = [*accumulate(sizes, initial=0)]
    return Concordance(pieces, dict(places), _numbers(sizes), begins, _numbers(map(len, apart)), spans)


def _numbers(sizes: Iterable[int]) -> Sequence[int]:
    """Return the number of its group for each member of groups that have so many."""
    return [*chain.from_iterable(map(repeat, count(), sizes))]
