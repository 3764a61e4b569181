"""The pages at the addresses that articles had before: each leads to where its article is now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest import permalinks
from digest.model.announcement import Announcement
from digest.model.library import Library
from digest.model.page import Page, Templated
from digest.model.passed_on import PassedOn
from digest.model.retraction import Retractions
from digest.model.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasView:
    """Where an article is now."""

    permalink: str
    target: str
    title: PassedOn | str
    language: str


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make a page for each alias of an article, or of one that was retracted; it gives way to any other page."""
    del site
    for annotated in library.articles:
        given, title = annotated.article.front_matter, annotated.findings[Announcement].title
        yield from _leading(given.aliases, permalinks.article(annotated.article.slug, given.date), title, given.language)
    for gone in library[Retractions].retractions:
        yield from _leading(gone.aliases, permalinks.article(gone.slug, gone.date), gone.title, gone.language)


def _leading(aliases: Sequence[str], target: str, title: PassedOn | str, language: str) -> Iterator[Page]:
    for alias in aliases:
        view = AliasView(permalink=alias, target=target, title=title, language=language)
        yield Page(permalink=alias, body=Templated(template="alias.html", view=view), listed=False, gives_way=True)
