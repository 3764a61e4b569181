"""The issues: the articles of each day that has some, twenty a page."""

from collections.abc import Iterator
from functools import partial

from digest.model.library import Library
from digest.model.page import Group, Page, Templated
from digest.model.site import Site
from digest.model.taxonomies import Taxonomies
from digest.views.issues import Press, press


def pages(library: Library, site: Site) -> Iterator[Group]:
    """Make the pages of each issue."""
    del site
    all_issues = press(library)
    for place in range(len(library[Taxonomies].issues)):
        yield Group(key=all_issues.key(place), pages=partial(_pages, all_issues, place))


def _pages(all_issues: Press, place: int) -> Iterator[Page]:
    for view in all_issues.issue(place):
        yield Page(permalink=view.permalink, body=Templated(template="issue.html", view=view))
