"""What speaks for a label: a stretch of a line to hashed features of each of its tokens.

A feature's name is a template and what fills it, hashed to a place in the model's table; so the model holds no words, and a
change to a name here asks for training anew.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from digest.naming.gazetteers import clusters, first_names, gazetteer, surnames, words
from digest.naming.lines import Line, Span
from digest.naming.tokens import phrase, plain
from digest.naming.vocabulary import (
    COMMON_ACRONYMS,
    DATES,
    EVENT_ENDINGS,
    HONORIFICS,
    NAME_PARTICLES,
    OPENERS,
    ORGANIZATION_ENDINGS,
    ORGANIZATION_HEADS,
    PLACE_ENDINGS,
    PLACE_HEADS,
    TITLES,
)

TABLE_BITS = 20
_MASK = (1 << TABLE_BITS) - 1
_KEPT_WORDS = 1 << 16
_LONG_RUN = 6


class Clue(NamedTuple):
    """What is known of one token: its word, form, lists that have it, clusters, and what gazetteers and rules call it."""

    word: str
    shape: str
    lists: str
    cluster: str
    wide: str
    known: str
    rule: str


_OUTSIDE = Clue("|", "|", "|", "|", "|", "|", "|")
_LISTS = (
    ("t", TITLES),
    ("h", HONORIFICS),
    ("o", OPENERS),
)
_CASED_LISTS = (
    ("O", ORGANIZATION_ENDINGS),
    ("H", ORGANIZATION_HEADS),
    ("P", PLACE_ENDINGS),
    ("p", PLACE_HEADS),
    ("v", EVENT_ENDINGS),
    ("d", DATES),
    ("n", NAME_PARTICLES),
    ("c", COMMON_ACRONYMS),
)


def hashed_clues(line: Line, first: int, last: int, found: Sequence[str], small: AbstractSet[str]) -> list[list[int]]:
    """Give the features of each token of a stretch; `found` labels the line by rule, `small` has the document's small words."""
    known = _known(line, first, last)
    around = [_clue(line, at, known, found) for at in range(first - 2, last + 2)]
    runs = _runs(line, first, last)
    return [
        [crc32(name.encode()) & _MASK for name in _names(line, first + at, around[at : at + 5], runs[at], small)]
        for at in range(last - first)
    ]


def rule_labels(line: Line, spans: Sequence[Span]) -> list[str]:
    """Write what the rules found as a label for each token of a line."""
    labels = ["-"] * len(line.tokens)
    for span in spans:
        mark = (span.type or "title")[:2] + ("+" if span.weight > 1 else "" if span.weight >= 0 else "?")
        for at in range(span.first, span.last):
            labels[at] = mark + ("B" if at == span.first else "L" if at == span.last - 1 else "I")
    return labels


def _names(line: Line, at: int, around: Sequence[Clue], run: tuple[str, str, str], small: AbstractSet[str]) -> Iterator[str]:
    """Name the features of a token among two on either side."""
    before2, before, here, after, after2 = around
    token = line.tokens[at]
    place = ("T" if line.titled else "S" if line.shouted else "") + ("o" if token.opens else "")
    word, shape = here.word, here.shape
    yield f"0{place}"
    yield f"w{word}"
    yield f"v{word}|{place}"
    yield f"a{before.word}|{shape}"
    yield f"b{after.word}|{shape}"
    yield f"c{before2.word}"
    yield f"d{after2.word}"
    yield f"e{before.word}|{word}"
    yield f"f{word}|{after.word}"
    yield f"g{before2.word}|{before.word}"
    yield f"h{after.word}|{after2.word}"
    yield f"s{shape}|{place}"
    yield f"S{before.shape}|{shape}|{after.shape}"
    yield f"i{word[:3]}|{shape}"
    yield f"j{word[-3:]}|{shape}"
    yield f"k{word[-2:]}"
    yield f"J{word[-4:]}"
    yield f"l{here.cluster}"
    yield f"m{before.cluster}|{shape}"
    yield f"n{after.cluster}|{shape}"
    yield f"o{before.wide}|{here.wide}|{after.wide}"
    yield f"p{before2.cluster}"
    yield f"q{after2.cluster}"
    yield f"x{here.lists}|{place}|{word in small}"
    yield f"y{before.lists}|{here.lists}"
    yield f"z{here.lists}|{after.lists}"
    yield f"X{before.lists}|{here.lists}|{after.lists}"
    yield f"A{here.known}|{shape}"
    yield f"B{before.known}|{here.known}|{after.known}"
    yield f"C{here.known}|{before.word}"
    yield f"D{here.known}|{after.word}"
    yield f"E{here.rule}|{place}"
    yield f"F{before.rule}|{here.rule}|{after.rule}"
    yield f"G{here.rule}|{here.lists}"
    yield f"H{here.rule}|{word}"
    yield f"I{here.rule}|{here.known}"
    yield f"K{here.rule}|{before.word}"
    yield f"L{here.rule}|{after.word}"
    yield f"M{run[0]}"
    yield f"N{run[1]}"
    yield f"O{run[1]}|{run[2]}"
    yield f"P{run[0]}|{run[1]}|{run[2]}"


