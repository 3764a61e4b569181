"""The id that an article bears for ever: stated by the editor, kept, taken along by a renamed file, or minted from its path.

Ids are `tag:` URIs (RFC 4151). What they are minted from never changes them again, since the lock file keeps them: neither a
new title, slug, date or domain.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from urllib.parse import quote, urlsplit

from digest import permalinks
from digest.model.article import Article
from digest.model.kept import Kept
from digest.model.problem import Problem

_URI = re.compile(r"(?:tag|urn|https?):[^\s\x00-\x20\x7f-\x9f<>\"{}|\\^`\[\]]+")
_DNS_NAME = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")
_NOBODYS = "digest.invalid"  # RFC 2606 gives the domain to nobody
_SINCE = "2026"  # a tag's authority is whoever had the domain on a day; the year of digest's first release stands for all
_SAFE = "/-._~!$&'()*+,;=:@%"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Articles with their slugs and ids, and what each keeps of them, by path; the site itself stands at `/`."""

    articles: tuple[Article, ...]
    kept: Mapping[str, Kept]


def named(articles: Sequence[Article], had: Mapping[str, Kept], paths: Collection[str], base_url: str) -> Named:
    """Give articles the slugs and ids that they had, and new ones theirs; no two share one.

    `paths` are those of all files that are there: a file at a new path is the renamed one whose address it has.
    """
    home = had.get(permalinks.HOME) or Kept(address=permalinks.HOME, id=of_site(base_url))
    standing = {path: had[path] for path in sorted(paths) if path in had}
    gone = {had[path].address: had[path].id for path in sorted(had, reverse=True) if path not in paths}
    slugged = permalinks.with_unique_slugs(articles, {path: one.address for path, one in standing.items()})
    owners: dict[str, str] = {}
    for one in slugged:
        if is_uri(one.front_matter.id):
            owners.setdefault(one.front_matter.id, one.path)
    for path, kept in standing.items():
        owners.setdefault(kept.id, path)
    found = ((one, _free(_candidates(one, standing, gone, home.id), one.path, owners)) for one in slugged)
    done = [one if one.id == found_id else replace(one, id=found_id) for one, found_id in found]
    have = {one.path: Kept(address=_address(one), id=one.id) for one in done}
    return Named(articles=tuple(done), kept={permalinks.HOME: home, **standing, **have})


def of_site(base_url: str) -> str:
    """Mint the id of a site, with which those of its articles begin."""
    parts = urlsplit(base_url)
    return f"tag:{_domain(parts.hostname or '')},{_SINCE}:{quote(parts.path, _SAFE) or '/'}"


def doubled(articles: Sequence[Article]) -> Iterator[Problem]:
    """Tell of the articles that state the id of another."""
    for one in articles:
        if is_uri(one.front_matter.id) and one.id != one.front_matter.id:
            message, hint = f"the id '{one.front_matter.id}' is another article's", "give it one of its own, or leave the key out"
            yield Problem(level="warning", rule="id-taken", path=one.path, line=0, message=message, hint=hint)


def is_uri(text: str) -> bool:
    """Say whether a stated id stands as it is; any other word takes the place of the path in a minted one."""
    return bool(_URI.fullmatch(text))


def _candidates(one: Article, standing: Mapping[str, Kept], gone: Mapping[str, str], site: str) -> Iterator[str]:
    """Yield what may be an article's id, the best first, and then more than there are articles."""
    stated = one.front_matter.id
    if is_uri(stated):
        yield stated
    if one.path in standing:
        yield standing[one.path].id
    yield gone.get(_address(one), "")
    minted = site + quote(one.path if is_uri(stated) else stated or one.path, _SAFE)
    yield minted
    yield from (f"{minted};{number}" for number in count(2))


def _address(one: Article) -> str:
    return permalinks.article(one.slug, one.front_matter.date)


def _free(candidates: Iterator[str], path: str, owners: dict[str, str]) -> str:
    """Return the first candidate that is nobody else's; it is this article's from now on."""
    return next(one for one in candidates if one and owners.setdefault(one, path) == path)


def _domain(host: str) -> str:
    try:
        name = host.encode("idna").decode()
    except UnicodeError:
        name = ""
    return name if _DNS_NAME.fullmatch(name) else _NOBODYS
