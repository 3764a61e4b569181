"""What the configuration says of every article: the time zone of its times, and who wrote what names nobody."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import tzinfo

from digest.model.article import Article
from digest.text.dates import in_zone


def with_defaults(article: Article, timezone: tzinfo | None, authors: Sequence[str]) -> Article:
    """Tell all times of an article in a time zone, and name its authors when it names neither its own nor a source."""
    given, source = article.front_matter, article.front_matter.source
    is_own = not (given.authors or source.name or source.url)
    days = (given.date, given.updated, source.published, source.retrieved, *(one.date for one in given.corrections))
    if not (is_own and authors) and all(in_zone(day, timezone) is day for day in days):
        return article  # as nearly always without a time zone
    if source.published or source.retrieved:
        source = replace(source, published=in_zone(source.published, timezone), retrieved=in_zone(source.retrieved, timezone))
    front_matter = replace(
        given,
        date=in_zone(given.date, timezone),
        updated=in_zone(given.updated, timezone),
        source=source,
        corrections=tuple(replace(one, date=in_zone(one.date, timezone)) for one in given.corrections),
        authors=tuple(authors) if is_own else given.authors,
    )
    return replace(article, front_matter=front_matter)
