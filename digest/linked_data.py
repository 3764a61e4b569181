"""What a page says to machines in the words of schema.org; full addresses stand in it where the site's is known."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from digest import permalinks
from digest.model.announcement import Announcement
from digest.model.article import Article, Correction, Day, Publication
from digest.model.evidence import Evidence
from digest.model.library import Annotated
from digest.model.names import Entity, EntityType
from digest.model.retraction import Retraction
from digest.model.site import Site
from digest.text import dates
from digest.text.web import web_address

Described = dict[str, object]

_CONTEXT = "https://schema.org"
_TYPES: Mapping[EntityType, str] = {
    "person": "Person",
    "organization": "Organization",
    "place": "Place",
    "product": "Product",
    "event": "Event",
    "work": "CreativeWork",
}
_CREATIVE_COMMONS = re.compile(r"CC[ -](?P<terms>BY(?:-(?:NC|ND|SA)){0,2})[ -](?P<version>\d\.\d)", re.IGNORECASE)
_MOST_ENTITIES = 1 << 12  # one is named by many articles
_MOST_MENTIONS = 12  # all stand in the article's record


def website(site: Site) -> Described:
    """Describe the site."""
    whole, publisher = _site_as("WebSite", site.title, site.base_url), _site_as("Organization", site.title, site.base_url)
    return {"@context": _CONTEXT, **whole} | _filled({"inLanguage": site.language, "publisher": publisher})


def article(annotated: Annotated, named: Sequence[Entity], site: Site) -> Described:
    """Describe an article and whom and what it names, those first that it names most."""
    one, given = annotated.article, annotated.article.front_matter
    described = {
        **_headed(one.id, one.title, given.language or site.language, given.corrections),
        **_published(one.slug, given.date, site),
        "description": given.summary,
        "abstract": " ".join(takeaway.text for takeaway in annotated.findings[Evidence].takeaways),
        "dateModified": dates.written(changed) if (changed := dates.latest(given.date, given.updated)) else "",
        "author": _authors(one),
        "publisher": _site_as("Organization", site.title, site.base_url),
        "isPartOf": _site_as("WebSite", site.title, site.base_url),
        "isBasedOn": web_address(given.source.url),
        "citation": _source(given.source),
        "license": _licence(given.source.granted),
        "keywords": list(given.tags),
        "wordCount": annotated.findings[Announcement].words.number,
        "mentions": [_entity(entity, site.base_url) for entity in named[:_MOST_MENTIONS]],
    }
    return _filled(described)


def retraction(gone: Retraction, site: Site) -> Described:
    """Describe what is left of a retracted article."""
    described = _headed(gone.id, gone.title, gone.language or site.language, gone.corrections)
    described |= _published(gone.slug, gone.date, site)
    described |= {"creativeWorkStatus": "Retracted", "publisher": _site_as("Organization", site.title, site.base_url)}
    return _filled(described)


def _headed(identifier: str, title: str, language: str, corrections: Sequence[Correction]) -> Described:
    return {
        "@context": _CONTEXT,
        "@type": "NewsArticle",
        "identifier": identifier,
        "headline": title,
        "inLanguage": language,
        "correction": [
            _filled(
                {"@type": "CorrectionComment", "text": one.text, "datePublished": dates.written(one.date) if one.date else ""}
            )
            for one in corrections
        ],
    }


def _published(slug: str, day: Day, site: Site) -> Described:
    """Say where and since when an article stands."""
    address = _address(permalinks.article(slug, day), site.base_url)
    return {"url": address, "mainEntityOfPage": address, "datePublished": dates.written(day) if day else ""}


@lru_cache(maxsize=2)
def _site_as(kind: str, title: str, base_url: str) -> Described:
    """Describe the site as the one or the other thing that it is."""
    return _filled({"@type": kind, "name": title, "url": _address(permalinks.HOME, base_url)})


def _authors(one: Article) -> list[Described]:
    """Name the authors, or who published the article first."""
    names = one.front_matter.authors
    organization = one.front_matter.source.name
    if not names and organization:
        return [{"@type": "Organization", "name": organization}]
    return [{"@type": "Person", "name": name} for name in names]


def _source(publication: Publication) -> Described:
    """Describe the article as it was published first, where something is known of it."""
    known = _filled(
        {
            "url": web_address(publication.url),
            "publisher": {"@type": "Organization", "name": publication.name} if publication.name else {},
            "datePublished": dates.written(publication.published) if publication.published else "",
        }
    )
    return {"@type": "CreativeWork", **known} if known else {}


def _licence(text: str) -> object:
    """Give a licence's address where it is known, else its name."""
    if found := _CREATIVE_COMMONS.fullmatch(text):
        return f"https://creativecommons.org/licenses/{found['terms'].lower()}/{found['version']}/"
    return web_address(text) or ({"@type": "CreativeWork", "name": text} if text else "")


@lru_cache(maxsize=_MOST_ENTITIES)
def _entity(entity: Entity, base_url: str) -> Described:
    return _filled(
        {
            "@type": _TYPES.get(entity.type, "Thing"),
            "name": entity.name,
            "description": entity.description,
            "url": _address(permalinks.entity(entity), base_url),
            "sameAs": [link.url for link in entity.links if web_address(link.url)],
        }
    )


def _address(permalink: str, base_url: str) -> str:
    return permalinks.absolute(permalink, base_url) if base_url else ""


def _filled(described: Described) -> Described:
    """Leave out what says nothing."""
    return {key: value for key, value in described.items() if value}
