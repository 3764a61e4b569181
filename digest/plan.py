"""A library to the pages of its site; no address is given twice."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate

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
    planned = [page for page_type in page_types for page in page_type(library, site)]
    pages: dict[str, Page] = {}
    _add((page for page in planned if not page.gives_way), pages)
    others = _ordered(pages)
    for listing in listings:
        _add(listing(others, site), pages)
    _add(_with_room([page for page in planned if page.gives_way], pages.values()), pages)
    return _ordered(pages)


def _add(more: Iterable[Page], pages: dict[str, Page]) -> None:
    for page in more:
        key = page.permalink.casefold()
        if key in pages:
            message = f"two pages at one address: {pages[key].permalink} and {page.permalink}"
            raise DigestError(message, hint="give one of them another slug")
        pages[key] = page


def _with_room(modest: Sequence[Page], others: Iterable[Page]) -> Iterator[Page]:
    """Yield the pages whose file is no other's, no folder of another, and in no folder that is a file."""
    paths = {_path(page) for page in others}
    taken = {above for path in paths for above in _with_folders(path)}
    for page in modest:
        path, way = _path(page), _with_folders(_path(page))
        if path not in taken and paths.isdisjoint(way):
            paths.add(path)
            taken |= way
            yield page


def _path(page: Page) -> str:
    return permalinks.file(page.permalink).casefold()


def _with_folders(path: str) -> set[str]:
    """Return a path and those of the folders that it stands in."""
    return set(accumulate(path.split("/"), "{}/{}".format))


def _ordered(pages: dict[str, Page]) -> tuple[Page, ...]:
    return tuple(pages[key] for key in sorted(pages))
