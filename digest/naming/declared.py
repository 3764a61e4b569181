"""Find the entities that an editor declares for an article: their names and aliases, wherever they literally stand."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import msgspec

from digest.model.names import Entity
from digest.naming.lines import DECLARED, Line, Span
from digest.naming.tokens import plain, tokens
from digest.text.remembered import Remembered


class Pieces(NamedTuple):
    """The tokens between white space as words with plain apostrophes, and where each starts and ends there."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


_Begin = tuple[int, int, Sequence[int]]  # a token that may begin a name: which, from where on, of how many tokens the names are


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
    chunks = [text.split() for text in texts]
    openers = {chunk: begins for chunk in set().union(*chunks) if (begins := _begins(chunk, known.sizes))}
    return [_apart([*_candidates(text, own, openers, known)]) for text, own in zip(texts, chunks, strict=True)]


def _begins(chunk: str, sizes: Mapping[str, Sequence[int]]) -> Sequence[_Begin]:
    words, starts, _ = _PIECES[chunk]
    if sizes.keys().isdisjoint(words):
        return ()
    return [(at, start, sizes[word]) for at, (word, start) in enumerate(zip(words, starts, strict=True)) if word in sizes]


def _candidates(text: str, chunks: Sequence[str], openers: Mapping[str, Sequence[_Begin]], known: Forms) -> Iterator[Place]:
    """List the names that begin in chunks, at each token the longest."""
    reached = 0
    for number, chunk in enumerate(chunks):
        if chunk not in openers:
            continue
        at = _standing(chunk, text, reached)
        reached = at + len(chunk)
        words, behind = [*_PIECES[chunk].words], number + 1
        for first, start, sizes in openers[chunk]:
            for size in sizes:
                last = first + size
                while len(words) < last and behind < len(chunks):
                    words += _PIECES[chunks[behind]].words
                    behind += 1
                name = " ".join(words[first:last])
                if last <= len(words) and name in known.entities:
                    begin = at + start
                    as_written = text.startswith(name, begin)
                    end = begin + len(name) if as_written else _end(text, at, chunks[number:behind], last)
                    yield Place(begin, end, size, known.entities[name])
                    break


def _end(text: str, at: int, chunks: Sequence[str], last: int) -> int:
    """Return where the last of so many tokens ends, of chunks that stand from `at` on."""
    for chunk in chunks:
        at = text.index(chunk, at)
        ends = _PIECES[chunk].ends
        if last <= len(ends):
            return at + ends[last - 1]
        last -= len(ends)
        at += len(chunk)
    return at


def _standing(chunk: str, text: str, at: int) -> int:
    """Return the first place from `at` on where a chunk stands between white space."""
    at = text.index(chunk, at)
    end = at + len(chunk)
    while not ((at == 0 or text[at - 1].isspace()) and (end == len(text) or text[end].isspace())):
        at = text.index(chunk, at + 1)
        end = at + len(chunk)
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


def _phrase(form: str) -> str:
    return " ".join([word for chunk in form.split() for word in _PIECES[chunk].words])


def _split(chunk: str) -> Pieces:
    found = tokens(chunk)
    return Pieces(
        tuple(plain(token.text) for token in found), tuple(token.start for token in found), tuple(token.end for token in found)
    )


_PIECES = Remembered(_split)
