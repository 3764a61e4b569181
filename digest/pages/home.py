"""The front page: the latest issue, or the undated articles when there is none."""

from collections.abc import Iterator
from dataclasses import replace

from digest import permalinks
from digest.issues import press
from digest.model.library import Library
from digest.model.page import Page, Templated
from digest.model.site import Site


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make the front page."""
    del site
    view = replace(press(library).front(), permalink=permalinks.HOME)
    yield Page(permalink=view.permalink, body=Templated(template="home.html", view=view))
