"""An opening to numbers: each word as the places of its features in the network's tables."""

from functools import cache, lru_cache
from zlib import crc32

from digest.structure.features import case_style
from digest.structure.lexicon import rows
from digest.structure.openings import LONGEST_HEADING, Opening, Usage
from digest.structure.tokens import Token

LENGTH = 38
_AHEAD = 14
_SHAPES, _ENDS, _OPENS = "-cCAMDP", "-\"'”’»)]}*_`.,;:!?…", "-\"'“‘«¿¡([{*_`"
_STYLES = ("A", "A1", "T", "S", "M", "m", "1", "F")
_PLACES = ("first", "line", "inside")
# How many places each table has; the first is that of words, which `data/words.txt` numbers from 1.
SIZES = (1024, 512, 64, len(_SHAPES), len(_ENDS), len(_OPENS), 16, 16)
STYLES, PLACES = 2 * len(_STYLES), len(_PLACES)


def encoded(opening: Opening, usage: Usage) -> list[tuple[int, ...]]:
    """Give the features of each word of an opening; those of the next line follow where a heading can fill this one."""
    fills = bool(opening.following) and opening.size <= LONGEST_HEADING
    tokens = opening.tokens[:LENGTH]
    ahead = opening.following[:_AHEAD] if fills else ()
    found: list[tuple[int, ...]] = []
    before = ""
    for index, token in enumerate((*tokens, *ahead)[:LENGTH]):
        is_next = index >= len(tokens)
        bits = (
            (token.word in usage.names)
            + 2 * (token.word in usage.small)
            + 4 * (usage.pairs[before, token.word] > 1)
            + 8 * is_next
        )
        found.append((*features(token), bits))
        before = token.word
    return found


def style(opening: Opening, cut: int) -> int:
    """Give the number of how a heading of `cut` words looks: its case, and whether it fills its line."""
    return 2 * _STYLES.index(case_style(opening.tokens[:cut])) + (cut == opening.size)


def place(opening: Opening) -> int:
    """Give the number of the place of an opening."""
    return _PLACES.index(opening.place)


@lru_cache(maxsize=1 << 16)
def features(token: Token) -> tuple[int, ...]:
    """Give what a word looks like wherever it stands, as places in the tables."""
    return (
        vocabulary().get(token.word, 0),
        crc32(token.word[-3:].encode()) % SIZES[0],
        crc32(token.key.encode()) % SIZES[1],
        crc32(token.kind.encode()) % SIZES[2],
        _SHAPES.index(token.shape),
        max(_ENDS.find(token.end or "-"), 0),
        max(_OPENS.find(token.opens or "-"), 0),
        token.is_title + 2 * token.is_function + 4 * token.is_content + 8 * token.ends_sentence,
    )


@cache
def vocabulary() -> dict[str, int]:
    """Give each word that the network knows its number."""
    return {word: number for number, (word,) in enumerate(rows("words.txt"), 1)}
