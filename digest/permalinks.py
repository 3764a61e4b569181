"""Where things stand on the site: every address is made here.

An address is a path below the site's root; one that ends in `/` is a folder's `index.html`. Links between pages are
relative and name that file, so that the same tree works at `/`, under `/repo/` and from disk.
"""

import posixpath
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256

from digest.model.article import Article
from digest.model.names import Entity

HOME = "/"
ENTITIES = "/entities/"
NOT_FOUND = "/404.html"


def article(slug: str, day: date | datetime | None) -> str:
    """Return an article's address, under its month or under `undated`."""
    return f"/{day.year:04}/{day.month:02}/{slug}/" if day else f"/undated/{slug}/"


def entity(found: Entity) -> str:
    """Return the address of an entity's page."""
    return f"{ENTITIES}{found.key}/"


def entities_of(kind: str, number: int) -> str:
    """Return the address of a page of all names of a type; it stands deeper than any entity's, so that none is hidden."""
    return f"{ENTITIES}all/{kind}/" + (f"{number}/" if number > 1 else "")


def as_data(permalink: str) -> str:
    """Return the address at which a page stands as JSON."""
    return f"{permalink}index.json"


def file(permalink: str) -> str:
    """Return the path, below the output folder, of the file at an address."""
    return permalink.removeprefix("/") + ("index.html" if permalink.endswith("/") else "")


def relative(target: str, origin: str) -> str:
    """Return the link from the page at `origin` to the address `target`, which may end in a `#fragment`."""
    address, hash_mark, fragment = target.partition("#")
    if address == origin and fragment:
        return hash_mark + fragment
    path = posixpath.relpath("/" + file(address), "/" + posixpath.dirname(file(origin)))
    return path + hash_mark + fragment


def absolute(target: str, base_url: str) -> str:
    """Return the full address of `target` under `base_url`, or from the root of whatever host when that is empty."""
    return base_url.rstrip("/") + target


def with_unique_slugs(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Give articles that would stand at one address different slugs.

    The first by path keeps its slug; the others get a mark made from their path, so the same folder always gives the same
    addresses, on file systems that ignore case too.
    """
    unique: dict[str, Article] = {}
    for one in sorted(articles, key=lambda one: one.path):
        slug = one.slug
        while (address := article(slug, one.front_matter.date).casefold()) in unique:
            slug = f"{slug}-{sha256(one.path.encode()).hexdigest()[:8]}"
        unique[address] = replace(one, slug=slug)
    return tuple(unique.values())
