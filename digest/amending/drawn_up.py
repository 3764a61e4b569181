"""What was drawn in a build of all to the plan that the next one amends."""

from collections import defaultdict
from collections.abc import Mapping

from msgspec import structs

from digest.amending.outline import written_outline
from digest.amending.remembered import Project
from digest.analyse import analysed
from digest.build import loaded_and_checked
from digest.cache.blueprint import Blueprint, Circumstances, Drawn, folded
from digest.cache.drawing import Drawing
from digest.cache.stock import Row, path_in
from digest.cache.whole import summed
from digest.model.article import Sections
from digest.model.library import Annotated
from digest.model.problem import Problem
from digest.model.report import Report


def drawn_up(drawing: Drawing, given: Circumstances, report: Report, project: Project) -> Blueprint | None:
    """Draw up the plan of a build, if each of its articles is remembered and searched, and its file was there at the start."""
    rows = dict(given.content)
    if not _is_complete(drawing, rows, project):
        return None
    articles = _articles(drawing, rows, project)
    paths = {path_in(project.config.content, path) for path in drawing.numbers}
    former = drawing.former.plan if drawing.former else None
    return Blueprint(
        surroundings=given.surroundings,
        opened=given.opened,
        now=given.now,
        site=drawing.site,
        data=drawing.data.name,
        others={path: row for path, row in rows.items() if path not in paths},
        pages=drawing.pages,
        leaves=drawing.leaves,
        stale=[],
        shared=drawing.shared,
        articles=articles,
        report=report,
        index=drawing.index,
        remembered=former.remembered if former else project.packs.size,
        drawn=former.drawn if former else drawing.data.size,
    )


def _is_complete(drawing: Drawing, rows: Mapping[bytes, Row], project: Project) -> bool:
    if project.config.search and sum(len(part.articles) for part in drawing.index) != len(drawing.numbers):
        return False
    return all(
        (step.__name__, one.path) in project.keys and path_in(project.config.content, one.path) in rows
        for one in drawing.fresh.values()
        for step in (loaded_and_checked, analysed)
    )


def _articles(drawing: Drawing, rows: Mapping[bytes, Row], project: Project) -> list[Drawn | None]:
    """Draw each article that is not known of old; each is let go then, since there may be many."""
    told = defaultdict[str, list[Problem]](list)
    for problem in drawing.problems:
        told[problem.path].append(problem)
    before = drawing.former.plan.articles if drawing.former else []
    articles: list[Drawn | None] = [None] * max(len(before), 1 + max(drawing.numbers.values(), default=-1))
    marks = drawing.marks
    for path, number in drawing.numbers.items():
        used = drawing.uses(number)
        if number in drawing.fresh:
            one = drawing.fresh.pop(number)
            content = written_outline(one)
            articles[number] = Drawn(
                path=path,
                row=rows[path_in(project.config.content, path)],
                loaded=project.keys[loaded_and_checked.__name__, path],
                analysed=project.keys[analysed.__name__, path],
                outline=summed(content),
                told=drawing.tell(content),
                mark=marks.get(number, b""),
                id=one.article.id,
                slug=one.article.slug,
                problems=tuple(told[path]),
                sections=sections_of(one),
                passed_on=passed_on_by(one),
                folded=folded(one.pieces),
                used=used,
            )
        elif known := before[number]:
            articles[number] = structs.replace(known, used=used)
    return articles


def sections_of(one: Annotated) -> bytes:
    """Return the sections of an article as a plan has them."""
    return folded([Sections.of(one.article.sections)])


def passed_on_by(one: Annotated) -> tuple[str, ...]:
    """Return the texts that an article has other pages pass on, as a plan has them."""
    return tuple(map(str, one.passed_on))
