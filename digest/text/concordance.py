"""Texts to where each piece between white space stands in them, so that who looks for a few words need not read all others."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, chain, count, pairwise, repeat

from digest.text.sentences import sentences


@dataclass(frozen=True, eq=False)
class Concordance:
    """The pieces of some texts, one text after the other, with all places of each piece.

    `sentences` tells in which of all sentences each piece stands, `spans` from where to where each sentence goes in its text.
    `begins` and `first_sentences` tell where each text begins; behind the last one they tell where that ends.
    """

    pieces: Sequence[str]
    places: Mapping[str, Sequence[int]]
    begins: Sequence[int]
    sentences: Sequence[int]
    spans: Sequence[tuple[int, int]]
    first_sentences: Sequence[int]

    def __len__(self) -> int:
        """Tell how many texts there are."""
        return len(self.begins) - 1

    @cached_property
    def texts(self) -> Sequence[int]:
        """In which text each piece stands."""
        return _numbers(self.sizes())

    def text_of(self, place: int) -> int:
        """Return in which text the piece at a place stands."""
        return bisect_right(self.begins, place) - 1

    def span(self, sentence: int) -> tuple[int, int, int]:
        """Return of which text a sentence is, and from where to where it goes there."""
        return bisect_right(self.first_sentences, sentence) - 1, *self.spans[sentence]

    def sizes(self) -> list[int]:
        """Count the pieces of each text."""
        return [end - begin for begin, end in pairwise(self.begins)]

    def of_text(self, number: int) -> Sequence[str]:
        """Return the pieces of one text."""
        return self.pieces[self.begins[number] : self.begins[number + 1]]

    def with_any(self, pieces: Iterable[str]) -> Sequence[int]:
        """Return which texts have any of some pieces, in order."""
        return sorted({self.text_of(place) for piece in pieces for place in self.places[piece]})


def concordance(texts: Iterable[str]) -> Concordance:
    """Take texts apart; what looks for names, for evidence and for remarks asks for it of one article after the other."""
    given = tuple(texts)
    if "\n" in "".join(given):  # whichever white space, it is the same
        given = tuple([text.replace("\n", " ") for text in given])
    return _concordance(given)


@lru_cache(maxsize=2)
def _concordance(texts: tuple[str, ...]) -> Concordance:
    found = [*map(sentences, texts)]
    apart = [text[start:end].split() for text, spans in zip(texts, found, strict=True) for start, end in spans]
    pieces = [*chain.from_iterable(apart)]
    places = defaultdict[str, list[int]](list)
    for place, piece in enumerate(pieces):
        places[piece].append(place)
    sizes = [*map(len, apart)]
    first_sentences = [*accumulate(map(len, found), initial=0)]
    ends = [*accumulate(sizes, initial=0)]
    begins = [ends[sentence] for sentence in first_sentences]
    return Concordance(pieces, dict(places), begins, _numbers(sizes), [*chain.from_iterable(found)], first_sentences)


def _numbers(sizes: Iterable[int]) -> Sequence[int]:
    """Return the number of its group for each member of groups that have so many."""
    return [*chain.from_iterable(map(repeat, count(), sizes))]
