"""The pages at the addresses that articles had before: each leads to where its article is now."""

from collections.abc import Iterator
from dataclasses import dataclass

from digest import permalinks
from digest.model.library import Library
from digest.model.page import Page, Templated
from digest.model.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasView:
    """Where an article is now."""

    permalink: str
    target: str
    title: str
    language: str


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make a page for each alias of an article; it gives way to any other page."""
    del site
    for annotated in library.articles:
        article = annotated.article
        target = permalinks.article(article.slug, article.front_matter.date)
        for alias in article.front_matter.aliases:
            view = AliasView(permalink=alias, target=target, title=article.title, language=article.front_matter.language)
            yield Page(permalink=alias, body=Templated(template="alias.html", view=view), listed=False, gives_way=True)
