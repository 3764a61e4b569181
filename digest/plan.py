"""A library to the pages of its site; no address is given twice."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, chain

from digest import permalinks
from digest.errors import DigestError
from digest.model.library import Library
from digest.model.page import Group, Page, Place, Standing, Templated
from digest.model.site import Site

PageType = Callable[[Library, Site], Iterator[Page | Group]]
Known = Callable[[bytes], Sequence[Page]]
Listing = Callable[[Sequence[Place], Site], Iterator[Page]]


def plan(
    library: Library,
    site: Site,
    page_types: Sequence[PageType],
    listings: Sequence[Listing] = (),
    known: Known = lambda _: (),
) -> Iterator[Page]:
    """Yield all pages, each when it is asked for: together their views take more memory than the articles.

    Those that list pages come behind, and know the places of the others in order of address. Pages of a group whose key is
    `known` are not planned again. Raises DigestError when two pages would stand at one address, on a file system that ignores
    case too.
    """
    places: dict[str, Place] = {}
    modest: list[Page] = []
    for page in _pages(chain.from_iterable(page_type(library, site) for page_type in page_types), known):
        if page.gives_way:
            modest.append(page)
        else:
            yield _placed(page, places)
    others = [places[key] for key in sorted(places)]
    for page in chain.from_iterable(listing(others, site) for listing in listings):
        yield _placed(page, places)
    if modest:
        for page in _with_room(modest, places.values()):
            yield _placed(page, places)


def _pages(planned: Iterable[Page | Group], known: Known) -> Iterator[Page]:
    for one in planned:
        if isinstance(one, Page):
            yield one
        elif before := known(one.key):
            yield from before
        else:
            yield from (replace(page, group=one.key) for page in one.pages())


def _placed(page: Page, places: dict[str, Place]) -> Page:
    """Return a page that has its place to itself."""
    key = page.permalink.casefold()
    if key in places:
        message = f"two pages at one address: {places[key].permalink} and {page.permalink}"
        raise DigestError(message, hint="give one of them another slug")
    listed = page.listed and isinstance(page.body, Templated | Standing)
    places[key] = Place(permalink=page.permalink, updated=page.updated, listed=listed)
    return page


def _with_room(modest: Sequence[Page], others: Iterable[Place]) -> Iterator[Page]:
    """Yield the pages whose file is no other's, no folder of another, and in no folder that is a file."""
    paths = {_path(page) for page in others}
    taken = {above for path in paths for above in _with_folders(path)}
    for page in modest:
        path, way = _path(page), _with_folders(_path(page))
        if path not in taken and paths.isdisjoint(way):
            paths.add(path)
            taken |= way
            yield page


def _path(page: Page | Place) -> str:
    return permalinks.file(page.permalink).casefold()


def _with_folders(path: str) -> set[str]:
    """Return a path and those of the folders that it stands in."""
    return set(accumulate(path.split("/"), "{}/{}".format))
