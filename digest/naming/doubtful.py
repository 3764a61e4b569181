"""List pairs of entities that may be one: an editor decides, the program never joins by likeness."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from typing import Literal

from digest.model.names import Entity
from digest.naming.forms import folded

Reason = Literal["may be short for", "is spelled like", "is of another type than", "has the same name as"]
_ONE_SPELLING = 0.86
_OPENING = 3
_MOST_ALIKE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Two entities and why they may be one; the first would be joined to the second."""

    first: Entity
    second: Entity
    reason: Reason


def doubtful(entities: Sequence[Entity]) -> tuple[Doubt, ...]:
    """List the doubtful pairs, each once, in order of keys."""
    found: dict[tuple[str, str], Doubt] = {}
    for doubt in (*_of_one_name(entities), *_short(entities), *_alike(entities)):
        found.setdefault((min(doubt.first.key, doubt.second.key), max(doubt.first.key, doubt.second.key)), doubt)
    return tuple(found[pair] for pair in sorted(found))


def _of_one_name(entities: Iterable[Entity]) -> Iterator[Doubt]:
    by_name: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        by_name[folded(entity.name)].append(entity)
    for same in by_name.values():
        for first, second in combinations(same, 2):
            reason: Reason = "has the same name as" if first.type == second.type else "is of another type than"
            yield Doubt(first=first, second=second, reason=reason)


def _short(entities: Iterable[Entity]) -> Iterator[Doubt]:
    """List single words with the longer names that begin or end with them."""
    ends: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    single = []
    for entity in entities:
        words = folded(entity.name).split()
        if len(words) == 1:
            single.append(entity)
        elif words:
            for word in {words[0], words[-1]} if entity.type == "organization" else {words[-1]}:
                ends[entity.type, word].append(entity)
    for entity in single:
        for longer in ends[entity.type, folded(entity.name)][:_MOST_ALIKE] if entity.type in {"person", "organization"} else ():
            yield Doubt(first=entity, second=longer, reason="may be short for")


def _alike(entities: Iterable[Entity]) -> Iterator[Doubt]:
    """List names of one type that begin alike and differ by a letter or two."""
    buckets: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in entities:
        if entity.type != "group":  # a people's adjective and its plural are alike and apart
            buckets[entity.type, folded(entity.name)[:_OPENING]].append(entity)
    for bucket in buckets.values():
        for first, second in combinations(bucket[:_MOST_ALIKE], 2):
            one, other = folded(first.name), folded(second.name)
            if abs(len(one) - len(other)) <= _OPENING and SequenceMatcher(None, one, other).ratio() >= _ONE_SPELLING:
                shorter, longer = sorted((first, second), key=lambda entity: (len(entity.name), entity.key))
                yield Doubt(first=shorter, second=longer, reason="is spelled like")
