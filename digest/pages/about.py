"""How the site was made: what it consists of, what was inferred, and under which licences the articles stand."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from digest import permalinks
from digest.model.article import Day
from digest.model.library import Library
from digest.model.names import Entities
from digest.model.page import Page, Templated
from digest.model.retraction import Retractions
from digest.model.shown import Shown
from digest.model.site import Site
from digest.model.taxonomies import Licence, Taxonomies
from digest.text.slugs import slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Takeaways:
    """Takeaways by who wrote them, and by how well the text supports them."""

    written: int
    given: int
    picked: int
    linked: int
    weak: int
    unsupported: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutView:
    """The figures of the site; `oldest` and `newest` are the days of its first and last issue."""

    permalink: str
    articles: int
    withheld: int
    retracted: int
    recovered: int
    corrected: int
    undated: int
    oldest: Day
    newest: Day
    takeaways: Takeaways
    names: int
    mentions: int
    tags: int
    sources: int
    licences: tuple[Licence, ...]
    own: int
    unlicensed: int


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make the page."""
    del site
    articles = [annotated.article for annotated in library.articles]
    found, names = library[Taxonomies], library[Entities]
    view = AboutView(
        permalink=permalinks.ABOUT,
        articles=len(articles),
        withheld=sum(article.withheld for article in articles),
        retracted=len(library[Retractions].retractions),
        recovered=sum(bool(article.recovery) for article in articles),
        corrected=sum(bool(article.front_matter.corrections) for article in articles),
        undated=len(found.undated),
        oldest=found.issues[-1].day if found.issues else None,
        newest=found.issues[0].day if found.issues else None,
        takeaways=_takeaways([annotated.findings[Shown] for annotated in library.articles]),
        names=len(names.entities),
        mentions=sum(len(appearance.mentions) for appearance in names.appearances),
        tags=len(found.tags),
        sources=len(found.sources),
        licences=tuple(_licences([article.front_matter.source.granted for article in articles])),
        own=sum(article.front_matter.source.is_own for article in articles),
        unlicensed=sum(not article.front_matter.source.licence for article in articles),
    )
    yield Page(permalink=view.permalink, body=Templated(template="about.html", view=view))


def _takeaways(shown: list[Shown]) -> Takeaways:
    origins = Counter(origin for one in shown for origin in one.origins)
    states = Counter(state for one in shown for state in one.states)
    return Takeaways(
        written=origins["author"],
        given=origins["recovered"],
        picked=origins["extracted"],
        linked=states["linked"],
        weak=states["weak"],
        unsupported=states["unsupported"],
    )


def _licences(stated: list[str]) -> Iterator[Licence]:
    """Count the licences, that of most articles first."""
    counts = Counter(slug(licence) for licence in stated if licence)
    spellings = {slug(licence): licence for licence in sorted(stated, reverse=True)}
    for key in sorted(counts, key=lambda key: (-counts[key], key)):
        yield Licence(name=spellings[key], articles=counts[key])
