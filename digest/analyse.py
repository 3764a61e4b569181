"""Articles to a library: each is annotated by itself, then all are looked at together."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from digest.model.article import Article
from digest.model.evidence import Evidence
from digest.model.library import Analysed, Annotated, Findings, Library
from digest.model.names import Names
from digest.model.remark import Remarks
from digest.model.retraction import Retraction, Retractions
from digest.policy import is_editors, may_be_shown, without_text
from digest.text import dates
from digest.text.marking import gettext_noop
from digest.views.support import show

_NOT_BORNE_OUT = gettext_noop("the text does not bear out all of it")
Annotator = Callable[[Article, Findings], object]
Collector = Callable[[Sequence[Annotated]], object]


def analyse(annotated: Sequence[Annotated], collectors: Sequence[Collector], retracted: Sequence[Article] = ()) -> Library:
    """Make a library of annotated articles, newest first; undated ones come last, in order of path.

    Of those that were retracted it knows the title, the date, the corrections and the addresses only.
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


def analysed(article: Article, annotators: Sequence[Annotator], licences: Sequence[str] | None) -> Analysed:
    """Find what there is to find in an article; where `licences` do not let its text be shown, no word of that is in it.

    Only how well the text supports the editor's takeaways is still said of it.
    """
    unfolded = replace(article, sections=tuple(article.sections))
    whole = annotate(unfolded, annotators).findings
    if may_be_shown(article, licences):
        return _summed_up(article, whole)
    rest = annotate(without_text(unfolded), annotators).findings
    takeaways = filter(is_editors, whole[Evidence].takeaways)
    held = Evidence(takeaways=tuple(replace(takeaway, evidence=(), quote="") for takeaway in takeaways))
    told = [remark for takeaway in held.takeaways for remark in whole[Remarks].about(takeaway.id)[:1]]
    wordless = tuple(replace(remark, message=_NOT_BORNE_OUT, words="", hint="") for remark in told)
    left = rest + held + Remarks(remarks=wordless)
    return _summed_up(article, left + show(article, left))


def _summed_up(article: Article, findings: Findings) -> Analysed:
    """Leave out the names, since the library is told a sum of them."""
    kept = Findings(finding for finding in findings.values if not isinstance(finding, Names))
    return Analysed(path=article.path, findings=kept)


def published(articles: Sequence[Article], found: Iterable[Analysed], licences: Sequence[str] | None) -> list[Annotated]:
    """Put to each article that could be analysed what was found in it; text that may not be shown ends here."""
    by_path = {article.path: article for article in articles}
    shown = ((by_path[one.path], one.findings) for one in found)
    return [
        Annotated(article=article if may_be_shown(article, licences) else without_text(article), findings=findings)
        for article, findings in shown
    ]


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
        aliases=article.front_matter.aliases,
    )


def _age(article: Article) -> tuple[float, str]:
    """Order articles from the newest to the oldest, then the undated, each by path."""
    return dates.newest_first(article.front_matter.date), article.path
