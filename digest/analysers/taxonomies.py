"""Articles to the groups that they form by tag, by source and by calendar day."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from urllib.parse import urlsplit

from digest.model.article import Publication
from digest.model.library import Annotated
from digest.model.taxonomies import Filing, Issue, Licence, Publisher, Tag, Taxonomies
from digest.text import dates
from digest.text.slugs import slug, unique_slugs


def collect(annotated: Sequence[Annotated]) -> Taxonomies:
    """Group articles that are in order, newest first."""
    names = _names_of_hosts(annotated)
    spellings: dict[str, dict[str, str]] = defaultdict(dict)
    publications: dict[str, dict[str, Publication]] = defaultdict(dict)
    days: dict[date, list[str]] = defaultdict(list)
    undated: list[str] = []
    for article in (one.article for one in annotated):
        given = article.front_matter
        for tag in given.tags:
            spellings[_identity(tag)].setdefault(article.path, tag)
        if source := _source(given.source, names):
            publications[source][article.path] = given.source
        (days[dates.day(given.date)] if given.date else undated).append(article.path)
    tags, sources = unique_slugs(spellings), unique_slugs(publications)
    return Taxonomies(
        tags=tuple(sorted((_tag(tags[key], spellings[key]) for key in tags), key=lambda tag: tag.slug)),
        sources=tuple(sorted((_publisher(sources[key], publications[key]) for key in sources), key=lambda one: one.slug)),
        issues=tuple(Issue(day=day, articles=tuple(days[day])) for day in sorted(days, reverse=True)),
        undated=tuple(undated),
        filings=tuple(
            Filing(
                article=one.article.path,
                tags=tuple(tags[tag] for tag in dict.fromkeys(map(_identity, one.article.front_matter.tags))),
                source=sources.get(_source(one.article.front_matter.source, names), ""),
            )
            for one in annotated
        ),
    )


def _identity(name: str) -> str:
    """Tell by what a tag or a name is the same in another spelling."""
    return unicodedata.normalize("NFKC", name).casefold()


def _names_of_hosts(annotated: Sequence[Annotated]) -> Mapping[str, str]:
    """Tell the one name that goes with a host, so that an article that states an address alone joins it."""
    named: dict[str, set[str]] = defaultdict(set)
    for one in annotated:
        given = one.article.front_matter.source
        if given.name and (host := _host(given.url)):
            named[host].add(_identity(given.name))
    return {host: min(names) for host, names in named.items() if len(names) == 1}


def _source(given: Publication, names_of_hosts: Mapping[str, str]) -> str:
    """Tell by what a source is the same in another article: its name, or the host of its address."""
    host = _host(given.url)
    return _identity(given.name) or names_of_hosts.get(host, host)


@lru_cache(maxsize=1 << 16)
def _host(url: str) -> str:
    """Return the host of a web address, or nothing."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return (parts.hostname or "").removeprefix("www.") if parts.scheme in {"http", "https"} else ""


def _tag(made: str, spellings: Mapping[str, str]) -> Tag:
    """Make a tag of its spelling in each article, by path."""
    return Tag(slug=made, name=_usual(spellings.values()), articles=tuple(spellings))


def _publisher(made: str, publications: Mapping[str, Publication]) -> Publisher:
    """Make a source of what each article says of it, by path."""
    given = publications.values()
    host = _usual(_host(one.url) for one in given)
    licences: dict[str, list[str]] = defaultdict(list)
    for one in given:
        if one.granted:
            licences[slug(one.granted)].append(one.granted)
    return Publisher(
        slug=made,
        name=_usual(one.name for one in given) or host,
        owner=_usual(one.owner for one in given),
        host=host,
        licences=tuple(Licence(name=_usual(licences[key]), articles=len(licences[key])) for key in sorted(licences)),
        articles=tuple(publications),
    )


def _usual(spellings: Iterable[str]) -> str:
    """Return what is written most often, of equals the first by alphabet; nothing counts only when there is nothing else."""
    counts = Counter(filter(None, spellings))
    return min(counts, key=lambda text: (-counts[text], text), default="")
