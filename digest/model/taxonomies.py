"""By what articles are grouped: their tags, who published them first, and the day they are of."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A tag with the paths of its articles, newest first; spellings that differ in case only are one tag."""

    slug: str
    name: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """A licence and how many articles stand under it."""

    name: str
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who published articles first, with their paths, newest first; `owner` and `host` may be empty.

    Where only an address is stated, the name is its host.
    """

    slug: str
    name: str
    owner: str
    host: str
    licences: tuple[Licence, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """The articles of one calendar day, by path."""

    day: date
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """Under which terms an article stands: the slugs of its tags as the editor orders them, and of its source, or none."""

    article: str
    tags: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxonomies:
    """Tags and sources by slug, issues newest first, the articles without a date, and each article's terms."""

    tags: tuple[Tag, ...]
    sources: tuple[Publisher, ...]
    issues: tuple[Issue, ...]
    undated: tuple[str, ...]
    filings: tuple[Filing, ...]
