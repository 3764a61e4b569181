"""A library to the pages of its site; no address is given twice."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from digest import permalinks
from digest.errors import DigestError
from digest.model.library import Library
from digest.model.page import Page
from digest.model.site import Site

PageType = Callable[[Library, Site], Iterator[Page]]
Listing = Callable[[Sequence[Page], Site], Iterator[Page]]


def plan(library: Library, site: Site, page_types: Sequence[PageType], listings: Sequence[Listing] = ()) -> tuple[Page, ...]:
    """List all pages in order of address; those that list pages themselves know all others.

    Raises DigestError when two pages would stand at one address, on a file system that ignores case too.
    """
    pages: dict[str, Page] = {}
    modest: list[Page] = []
    for page_type in page_types:
        for page in page_type(library, site):
            if page.gives_way:
                modest.append(page)
            else:
                _add(page, pages)
    for page in _with_room(modest, pages.values()):
        _add(page, pages)
    others = _ordered(pages)
    for listing in listings:
        for page in listing(others, site):
            _add(page, pages)
    return _ordered(pages)


def _add(page: Page, pages: dict[str, Page]) -> None:
    key = page.permalink.casefold()
    if key in pages:
        message = f"two pages at one address: {pages[key].permalink} and {page.permalink}"
        raise DigestError(message, hint="give one of them another slug")
    pages[key] = page


def _ordered(pages: dict[str, Page]) -> tuple[Page, ...]:
    return tuple(pages[key] for key in sorted(pages))


def _with_room(modest: Sequence[Page], others: Iterable[Page]) -> Iterator[Page]:
    """Yield the pages whose file is no other's, no folder of another, and in no folder that is a file."""
    paths = {PurePosixPath(permalinks.file(page.permalink).casefold()) for page in others}
    taken = {above for path in paths for above in (path, *path.parents)}
    for page in modest:
        path = PurePosixPath(permalinks.file(page.permalink).casefold())
        if path not in taken and paths.isdisjoint(path.parents):
            paths.add(path)
            taken |= {path, *path.parents}
            yield page
