"""The front page: the latest issue, or the undated articles when there is none."""

from collections.abc import Iterator

from digest.model.library import Library
from digest.model.page import Page, Templated
from digest.model.site import Site
from digest.views.issues import press


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make the front page, and those that follow it where its articles stand in no issue."""
    del site
    for view in press(library).front():
        yield Page(permalink=view.permalink, body=Templated(template="home.html", view=view))
