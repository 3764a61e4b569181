"""A name alone to the type of what it names, as far as its words tell."""

from functools import lru_cache
from itertools import chain

from digest.model.names import EntityType, Passage
from digest.naming.find import find_names

_KNOWN = 1 << 16  # names


@lru_cache(maxsize=_KNOWN)
def type_of(name: str) -> EntityType:
    """Return the type of what a name alone would be taken for, all of it; `other` where nothing tells."""
    found = find_names((Passage(id="p1", kind="paragraph", text=name),))
    forms = {name, name.removeprefix("The ")}
    whole = (entity.type for entity in found.entities if not forms.isdisjoint((entity.name, *entity.aliases)))
    titled = (entity.type for entity in found.entities if entity.type == "person" and name.endswith(f" {entity.name}"))
    return next(chain(whole, titled), "other")
