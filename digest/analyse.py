"""Articles to a library: each is annotated by itself, then all are looked at together."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from digest.model.article import Article
from digest.model.library import Annotated, Findings, Library
from digest.text import dates

Annotator = Callable[[Article, Findings], object]
Collector = Callable[[Sequence[Annotated]], object]


def analyse(annotated: Sequence[Annotated], collectors: Sequence[Collector]) -> Library:
    """Make a library of annotated articles, newest first; undated ones come last, in order of path."""
    ordered = sorted(annotated, key=lambda one: one.article.path)
    ordered.sort(key=lambda one: _moment(one.article), reverse=True)
    library = Library(articles=tuple(ordered))
    for collect in collectors:
        library = replace(library, findings=library.findings + collect(library.articles))
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
