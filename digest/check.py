"""Articles to what an editor should look at: each remark of a check, with its place in the file."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from digest.claims import Body, Claim, of_takeaways, of_title
from digest.locate import Places
from digest.model.article import Article
from digest.model.evidence import Evidence
from digest.model.library import Annotated, Draft, Findings
from digest.model.names import Names
from digest.model.problem import Problem
from digest.model.remark import Remark, Remarks
from digest.rules import RULES, Severity

ClaimCheck = Callable[[Claim, Body], Iterator[Remark]]
ArticleCheck = Callable[[Annotated], Iterator[Remark]]
LibraryCheck = Callable[[Sequence[Draft], frozenset[str]], Iterator[tuple[str, Remark]]]


def remark(article: Article, findings: Findings, checks: Sequence[ClaimCheck]) -> Remarks:
    """Hold an article's takeaways against its body; an annotator once its checks are given."""
    made, body = of_takeaways(article, findings[Evidence].takeaways, findings[Names])
    return Remarks(remarks=tuple(_held(made, body, checks)))


def remark_on_title(annotated: Annotated, checks: Sequence[ClaimCheck]) -> Iterator[Remark]:
    """Hold an article's title against its body; a check of articles once those of claims are given, since no page tells it."""
    return _held(*of_title(annotated.article, annotated.findings[Names]), checks)


def _held(made: Sequence[Claim], body: Body, checks: Sequence[ClaimCheck]) -> Iterator[Remark]:
    return (one for claim in made for check in checks for one in check(claim, body))


def problems(draft: Draft, checks: Sequence[ArticleCheck]) -> tuple[Problem, ...]:
    """Run checks over one article."""
    return located(draft, remarks(draft.annotated, checks))


def remarks(annotated: Annotated, checks: Sequence[ArticleCheck]) -> list[Remark]:
    """Return what checks have to say of one article."""
    return [one for check in checks for one in check(annotated)]


def problems_of_library(drafts: Sequence[Draft], paths: frozenset[str], checks: Sequence[LibraryCheck]) -> tuple[Problem, ...]:
    """Run checks over all articles; `paths` are those of every file that may be linked to."""
    by_path = {draft.path: draft for draft in drafts}
    found = [(path, one) for check in checks for path, one in check(drafts, paths)]
    return tuple(problem for path, one in found for problem in located(by_path[path], [one]))


def located(draft: Draft, remarks: Sequence[Remark]) -> tuple[Problem, ...]:
    """Say where in its file each remark on an article stands."""
    article = draft.annotated.article
    places = Places(article, draft.text)
    return tuple(_problem(one, article.path, places) for one in remarks)


def graded(found: Sequence[Problem], severities: Mapping[str, Severity]) -> tuple[Problem, ...]:
    """Give problems the severities of a configuration, leave out those that are off, and order them by place."""
    wanted = [(problem, severities.get(problem.rule, problem.level)) for problem in found]
    kept = [replace(problem, level=level) for problem, level in wanted if level != "off"]
    return tuple(sorted(kept, key=lambda problem: (problem.path, problem.line, problem.column, problem.rule, problem.message)))


def _problem(one: Remark, path: str, places: Places) -> Problem:
    span = places.span(one)
    return Problem(
        level=RULES[one.rule],
        rule=one.rule,
        path=path,
        line=span.line if span else 0,
        column=span.column if span else 0,
        end_line=span.end_line if span else 0,
        end_column=span.end_column if span else 0,
        message=one.text,
        hint=one.hint,
    )
