"""Articles to choices: at each opening, which of its possible cuts is right, and what speaks for each."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digest.structure.encoding import encoded, style
from digest.structure.features import hashed, with_cut, without_cut
from digest.structure.openings import LONGEST_HEADING, Opening, Usage, cuts, tokens_of, usage
from digest.text.sentences import sentences
from structure_training.corpus import Article

_REACH = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An opening, how its article uses words, its possible cuts and the index of the right one; what a network sees of them."""

    opening: Opening
    used: Usage
    cuts: tuple[int, ...]
    right: int
    words: NDArray[np.int16]
    styles: tuple[int, ...]


def choices(article: Article) -> list[Choice]:
    """Return the choices of an article whose right cut is possible."""
    lines = list(_lines(article))
    used = usage((line for line, _ in lines), article.language)
    openings = _inside(lines, article) if article.layout == "one-line" else _line_by_line(lines, article)
    return [_choice(opening, size, used) for opening, size in openings if size in cuts(opening)]


def _lines(article: Article) -> Iterator[tuple[str, int]]:
    """Yield the lines of an article, each with the number of words of its heading."""
    for row in article.rows:
        size = len(row.heading.split())
        if article.layout == "own-line" and row.heading:
            yield row.heading, size
            yield row.text, 0
        else:
            yield f"{row.heading} {row.text}".strip(), size


def _line_by_line(lines: list[tuple[str, int]], article: Article) -> Iterator[tuple[Opening, int]]:
    tokens = [*(tokens_of(line, article.language) for line, _ in lines), ()]
    for index, (line, size) in enumerate(lines):
        opening = Opening(
            place="first" if index == 0 and article.titled else "line",
            tokens=tokens[index],
            size=len(line.split(None, 2 * LONGEST_HEADING)),
            following=tokens[index + 1],
        )
        yield opening, size


def _inside(lines: list[tuple[str, int]], article: Article) -> Iterator[tuple[Opening, int]]:
    text = " ".join(line for line, _ in lines)
    sizes: dict[int, int] = {}
    position = 0
    for line, size in lines:
        sizes[position] = size
        position += len(line) + 1
    for start, _ in sentences(text):
        opening = Opening(
            place="first" if start == 0 and article.titled else "inside",
            tokens=tokens_of(text[start : start + _REACH], article.language),
            size=len(text[start : start + _REACH].split(None, 2 * LONGEST_HEADING)) + 1,
        )
        yield opening, sizes.get(start, 0)


def features(choice: Choice) -> tuple[NDArray[np.int32], ...]:
    """Give the hashed features of each cut, where there are several."""
    opening, used = choice.opening, choice.used
    names = (with_cut(opening, cut, used) if cut else without_cut(opening, used) for cut in choice.cuts)
    return tuple(np.array(hashed(options), dtype=np.int32) for options in names) if len(choice.cuts) > 1 else ()


def _choice(opening: Opening, size: int, used: Usage) -> Choice:
    possible = cuts(opening)
    return Choice(
        opening=opening,
        used=used,
        cuts=possible,
        right=possible.index(size),
        words=np.array(encoded(opening, used), dtype=np.int16),
        styles=tuple(style(opening, cut) for cut in possible[1:]),
    )
