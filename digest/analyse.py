"""Articles to a library: annotates each by itself, then looks at all of them together."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from digest.engine import Engine
from digest.model.article import Article
from digest.model.evidence import Evidence
from digest.model.library import Annotated, Findings, Library
from digest.model.remark import Remarks
from digest.model.retraction import Retraction, Retractions
from digest.permalinks import with_unique_slugs
from digest.policy import is_editors, may_be_shown, without_text
from digest.text import dates

Annotator = Callable[[Article, Findings], object]
Collector = Callable[[Sequence[Annotated]], object]


def analyse(
    articles: Sequence[Article],
    annotators: Sequence[Annotator],
    collectors: Sequence[Collector],
    engine: Engine,
    *,
    licences: Sequence[str] | None = None,
) -> Library:
    """Make a library of the articles, newest first; undated ones come last, in order of path.

    Nothing behind this step has the text of an article that was retracted, or that `licences` do not let be shown in full.
    """
    ordered = sorted(with_unique_slugs(articles), key=lambda article: article.path)
    ordered.sort(key=_moment, reverse=True)
    standing = [article for article in ordered if article.front_matter.status != "retracted"]
    annotated = tuple(engine.map(partial(_published, annotators=annotators, licences=licences), standing))
    retractions = tuple(_retraction(article) for article in ordered if article.front_matter.status == "retracted")
    library = Library(articles=annotated, findings=Findings((Retractions(retractions=retractions),)))
    for collect in collectors:
        library = replace(library, findings=library.findings + collect(annotated))
    return library


def annotate(article: Article, annotators: Sequence[Annotator]) -> Annotated:
    """Run the annotators over one article, in order; each sees what those before it found."""
    findings = Findings()
    for find in annotators:
        findings += find(article, findings)
    return Annotated(article=article, findings=findings)


def _published(article: Article, annotators: Sequence[Annotator], licences: Sequence[str] | None) -> Annotated:
    """Annotate an article; of one whose text is withheld, the findings are those of what is left.

    Only how well the text supports the editor's takeaways is said of the text itself.
    """
    whole = annotate(article, annotators)
    if may_be_shown(article, licences):
        return whole
    rest = annotate(without_text(article), annotators)
    takeaways = filter(is_editors, whole.findings[Evidence].takeaways)
    held = Evidence(takeaways=tuple(replace(takeaway, evidence=(), quote="") for takeaway in takeaways))
    return replace(rest, findings=Findings((held, Remarks(remarks=()), *rest.findings.values)))


def _retraction(article: Article) -> Retraction:
    return Retraction(
        slug=article.slug,
        title=article.title,
        language=article.front_matter.language,
        date=article.front_matter.date,
        corrections=article.front_matter.corrections,
    )


def _moment(article: Article) -> datetime:
    day = article.front_matter.date
    return dates.instant(day) if day else datetime.min.replace(tzinfo=UTC)
