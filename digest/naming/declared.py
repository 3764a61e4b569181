"""Find the entities that an editor declares for an article: their names and aliases, wherever they literally stand."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from digest.model.names import Entity
from digest.naming.lines import DECLARED, Line, Span
from digest.naming.tokens import phrase, plain, tokens

_CHUNK = re.compile(r"\S+")
_LONGEST_REMEMBERED = 40

Piece = tuple[str, int, int]


class Place(NamedTuple):
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
    found = {phrase(tokens(form)): entity for entity in reversed(declared) for form in (*reversed(entity.aliases), entity.name)}
    sizes: dict[str, set[int]] = defaultdict(set)
    for form in filter(None, found):
        first_word, *others = form.split(" ")
        sizes[first_word].add(1 + len(others))
    return Forms(found, {word: sorted(of_word, reverse=True) for word, of_word in sizes.items()})


def declared_names(lines: Sequence[Line], declared: Sequence[Entity]) -> Iterator[Span]:
    """List the spans of declared names and aliases."""
    known = forms(declared)
    for number, line in enumerate(lines):
        for first, token in enumerate(line.tokens):
            for size in known.sizes.get(plain(token.text), ()):
                words = line.tokens[first : first + size]
                entity = known.entities.get(phrase(words)) if len(words) == size else None
                if entity:
                    yield Span(number, first, first + size, entity.type, entity.name, weight=DECLARED)
                    break


def places(texts: Sequence[str], known: Forms) -> Sequence[Sequence[Place]]:
    """List where declared names stand in each text, of two that overlap the longer: `declared_names`, resolved.

    No token has white space in it, so only what stands between white space and holds a first word is taken apart.
    """
    words = set().union(*(text.split() for text in texts))
    openers = {word for word in words if any(piece in known.sizes for piece, _, _ in _pieces(word))}
    return [_apart([*_candidates(text, openers, known)]) for text in texts]


def _candidates(text: str, openers: Collection[str], known: Forms) -> Iterator[Place]:
    chunks = [*_CHUNK.finditer(text)] if openers else []
    for at, chunk in enumerate(chunks):
        if chunk[0] not in openers:
            continue
        pieces, behind = [*_placed(chunk)], at + 1
        for first, (word, start, _) in enumerate(tuple(pieces)):
            for size in known.sizes.get(word, ()):
                while len(pieces) < first + size and behind < len(chunks):
                    pieces += _placed(chunks[behind])
                    behind += 1
                own = pieces[first : first + size]
                entity = known.entities.get(" ".join([piece for piece, _, _ in own])) if len(own) == size else None
                if entity:
                    yield Place(start, own[-1][2], size, entity)
                    break


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


def _placed(chunk: re.Match[str]) -> Iterator[Piece]:
    before = chunk.start()
    return ((word, before + start, before + end) for word, start, end in _pieces(chunk[0]))


def _pieces(chunk: str) -> tuple[Piece, ...]:
    """Split what stands between white space into tokens; articles write the same few thousand words."""
    return _remembered(chunk) if len(chunk) <= _LONGEST_REMEMBERED else _split(chunk)


def _split(chunk: str) -> tuple[Piece, ...]:
    return tuple((plain(token.text), token.start, token.end) for token in tokens(chunk))


_remembered = lru_cache(maxsize=1 << 15)(_split)
