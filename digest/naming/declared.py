"""Find the entities that an editor declares for an article: their names and aliases, wherever they literally stand."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

import msgspec

from digest.model.names import Entity
from digest.naming.lines import DECLARED, Line, Span
from digest.naming.tokens import plain, tokens
from digest.text.concordance import concordance
from digest.text.remembered import Remembered


class Pieces(NamedTuple):
    """The tokens between white space as words with plain apostrophes, and where each starts and ends there."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


class Place(msgspec.Struct, frozen=True, gc=False):
    """Characters of a text that name an entity, and of how many tokens they are."""

    start: int
    end: int
    size: int
    entity: Entity


@dataclass(frozen=True, slots=True)
class Forms:
    """What declared names and aliases look like, as phrases of tokens, and by first word how many tokens they have."""

    entities: Mapping[str, Entity]
    sizes: Mapping[str, Sequence[int]]


def forms(declared: Sequence[Entity]) -> Forms:
    """Take names and aliases apart; of two that look alike the first stands."""
    found = {_phrase(form): entity for entity in reversed(declared) for form in (*reversed(entity.aliases), entity.name)}
    sizes: dict[str, set[int]] = defaultdict(set)
    for form in filter(None, found):
        first_word, *others = form.split(" ")
        sizes[first_word].add(1 + len(others))
    return Forms(found, {word: sorted(of_word, reverse=True) for word, of_word in sizes.items()})


def declared_names(lines: Sequence[Line], declared: Sequence[Entity]) -> Iterator[Span]:
    """List the spans of declared names and aliases."""
    known = forms(declared)
    for number, line in enumerate(lines if declared else ()):
        for first, word in enumerate(line.plain):
            for size in known.sizes.get(word, ()):
                is_whole = first + size <= len(line.plain)
                entity = known.entities.get(line.phrase(first, first + size)) if is_whole else None
                if entity:
                    yield Span(number, first, first + size, entity.type, entity.name, weight=DECLARED)
                    break


def places(texts: Sequence[str], known: Forms) -> Sequence[Sequence[Place]]:
    """List where declared names stand in each text, of two that overlap the longer: `declared_names`, resolved.

    No token has white space in it, so only what stands between white space and holds a first word is taken apart.
    """
    apart = concordance(texts)
    first_words = frozenset(known.sizes)
    openers = [piece for piece in apart.places if not first_words.isdisjoint(_PIECES[piece].words)]
    found = [list[Place]() for _ in texts]
    number = reached = end = -1
    for at in sorted(chain.from_iterable(map(apart.places.__getitem__, openers))):
        if at >= end:
            number, reached = apart.text_of(at), 0
            end = apart.begins[number + 1]
        piece = apart.pieces[at]
        start = _standing(piece, texts[number], reached)
        reached = start + len(piece)
        found[number] += _beginning(texts[number], start, apart.pieces, range(at, end), known)
    return [_apart(here) if len(here) > 1 else here for here in found]


def _beginning(text: str, start: int, pieces: Sequence[str], numbers: range, known: Forms) -> list[Place]:
    """List the names that begin in the first of some pieces, which stand from `start` on, at each token the longest."""
    words, starts, _ = _PIECES[pieces[numbers[0]]]
    found: list[Place] = []
    behind = numbers[0] + 1
    for first, begin in enumerate(starts):
        for size in known.sizes.get(words[first], ()):
            last = first + size
            while len(words) < last and behind < numbers.stop:
                words += _PIECES[pieces[behind]].words
                behind += 1
            name = " ".join(words[first:last])
            if last <= len(words) and name in known.entities:
                as_written = text.startswith(name, start + begin)
                end = start + begin + len(name) if as_written else _end(text, start, pieces[numbers[0] : behind], last)
                found.append(Place(start + begin, end, size, known.entities[name]))
                break
    return found


def _end(text: str, at: int, pieces: Sequence[str], last: int) -> int:
    """Return where the last of so many tokens ends, of pieces that stand from `at` on."""
    for piece in pieces:
        at = text.index(piece, at)
        ends = _PIECES[piece].ends
        if last <= len(ends):
            return at + ends[last - 1]
        last -= len(ends)
        at += len(piece)
    return at


def _standing(piece: str, text: str, at: int) -> int:
    """Return the first place from `at` on where a piece stands between white space."""
    at = text.index(piece, at)
    end = at + len(piece)
    while not ((at == 0 or text[at - 1].isspace()) and (end == len(text) or text[end].isspace())):
        at = text.index(piece, at + 1)
        end = at + len(piece)
    return at


def _apart(found: Sequence[Place]) -> Sequence[Place]:
    """Choose as all candidates are chosen among: the longer, then the earlier."""
    if all(one.end <= other.start for one, other in pairwise(found)):
        return found
    taken: set[int] = set()
    kept: list[Place] = []
    for one in sorted(found, key=lambda place: (-place.size, place.start)):
        characters = range(one.start, one.end)
        if taken.isdisjoint(characters):
            taken.update(characters)
            kept.append(one)
    return sorted(kept, key=lambda place: place.start)


@lru_cache(maxsize=1 << 14)
def _phrase(form: str) -> str:
    return " ".join([word for piece in form.split() for word in _PIECES[piece].words])


def _split(piece: str) -> Pieces:
    found = tokens(piece)
    return Pieces(
        tuple(plain(token.text) for token in found), tuple(token.start for token in found), tuple(token.end for token in found)
    )


_PIECES = Remembered(_split)
