"""The front page: the lead article with its takeaways, the others, and who and what is in the news."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from digest import permalinks
from digest.model.article import Day
from digest.model.evidence import Evidence
from digest.model.library import Annotated, Library
from digest.model.names import Entities
from digest.model.page import Page, Templated
from digest.model.site import Site
from digest.views import Card, NameView, card, ranked

_IN_THE_NEWS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """The latest articles; `date` is the newest one's, none when all are undated."""

    permalink: str
    date: Day
    articles: int
    takeaways: int
    minutes: int
    lead: Card | None
    others: tuple[Card, ...]
    in_the_news: tuple[NameView, ...]


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Make the front page."""
    del site
    lead = min(library.articles, key=_rank, default=None)
    cards = [card(annotated) for annotated in library.articles]
    entities = {entity.key: entity for entity in library[Entities].entities if entity.type != "group"}
    counts: Counter[str] = Counter()
    for appearance in library[Entities].appearances:
        if appearance.entity in entities:
            counts[appearance.entity] += len(appearance.mentions)
    view = HomeView(
        permalink=permalinks.HOME,
        date=library.articles[0].article.front_matter.date if library.articles else None,
        articles=len(cards),
        takeaways=sum(len(one.takeaways) for one in cards),
        minutes=sum(one.minutes for one in cards),
        lead=card(lead) if lead else None,
        others=tuple(one for one, annotated in zip(cards, library.articles, strict=True) if annotated is not lead),
        in_the_news=ranked(counts, entities)[:_IN_THE_NEWS],
    )
    yield Page(permalink=view.permalink, body=Templated(template="home.html", view=view))


def _rank(annotated: Annotated) -> tuple[bool, int, int, str]:
    """Order by newest day, then by most takeaways that the text supports."""
    day = annotated.article.front_matter.date
    supported = sum(takeaway.state == "linked" for takeaway in annotated.findings[Evidence].takeaways)
    return day is None, -day.toordinal() if day else 0, -supported, annotated.article.slug