@lru_cache(maxsize=_KEPT_WORDS)
def _of_word(text: str, shouted: bool) -> tuple[str, str, str, str, str]:  # noqa: FBT001 - a cache key
    """Give the word, shape, lists and clusters of a token's text."""
    seen = text.title() if shouted and text.isalpha() and text not in gazetteer().entries else text
    small = plain(seen.lower())
    lists = "".join(letter for letter, listed in _LISTS if small.rstrip(".") in listed)
    lists += "".join(letter for letter, listed in _CASED_LISTS if seen in listed)
    lists += "g" * (seen in first_names()) + "s" * (seen in surnames()) + "e" * (small in words())
    number = clusters().get(small, -1)
    digits = "".join("0" if letter.isdigit() else letter for letter in small)
    return digits, _shape(seen), lists, str(number), str(number >> 3 if number >= 0 else _wide(seen))


def _shape(text: str) -> str:
    """Write a word's form, with runs of one kind as one letter: "McDonald" is XxXx."""
    if not text[0].isalnum():
        return text
    shape = ""
    for letter in text[:12]:
        kind = "d" if letter.isdigit() else "X" if letter.isupper() else "x" if letter.isalpha() else letter
        if not shape.endswith(kind):
            shape += kind
    return shape + "1" * (len(text) == 1)


def _wide(text: str) -> str:
    """Stand in for the cluster of a word that has none."""
    return "X" if text[0].isupper() else "d" if text[0].isdigit() else text if not text[0].isalnum() else "x"


def _clue(line: Line, at: int, known: Mapping[int, str], found: Sequence[str]) -> Clue:
    """Tell what is known of a token."""
    if not 0 <= at < len(line.tokens):
        return _OUTSIDE
    return Clue(*_of_word(line.tokens[at].text, line.shouted), known.get(at, ""), found[at])


def _known(line: Line, first: int, last: int) -> dict[int, str]:
    """Label the tokens of a stretch that gazetteers know, the longest phrases first."""
    entries, longest = gazetteer().entries, gazetteer().longest
    labels: dict[int, str] = {}
    at = first
    while at < last:
        end = at
        most = longest.get(plain(line.word(at)), 0)
        for end in range(min(at + most, last), at, -1):
            entry = entries.get(phrase(line.tokens[at:end]))
            if entry:
                mark = f"{entry.type[:2]}{entry.rank[:4]}{'?' if entry.doubtful else ''}{'1' if end - at == 1 else ''}"
                labels.update({index: mark + ("B" if index == at else "I") for index in range(at, end)})
                break
        else:
            end = at
        at = max(end, at + 1)
    return labels


def _runs(line: Line, first: int, last: int) -> list[tuple[str, str, str]]:
    """Give each token the place in its run of capitalised words, the run's last word and its first."""
    found: list[tuple[str, str, str]] = []
    at = first
    while at < last:
        end = at + 1
        if line.tokens[at].is_capitalized:
            while end < last and line.tokens[end].is_capitalized:
                end += 1
            ends = plain(line.word(end - 1).lower()), plain(line.word(at).lower())
            size = min(end - at, _LONG_RUN)
            found += [(f"{min(index, _LONG_RUN)}/{size}", *ends) for index in range(end - at)]
        else:
            found.append(("", "", ""))
        at = end
    return found
