"""A small convolutional network that reads an opening as a whole: its words to a score for each possible cut.

Each word is the sum of what its features weigh; three layers look at more and more words around it; a cut is then judged by the
words at both sides of it, by the mean of the heading, and by the heading's style.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from digest.structure.encoding import encoded, place, style
from digest.structure.openings import Opening, Usage

Floats = NDArray[np.float32]
Network = dict[str, Floats]


@dataclass(frozen=True, slots=True, kw_only=True)
class Networks:
    """A network for English and unknown languages, and one for the others; both know the same words."""

    english: Network
    foreign: Network

    def of(self, language: str) -> Network:
        """Return the network that reads a language."""
        return self.english if is_english(language) else self.foreign


def is_english(language: str) -> bool:
    """Tell whether a text is read as English, as one of no known language is."""
    return language in ("en", "")


_MOST_AT_ONCE = 128
_WIDTH, _DILATIONS = 5, (1, 2, 4)
_TABLES = 8
_SMALL = 1e-5


@cache
def shipped() -> Networks:
    """Read the networks that come with this package."""
    english = _arrays("network.npz")
    return Networks(english=english, foreign={**_arrays("network_foreign.npz"), "words": english["words"]})


def _arrays(name: str) -> Network:
    with (files("digest.structure") / "data" / name).open("rb") as file, np.load(file) as arrays:
        return {name: arrays[name].astype(np.float32) for name in arrays.files}


def scores(openings: Sequence[tuple[Opening, tuple[int, ...]]], usage: Usage, network: Network) -> list[list[float]]:
    """Score the cuts of openings; the first of each, 0, leaves it whole."""
    return [
        found
        for first in range(0, len(openings), _MOST_AT_ONCE)
        for found in _scores(openings[first : first + _MOST_AT_ONCE], usage, network)
    ]


def _scores(openings: Sequence[tuple[Opening, tuple[int, ...]]], usage: Usage, network: Network) -> list[list[float]]:
    rows = [encoded(opening, usage) for opening, _ in openings]
    lengths = np.array([len(row) for row in rows])
    places = np.array([place(opening) for opening, _ in openings])
    words = np.zeros((len(rows), int(lengths.max()), _TABLES + 1), dtype=np.int64)
    for index, row in enumerate(rows):
        words[index, : len(row)] = row
    read = _read(words, lengths, places, network)
    sums = np.cumsum(read, axis=1)
    whole = _judged(
        "none", np.concatenate((read[:, 0], sums[:, -1] / lengths[:, None]), axis=1), network["none place"][places], network
    )
    sizes = [len(cuts) - 1 for _, cuts in openings]
    rows_of = np.repeat(np.arange(len(rows)), sizes)
    cut = np.array([cut for _, cuts in openings for cut in cuts[1:]])
    styles = np.array([style(opening, cut) for opening, cuts in openings for cut in cuts[1:]])
    ahead = np.concatenate((read, np.zeros_like(read[:, :1])), axis=1)
    seen = np.concatenate((read[rows_of, cut - 1], ahead[rows_of, cut], sums[rows_of, cut - 1] / cut[:, None]), axis=1)
    made = _judged("cut", seen, network["style"][styles] + network["cut place"][places[rows_of]], network)
    found, begin = [], 0
    for index, size in enumerate(sizes):
        found.append([float(whole[index]), *map(float, made[begin : begin + size])])
        begin += size
    return found


def _read(words: NDArray[np.int64], lengths: NDArray[np.int64], places: NDArray[np.int64], network: Network) -> Floats:
    """Give each word of each opening its numbers, as its neighbours make them."""
    inside = (np.arange(words.shape[1]) < lengths[:, None])[:, :, None]
    read = network["words"][words[:, :, 0]] @ network["word"]
    for table in range(_TABLES):
        read += network[f"table {table}"][words[:, :, table + 1]]
    read = (read + network["position"][: words.shape[1]] + network["place"][places][:, None]) * inside
    for layer, dilation in enumerate(_DILATIONS):
        reach = dilation * (_WIDTH // 2)
        padded = np.pad(read, ((0, 0), (reach, reach), (0, 0)))
        around = np.concatenate([padded[:, at * dilation : at * dilation + read.shape[1]] for at in range(_WIDTH)], axis=2)
        read = read + np.maximum(around @ network[f"layer {layer}"] + network[f"layer {layer} bias"], 0)
        read = _normal(read) * network[f"layer {layer} scale"] + network[f"layer {layer} shift"]
        read *= inside
    return read


def _normal(read: Floats) -> Floats:
    centred = read - read.mean(axis=2, keepdims=True)
    spread: Floats = (centred * centred).mean(axis=2, keepdims=True)
    normal: Floats = centred / np.sqrt(spread + _SMALL)
    return normal


def _judged(name: str, seen: Floats, given: Floats, network: Network) -> Floats:
    hidden = np.maximum(seen @ network[name] + network[f"{name} bias"] + given, 0)
    judged: Floats = hidden @ network[f"{name} out"] + network[f"{name} out bias"]
    return judged
