"""The entities of all articles joined: the same full name is one entity, a short name joins where only one can be meant."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from digest.model.names import Entity, EntityType
from digest.naming.forms import folded
from digest.naming.identity import free_key
from digest.naming.people import family_name, is_full_name
from digest.text.slugs import slug

_Identity = tuple[EntityType, str]
# Of entities of one slug, the first of these types keeps it bare: a fixed order, so that keys depend on no count.
_PRECEDENCE: tuple[EntityType, ...] = ("place", "organization", "person", "product", "event", "work", "group", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The entities of a library by key, and for each article, in order, pairs of a key of its own and the library's other one."""

    entities: tuple[Entity, ...]
    keys: tuple[tuple[tuple[str, str], ...], ...]


def join(articles: Sequence[Sequence[Entity]]) -> Joined:
    """Join the entities of articles; the result depends on the articles, not on their order."""
    members: dict[_Identity, Counter[Entity]] = defaultdict(Counter)
    for entity, count in Counter(chain.from_iterable(articles)).items():
        members[_identity(entity)][entity] = count
    meant = _short_names(members)
    joined: dict[_Identity, Counter[Entity]] = defaultdict(Counter)
    for identity, same in members.items():
        joined[meant.get(identity, identity)] += same
    keys = _keys(joined)
    whole = ((entity, keys[meant.get(identity, identity)]) for identity, same in members.items() for entity in same)
    others = {entity: key for entity, key in whole if key != entity.key}
    return Joined(
        entities=tuple(
            sorted((_entity(keys[identity], identity, same) for identity, same in joined.items()), key=lambda entity: entity.key)
        ),
        keys=tuple(tuple((entity.key, others[entity]) for entity in entities if entity in others) for entities in articles),
    )


def _identity(entity: Entity) -> _Identity:
    """Tell by what an entity is the same in another article: its type and the slug of its name."""
    return entity.type, slug(entity.name)


def _short_names(members: Mapping[_Identity, Iterable[Entity]]) -> dict[_Identity, _Identity]:
    """Pair bare family names and acronyms with the one entity of the library that bears them in full."""
    owners: dict[tuple[EntityType, str], set[_Identity]] = {}
    for identity, same in members.items():
        for short in _shorts(identity[0], same):
            owners.setdefault((identity[0], short), set()).add(identity)
    found = {}
    for identity, same in members.items():
        name = min(entity.name for entity in same)
        if not (identity[0] == "person" and is_full_name(name)):
            meant = owners.get((identity[0], folded(name)), set()) - {identity}
            if len(meant) == 1:
                found[identity] = next(iter(meant))
    return {identity: meant for identity, meant in found.items() if meant not in found}


def _shorts(kind: EntityType, same: Iterable[Entity]) -> set[str]:
    """List the short names by which an entity may go in another article."""
    if kind == "person":
        return {folded(family_name(name)) for name in {entity.name for entity in same} if is_full_name(name)}
    return {folded(alias) for alias in {alias for entity in same for alias in entity.aliases} if alias.isupper()}


def _keys(joined: Iterable[_Identity]) -> dict[_Identity, str]:
    """Give each entity its slug as key; where several share one, all but the first type bear their type too."""
    keys: dict[_Identity, str] = {}
    taken: set[str] = set()
    for identity in sorted(joined, key=lambda identity: (_PRECEDENCE.index(identity[0]), identity[1])):
        kind, made = identity
        keys[identity] = free_key(made, kind, taken)
        taken.add(keys[identity])
    return keys


def _entity(key: str, identity: _Identity, same: Mapping[Entity, int]) -> Entity:
    """Make one entity of those that so many articles know, called as most articles call it."""
    names, aliases = Counter[str](), Counter[str]()
    for entity, count in same.items():
        names[entity.name] += count * (slug(entity.name) == identity[1])
        for alias in dict.fromkeys((entity.name, *entity.aliases)):
            aliases[alias] += count
    name = max(names, key=lambda name: (names[name], name))
    ordered = sorted(aliases, key=lambda alias: (-aliases[alias], alias))
    return Entity(key=key, name=name, type=identity[0], aliases=tuple(alias for alias in ordered if alias != name))
