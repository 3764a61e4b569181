"""The feeds of the site, of its tags, and of those who and what most of its articles name."""

from collections.abc import Iterable, Iterator
from functools import cache, partial
from heapq import nsmallest

from digest import permalinks
from digest.entries import Entry, entry, newest
from digest.feeds import Feed, followed, formats
from digest.model.library import Annotated, Library
from digest.model.names import Entities
from digest.model.page import Composed, Page
from digest.model.retraction import Retraction, Retractions
from digest.model.site import Site
from digest.model.taxonomies import Taxonomies


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make each feed in all its formats, unless the site has none."""
    if not site.feeds:
        return
    full, full_of_entities, limit = site.feeds.content == "full", site.feeds.entity_content == "full", site.feeds.limit
    articles = {annotated.article.path: annotated for annotated in library.articles}
    places = {one.path: place for place, one in enumerate(newest(library.articles, len(articles)))}

    @cache
    def entry_at(path: str, *, full: bool) -> Entry:
        return entry(articles[path], site.wording, full=full)

    def listing(paths: Iterable[str], *, full: bool) -> tuple[Entry, ...]:
        return tuple(entry_at(path, full=full) for path in nsmallest(limit, paths, key=places.__getitem__))

    everything: list[Annotated | Retraction] = [*library.articles, *library[Retractions].retractions]
    yield from _feeds(site, permalinks.HOME, "", tuple(entry(one, site.wording, full=full) for one in newest(everything, limit)))
    for tag in library[Taxonomies].tags:
        yield from _feeds(site, permalinks.tag(tag.slug), tag.name, listing(tag.articles, full=full))
    entities = {entity.key: entity for entity in library[Entities].entities}
    for key, paths in followed(library[Entities], site.feeds.entities).items():
        yield from _feeds(site, permalinks.entity(entities[key]), entities[key].name, listing(paths, full=full_of_entities))


def _feeds(site: Site, permalink: str, name: str, entries: tuple[Entry, ...]) -> Iterator[Page]:
    feed = Feed(
        id=site.id.removesuffix("/") + permalink,
        permalink=permalink,
        title=f"{name} · {site.title}" if name else site.title,
        publisher=site.title,
        language=site.language,
        base_url=site.base_url,
        entries=entries,
    )
    for name_of_file, write in formats(site.base_url).items():
        yield Page(permalink=permalinks.feed(permalink, name_of_file), body=Composed(compose=partial(write, feed)))
