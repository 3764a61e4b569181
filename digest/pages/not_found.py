"""The page that a host shows for an address that is not there."""

from collections.abc import Iterator
from dataclasses import dataclass

from digest import permalinks
from digest.model.library import Library
from digest.model.page import Page, Templated
from digest.model.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView:
    """Nothing but the way back."""

    permalink: str


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make `404.html`."""
    del library, site
    view = NotFoundView(permalink=permalinks.NOT_FOUND)
    yield Page(permalink=view.permalink, body=Templated(template="404.html", view=view), listed=False)
