"""What was learned of names, and its judgement: a stretch of a line to the likeliest labels of its tokens."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from json import loads
from zlib import decompress

TYPES = ("person", "organization", "place", "misc")
LABELS = ("O", *(f"{place}-{kind}" for kind in TYPES for place in "BI"))
_LANE = 2
_ROW = len(LABELS) * _LANE
ZERO = 128


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagger:
    """A linear-chain model in whole numbers.

    `rows` has for each hashed feature a lane of two bytes for each label, from `ZERO` up for and below it against the label; a
    row read as one whole number adds up lane by lane. `moves` scores a label after another, `begins` a label at the start.
    """

    rows: bytes
    moves: tuple[tuple[int, ...], ...]
    begins: tuple[int, ...]
    bias: int = 0


@cache
def shipped() -> Tagger:
    """Read the model that comes with this package."""
    folder = files("digest.naming") / "data"
    numbers = loads((folder / "tagger.json").read_text(encoding="utf-8"))
    packed = decompress((folder / "tagger.bin").read_bytes())
    rows = bytearray(len(packed) * _LANE)
    rows[::_LANE] = packed
    return Tagger(
        rows=bytes(rows),
        moves=tuple(tuple(row) for row in numbers["moves"]),
        begins=tuple(numbers["begins"]),
        bias=numbers["bias"],
    )


def labels(clues: Sequence[Sequence[int]], tagger: Tagger) -> list[int]:
    """Give the likeliest label of each token of a stretch, by Viterbi's algorithm."""
    best: list[int] = [score + begin for score, begin in zip(_scores(clues[0], tagger), tagger.begins, strict=True)]
    back: list[list[int]] = []
    for places in clues[1:]:
        scores = _scores(places, tagger)
        came: list[int] = []
        reached: list[int] = []
        for score, moves in zip(scores, tagger.moves, strict=True):
            ways = list(map(int.__add__, best, moves))
            top = max(ways)
            came.append(ways.index(top))
            reached.append(top + score)
        back.append(came)
        best = reached
    path = [best.index(max(best))]
    for came in reversed(back):
        path.append(came[path[-1]])
    return path[::-1]


def spans(path: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """List the names that labels mark, as first and last token, the last not included, and type."""
    at = 0
    while at < len(path):
        end = at + 1
        if path[at]:
            kind = (path[at] - 1) // 2
            while end < len(path) and path[end] == 2 + 2 * kind:
                end += 1
            yield at, end, TYPES[kind]
        at = end


def _scores(places: Sequence[int], tagger: Tagger) -> list[int]:
    """Add up the rows of features, all labels at once."""
    rows = tagger.rows
    total = sum([int.from_bytes(rows[place * _ROW : place * _ROW + _ROW], "little") for place in places])
    zero = ZERO * len(places)
    scores = [lane - zero for lane in memoryview(total.to_bytes(_ROW, "little")).cast("H")]
    scores[0] += tagger.bias
    return scores
