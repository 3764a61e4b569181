"""A name alone to the type of what it names, as far as its words tell."""

from collections.abc import Mapping
from itertools import chain

from digest.model.names import EntityType, Passage
from digest.naming.find import find_names

_MOST = 1 << 16  # names
_TYPES: dict[str, EntityType] = {}


def type_of(name: str) -> EntityType:
    """Return the type of what a name alone would be taken for, all of it; `other` where nothing tells."""
    if name not in _TYPES:
        if len(_TYPES) >= _MOST:
            _TYPES.clear()
        _TYPES[name] = _type(name)
    return _TYPES[name]


def known_types() -> Mapping[str, EntityType]:
    """Return the types of all names that were asked for."""
    return _TYPES


def recall_types(types: Mapping[str, EntityType]) -> None:
    """Know types that this program found before, so that it need not read what it knows by name."""
    _TYPES.update(types)


def _type(name: str) -> EntityType:
    found = find_names((Passage(id="p1", kind="paragraph", text=name),))
    forms = {name, name.removeprefix("The ")}
    whole = (entity.type for entity in found.entities if not forms.isdisjoint((entity.name, *entity.aliases)))
    titled = (entity.type for entity in found.entities if entity.type == "person" and name.endswith(f" {entity.name}"))
    return next(chain(whole, titled), "other")
