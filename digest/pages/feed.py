"""The feeds of the site, of its tags, and of those who and what most of its articles name."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from heapq import nsmallest

from digest import permalinks
from digest.feeds.entries import Entry, entry, newest
from digest.feeds.formats import Feed, followed, formats
from digest.model.library import Annotated, Library
from digest.model.marked import Marked
from digest.model.names import Entities
from digest.model.page import Later, Page
from digest.model.retraction import Retraction, Retractions
from digest.model.site import Site, Wording
from digest.model.taxonomies import Taxonomies
from digest.views.cards import marked_articles

Listed = Marked[Annotated] | Retraction
_MOST_ENTRIES = 1 << 10  # one may stand in many feeds


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make each feed in all its formats, unless the site has none."""
    if not site.feeds:
        return
    full, full_of_entities, limit = site.feeds.content == "full", site.feeds.entity_content == "full", site.feeds.limit
    places = {one.path: place for place, one in enumerate(newest(library.articles, len(library.articles)))}
    articles = marked_articles(library)

    def listed(paths: Iterable[str]) -> Sequence[Listed]:
        return [articles(path) for path in nsmallest(limit, paths, key=places.__getitem__)]

    everything: list[Annotated | Retraction] = [*library.articles, *library[Retractions].retractions]
    latest = [one if isinstance(one, Retraction) else articles(one.path) for one in newest(everything, limit)]
    yield from _feeds(site, permalinks.HOME, "", latest, full=full)
    for tag in library[Taxonomies].tags:
        yield from _feeds(site, permalinks.tag(tag.slug), tag.name, listed(tag.articles), full=full)
    entities = {entity.key: entity for entity in library[Entities].entities}
    for key, paths in followed(library[Entities], site.feeds.entities).items():
        yield from _feeds(site, permalinks.entity(entities[key]), entities[key].name, listed(paths), full=full_of_entities)


def _feeds(site: Site, permalink: str, name: str, listed: Sequence[Listed], *, full: bool) -> Iterator[Page]:
    for form in formats(site.base_url):
        given = {"form": form, "permalink": permalink, "name": name, "listed": listed, "full": full}
        yield Page(permalink=permalinks.feed(permalink, form), body=Later(make=feed_file, given=given))


def feed_file(*, form: str, permalink: str, name: str, listed: Sequence[Listed], full: bool, site: Site) -> bytes:  # noqa: PLR0913 - what Later is given, by name
    """Write the feed of a page in one format."""
    feed = Feed(
        id=site.id.removesuffix("/") + permalink,
        permalink=permalink,
        title=f"{name} · {site.title}" if name else site.title,
        publisher=site.title,
        language=site.language,
        base_url=site.base_url,
        entries=tuple(_entry(one, site.wording, full=full) for one in listed),
    )
    return formats(site.base_url)[form](feed)


@lru_cache(maxsize=_MOST_ENTRIES)
def _entry(one: Listed, wording: Wording, *, full: bool) -> Entry:
    return entry(one if isinstance(one, Retraction) else one.value, wording, full=full)
