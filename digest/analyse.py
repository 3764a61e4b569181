"""Articles to a library: annotates each by itself, then looks at all of them together."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from digest.engine import Engine
from digest.model.article import Article
from digest.model.library import Annotated, Findings, Library
from digest.permalinks import with_unique_slugs
from digest.text import dates

Annotator = Callable[[Article, Findings], object]
Collector = Callable[[Sequence[Annotated]], object]


def analyse(
    articles: Sequence[Article], annotators: Sequence[Annotator], collectors: Sequence[Collector], engine: Engine
) -> Library:
    """Make a library of the articles, newest first; undated ones come last, in order of path."""
    ordered = sorted(with_unique_slugs(articles), key=lambda article: article.path)
    ordered.sort(key=_moment, reverse=True)
    annotated = tuple(engine.map(partial(annotate, annotators=annotators), ordered))
    library = Library(articles=annotated)
    for collect in collectors:
        library = replace(library, findings=library.findings + collect(annotated))
    return library


def annotate(article: Article, annotators: Sequence[Annotator]) -> Annotated:
    """Run the annotators over one article, in order; each sees what those before it found."""
    findings = Findings()
    for find in annotators:
        findings += find(article, findings)
    return Annotated(article=article, findings=findings)


def _moment(article: Article) -> datetime:
    day = article.front_matter.date
    return dates.instant(day) if day else datetime.min.replace(tzinfo=UTC)
