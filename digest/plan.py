"""A library to the pages of its site; no address is given twice."""

from collections.abc import Callable, Iterator, Sequence

from digest.errors import DigestError
from digest.model.library import Library
from digest.model.page import Page
from digest.model.site import Site

PageType = Callable[[Library, Site], Iterator[Page]]


def plan(library: Library, site: Site, page_types: Sequence[PageType]) -> tuple[Page, ...]:
    """List all pages in order of address.

    Raises DigestError when two pages would stand at one address, on a file system that ignores case too.
    """
    pages: dict[str, Page] = {}
    for page_type in page_types:
        for page in page_type(library, site):
            key = page.permalink.casefold()
            if key in pages:
                message = f"two pages at one address: {pages[key].permalink} and {page.permalink}"
                raise DigestError(message, hint="give one of them another slug")
            pages[key] = page
    return tuple(pages[key] for key in sorted(pages))
