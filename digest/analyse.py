"""Articles to a library: each is annotated by itself, then all are looked at together."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from digest.model.article import Article, Sections
from digest.model.evidence import Evidence
from digest.model.library import Annotated, Findings, Library
from digest.model.names import Names
from digest.model.remark import Remarks
from digest.model.retraction import Retraction, Retractions
from digest.policy import is_editors, may_be_shown, without_text
from digest.text import dates
from digest.text.marking import gettext_noop

_NOT_BORNE_OUT = gettext_noop("the text does not bear out all of it")
Annotator = Callable[[Article, Findings], object]
Collector = Callable[[Sequence[Annotated]], object]


def analyse(annotated: Sequence[Annotated], collectors: Sequence[Collector], retracted: Sequence[Article] = ()) -> Library:
    """Make a library of annotated articles, newest first; undated ones come last, in order of path.

    Of those that were retracted it knows the title, the date and the corrections only.
    """
    retractions = tuple(map(_retraction, sorted(retracted, key=_age)))
    articles = tuple(sorted(annotated, key=lambda one: _age(one.article)))
    library = Library(articles=articles, findings=Findings((Retractions(retractions=retractions),)))
    for collect in collectors:
        library = replace(library, findings=library.findings + collect(library.articles))
    return library


def annotate(article: Article, annotators: Sequence[Annotator]) -> Annotated:
    """Run the annotators over one article, in order; each sees what those before it found."""
    findings = Findings()
    for find in annotators:
        findings += find(article, findings)
    return Annotated(article=article, findings=findings)


def published(article: Article, annotators: Sequence[Annotator], licences: Sequence[str] | None) -> Annotated:
    """Annotate an article; where `licences` do not let its text be shown, nothing behind this step has it.

    Only how well the text supports the editor's takeaways is still said of it.
    """
    unfolded = replace(article, sections=tuple(article.sections))
    whole = annotate(unfolded, annotators)
    if may_be_shown(article, licences):
        return _folded(article, whole.findings)
    rest = annotate(without_text(unfolded), annotators)
    takeaways = filter(is_editors, whole.findings[Evidence].takeaways)
    held = Evidence(takeaways=tuple(replace(takeaway, evidence=(), quote="") for takeaway in takeaways))
    told = [remark for takeaway in held.takeaways for remark in whole.findings[Remarks].about(takeaway.id)[:1]]
    wordless = tuple(replace(remark, message=_NOT_BORNE_OUT, words="", hint="") for remark in told)
    return _folded(rest.article, rest.findings + held + Remarks(remarks=wordless))


def _folded(article: Article, findings: Findings) -> Annotated:
    """Return an article as the library holds it: its text folded, and its names summed up."""
    kept = Findings(finding for finding in findings.values if not isinstance(finding, Names))
    return Annotated(article=replace(article, sections=Sections.of(article.sections)), findings=kept)


def _retraction(article: Article) -> Retraction:
    return Retraction(
        path=article.path,
        id=article.id,
        slug=article.slug,
        title=article.title,
        language=article.front_matter.language,
        date=article.front_matter.date,
        updated=dates.latest(article.front_matter.date, *(one.date for one in article.front_matter.corrections)),
        corrections=article.front_matter.corrections,
    )


def _age(article: Article) -> tuple[float, str]:
    """Order articles from the newest to the oldest, then the undated, each by path."""
    return dates.newest_first(article.front_matter.date), article.path
