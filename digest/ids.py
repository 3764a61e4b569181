"""The id that an article bears for ever: stated by the editor, kept, taken along by a renamed file, or minted from its path.

Ids are `tag:` URIs (RFC 4151). What they are minted from never changes them again, since the lock file keeps them: neither a
new title, slug, date or domain.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
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


def site(base_url: str) -> str:
    """Mint the id of a site, with which those of its articles begin."""
    parts = urlsplit(base_url)
    return f"tag:{_domain(parts.hostname or '')},{_SINCE}:{quote(parts.path, _SAFE) or '/'}"


def with_ids(articles: Sequence[Article], kept: Mapping[str, Kept], standing: Collection[str], site: str) -> tuple[Article, ...]:
    """Give each article its id; no two have one.

    `kept` is what articles had, by path, and `standing` the paths that are still there: a file at a new path is the renamed one
    whose address it has.
    """
    owners: dict[str, str] = {}
    for one in articles:
        if is_uri(one.front_matter.id):
            owners.setdefault(one.front_matter.id, one.path)
    for path in sorted(kept):
        if path in standing:
            owners.setdefault(kept[path].id, path)
    renamed = {kept[path].address: kept[path].id for path in sorted(kept, reverse=True) if path not in standing}
    return tuple(replace(one, id=_free(_candidates(one, kept, renamed, site), one.path, owners)) for one in articles)


def doubled(articles: Sequence[Article]) -> Iterator[Problem]:
    """Tell of the articles that state the id of another."""
    for one in articles:
        if is_uri(one.front_matter.id) and one.id != one.front_matter.id:
            message, hint = f"the id '{one.front_matter.id}' is another article's", "give it one of its own, or leave the key out"
            yield Problem(level="warning", rule="id-taken", path=one.path, line=0, message=message, hint=hint)


def is_uri(text: str) -> bool:
    """Say whether a stated id stands as it is; any other word takes the place of the path in a minted one."""
    return bool(_URI.fullmatch(text))


def _candidates(one: Article, kept: Mapping[str, Kept], renamed: Mapping[str, str], site: str) -> Iterator[str]:
    stated, address = one.front_matter.id, permalinks.article(one.slug, one.front_matter.date)
    if is_uri(stated):
        yield stated
    if one.path in kept:
        yield kept[one.path].id
    yield renamed.get(address, "")
    word = one.path if is_uri(stated) else stated or one.path
    minted = site + quote(word, _SAFE)
    yield minted
    yield from (f"{minted};{number}" for number in count(2))


def _free(candidates: Iterator[str], path: str, owners: dict[str, str]) -> str:
    """Return the first candidate that is nobody else's; it is this article's from now on."""
    return next(one for one in candidates if one and owners.setdefault(one, path) == path)


def _domain(host: str) -> str:
    try:
        name = host.encode("idna").decode()
    except UnicodeError:
        name = ""
    return name if _DNS_NAME.fullmatch(name) else _NOBODYS
