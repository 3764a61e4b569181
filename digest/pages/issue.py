"""The issues: the articles of each day that has some, twenty a page."""

from collections.abc import Iterator

from digest.model.library import Library
from digest.model.page import Page, Templated
from digest.model.site import Site
from digest.model.taxonomies import Taxonomies
from digest.views.issues import press


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make the pages of each issue."""
    del site
    all_issues = press(library)
    for place in range(len(library[Taxonomies].issues)):
        for view in all_issues.issue(place):
            yield Page(permalink=view.permalink, body=Templated(template="issue.html", view=view))
