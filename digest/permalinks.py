"""Where things stand on the site: every address is made here.

An address is a path below the site's root; one that ends in `/` is a folder's `index.html`. Links between pages are
relative and name that file, so that the same tree works at `/`, under `/repo/` and from disk.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache, lru_cache, partial
from hashlib import sha256

from digest.model.article import Article
from digest.model.names import Entity
from digest.text.remembered import Remembered

HOME = "/"
ENTITIES = "/entities/"
TAGS, SOURCES = "/tags/", "/sources/"
ARCHIVE, UNDATED = "/archive/", "/archive/undated/"
SEARCH, SEARCH_INDEX = "/search/", "/search/index/"
CORRECTIONS, ABOUT = "/corrections/", "/about/"
NOT_FOUND, ROBOTS = "/404.html", "/robots.txt"
LIBRARY, LATEST = "/library.json", "/latest.json"
_INDEX = "index.html"
_MARKS = 10
_WAYS, _LONGEST = 1 << 13, 1 << 10  # links that are remembered, and their characters


def article(slug: str, day: date | datetime | None) -> str:
    """Return an article's address, under its month or under `undated`."""
    return f"/{day.year:04}/{day.month:02}/{slug}/" if day else f"/undated/{slug}/"


def entity(found: Entity) -> str:
    """Return the address of an entity's page."""
    return f"{ENTITIES}{found.key}/"


def entities_of(kind: str) -> str:
    """Return the address of the list of all names of a type; it stands deeper than any entity's, so that none is hidden."""
    return f"{ENTITIES}all/{kind}/"


def tag(slug: str) -> str:
    """Return the address of a tag's page."""
    return f"{TAGS}{slug}/"


def source(slug: str) -> str:
    """Return the address of a source's page."""
    return f"{SOURCES}{slug}/"


def issue(day: date) -> str:
    """Return the address of the issue of a day."""
    return f"/issues/{day.isoformat()}/"


def year(number: int) -> str:
    """Return the address of a year in the archive."""
    return f"{ARCHIVE}{number:04}/"


def month(first: date) -> str:
    """Return the address of the month of a day in the archive."""
    return f"{year(first.year)}{first.month:02}/"


def numbered(permalink: str, number: int) -> str:
    """Return the address of a page of a list that begins at an address; the first page is the list itself."""
    return permalink if number == 1 else f"{permalink}page/{number}/"


def feed(permalink: str, name: str) -> str:
    """Return the address of a feed of what a page lists."""
    return f"{permalink}{name}"


def sitemap(number: int = 0) -> str:
    """Return the address of the sitemap, or of one of its parts."""
    return f"/sitemap-{number}.xml" if number else "/sitemap.xml"


def as_data(permalink: str) -> str:
    """Return the address at which a page stands as JSON."""
    return f"{permalink}index.json"


def older(permalink: str, number: int) -> str:
    """Return the address of a part of what a page's data leave out, which is numbered from the oldest on."""
    return f"{permalink}articles-{number}.json"


def file(permalink: str) -> str:
    """Return the path, below the output folder, of the file at an address."""
    return permalink.removeprefix("/") + (_INDEX if permalink.endswith("/") else "")


def relative(target: str, origin: str) -> str:
    """Return the link from the page at `origin` to the address `target`, which may end in a `#fragment`.

    A target that is no page of the site is linked as it is.
    """
    ways, neighbourhood, folders = _surroundings(origin)
    if not target.startswith(neighbourhood):
        return ways[target]
    address, hash_mark, fragment = target.partition("#")
    if fragment and address == origin:
        return hash_mark + fragment
    return next(_way(nearer, target[len(folder) - 1 :]) for nearer, folder in folders if target.startswith(folder))


@cache
def _ways(up: str) -> Remembered[str]:
    """Return the links from all pages of one depth, by address, but for what is near one of them."""
    return Remembered(partial(_way, up), most=_WAYS, longest=_LONGEST)


@lru_cache(maxsize=1 << 12)
def _surroundings(origin: str) -> tuple[Remembered[str], str, Sequence[tuple[str, str]]]:
    """Return the ways by the site's root, how addresses begin to which there may be a shorter one, and the way up to
    each folder that the page is in, the innermost first.
    """
    steps = origin.split("/")[:-1]
    folders = [("../" * up, "/".join((*steps[: len(steps) - up], ""))) for up in range(len(steps))]
    return _ways(folders[-1][0]), f"/{steps[1] if len(steps) > 1 else ''}", folders


def _way(up: str, target: str) -> str:
    """Return the link to an address below the folder that is so far up."""
    if not target.startswith("/"):
        return target
    address, hash_mark, fragment = target.partition("#")
    return f"{up}{address[1:]}{_INDEX if address.endswith('/') else ''}{hash_mark}{fragment}"


def absolute(target: str, base_url: str) -> str:
    """Return the full address of `target` under `base_url`, or from the root of whatever host when that is empty."""
    return base_url.rstrip("/") + target


def with_unique_slugs(articles: Sequence[Article], reserved: Mapping[str, str]) -> tuple[Article, ...]:
    """Give articles that would stand at one address different slugs, on file systems that ignore case too.

    `reserved` are addresses by path of article: whose address is still made of its own slug and date keeps it, and nobody else
    gets it. Of the others the first by path keeps its slug; the rest get a mark made from their path.
    """
    owners: dict[str, str] = {}
    for path in sorted(reserved):
        owners.setdefault(reserved[path].casefold(), path)
    ordered = sorted(articles, key=lambda one: one.path)
    slugged = ((one, _free_slug(one, reserved, owners)) for one in ordered)
    return tuple(one if one.slug == slug else replace(one, slug=slug) for one, slug in slugged)


def _free_slug(one: Article, reserved: Mapping[str, str], owners: dict[str, str]) -> str:
    """Return the slug of the address that an article has already, else of the first that is free, which it owns from now on."""
    day, kept = one.front_matter.date, reserved.get(one.path, "")
    if kept and owners[kept.casefold()] == one.path:
        for slug in slugs(one):
            if article(slug, day) == kept:
                return slug
    return next(slug for slug in slugs(one) if owners.setdefault(article(slug, day).casefold(), one.path) == one.path)


def slugs(one: Article) -> Iterator[str]:
    """Yield an article's slug, and then with marks made from its path, which others have by malice alone."""
    slug = one.slug
    for _ in range(_MARKS):
        yield slug
        slug = f"{slug}-{sha256(one.path.encode()).hexdigest()[:8]}"
