"""What crawlers ask for: `robots.txt`, and where the site's address is known the list of its pages."""

from collections.abc import Iterator, Sequence
from functools import partial

from digest import permalinks
from digest.model.article import Day
from digest.model.page import Composed, Page, Place, Verbatim
from digest.model.site import Site
from digest.text import dates
from digest.text.xml import document, element, parent

_MOST = 50_000  # addresses in one file; each would need a kilobyte to reach the other limit, 50 MB
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
Location = tuple[str, Day]


def pages(others: Sequence[Place], site: Site) -> Iterator[Page]:
    """Make `robots.txt`, and a sitemap or, for many pages, an index of sitemaps."""
    robots = "User-agent: *\nDisallow:\n"
    if site.base_url:
        robots += f"\nSitemap: {permalinks.absolute(permalinks.sitemap(), site.base_url)}\n"
        yield from _sitemaps([place for place in others if place.listed], site)
    yield Page(permalink=permalinks.ROBOTS, body=Verbatim(content=robots.encode()))


def _sitemaps(listed: Sequence[Place], site: Site) -> Iterator[Page]:
    places = [(permalinks.absolute(place.permalink, site.base_url), place.updated) for place in listed]
    parts = [places[first : first + _MOST] for first in range(0, len(places), _MOST)]
    if len(parts) == 1:
        yield _page(permalinks.sitemap(), "urlset", "url", places)
        return
    files = [permalinks.sitemap(number) for number in range(1, len(parts) + 1)]
    for file, part in zip(files, parts, strict=True):
        yield _page(file, "urlset", "url", part)
    changes = [dates.latest(*(changed for _, changed in part)) for part in parts]
    index = [(permalinks.absolute(file, site.base_url), changed) for file, changed in zip(files, changes, strict=True)]
    yield _page(permalinks.sitemap(), "sitemapindex", "sitemap", index)


def _page(permalink: str, root: str, entry: str, places: Sequence[Location]) -> Page:
    return Page(permalink=permalink, body=Composed(compose=partial(_written, root, entry, tuple(places))))


def _written(root: str, entry: str, places: Sequence[Location]) -> bytes:
    entries = (parent(1, entry, _told(address, changed)) for address, changed in places)
    return document(parent(0, root, entries, {"xmlns": _NAMESPACE}))


def _told(address: str, changed: Day) -> Iterator[str]:
    yield element(2, "loc", address)
    if changed:
        yield element(2, "lastmod", dates.written(changed))
