"""The list of everyone and everything that is named, by type."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from digest import permalinks
from digest.model.library import Library
from digest.model.names import Entities
from digest.model.page import Page, Templated
from digest.model.site import Site
from digest.views import NameGroup, grouped, ranked


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitiesView:
    """All entities by type, those most often named first."""

    permalink: str
    groups: tuple[NameGroup, ...]


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make the list's page."""
    del site
    found = library[Entities]
    counts: Counter[str] = Counter()
    for appearance in found.appearances:
        counts[appearance.entity] += len(appearance.mentions)
    groups = grouped(ranked(counts, {entity.key: entity for entity in found.entities}))
    view = EntitiesView(permalink=permalinks.ENTITIES, groups=groups)
    yield Page(permalink=view.permalink, body=Templated(template="entities.html", view=view))
