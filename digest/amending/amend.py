"""A build after an edit that changes nothing that other pages tell of an article: the plan of before stands.

What shows the articles that changed is made again, of what it was planned from, and no other article is read than those that the
same pages show too. Where that is not enough `amended` says so, and all is planned anew.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

from msgspec import structs

from digest import permalinks
from digest.amending.drawn_up import passed_on_by, sections_of
from digest.amending.outline import outline
from digest.amending.remembered import PlanAnewError, Project, as_before, remembered
from digest.analyse import analysed, published
from digest.build import loaded_and_checked
from digest.cache.blueprint import WHOLE, Blueprint, Circumstances, Drawn, Rows, folded
from digest.cache.given import Given
from digest.cache.pack import Pack
from digest.cache.stock import Row, is_as_before, is_folder, path_in
from digest.cache.values import marked
from digest.check import graded
from digest.config import Config
from digest.entity_edits import entity_edits
from digest.errors import ConfigError
from digest.guard import each, timed
from digest.load import source
from digest.model.article import Article
from digest.model.edits import Edit
from digest.model.folded import Folded
from digest.model.library import Annotated
from digest.model.marked import Marked
from digest.model.page import Output, Page
from digest.model.passed_on import PassedOn
from digest.model.problem import Problem
from digest.model.report import Report
from digest.naming import known_types, recall_types
from digest.parts import MAKERS, annotators
from digest.read import read
from digest.render import render, take
from digest.search.index import Reindexed, reindexed
from digest.search.index_parts import PartStore
from digest.site import site
from digest.theme.files import theme

_MOST_NAMES = 5000  # whose types a plan remembers
_MOST = 64  # articles: of more, it is quicker to plan all


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fresh:
    """An article that changed: as it is now, and what was told of its file."""

    annotated: Annotated
    problems: tuple[Problem, ...]


def amended(
    plan: Blueprint,
    given: Circumstances,
    project: Project,
    write: Callable[[Sequence[Output], Collection[str]], int],
    code: Callable[[], bytes],
) -> Blueprint | None:
    """Make the files again that show what changed in the content folder; return the plan now.

    `write` puts them into the site, takes from it what is gone, and returns how many files it has. Return nothing, and write
    nothing, where the plan does not stand.
    """
    store = PartStore(project.config.cache, project.config.output)
    try:
        numbers = _changed(plan, given.content, project.config.content)
        edits = entity_edits(project.config.content)
        recall_types(plan.types)
        fresh = dict(zip(numbers, _read(plan, numbers, edits, project), strict=True))
        report = _report(plan, fresh, project.config)
        affected = _affected(plan, fresh)
        pages = _pages(plan, fresh, affected, edits, project)
        outputs = _made(plan, pages, project, code)
        index = _reindexed(plan, fresh, project.config, store)
    except (ConfigError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - whatever it is, a whole build tells of it
        return None
    files = write([*outputs, *index.outputs], index.gone)
    store.leave(part.key for part in index.parts)
    rows = dict(given.content)
    articles = list(plan.articles)
    for number, one in fresh.items():
        articles[number] = _drawn(plan.article(number), one, rows[path_in(project.config.content, one.annotated.path)], project)
    others = {path: rows[path] for path in plan.others}
    stale = sorted({*plan.stale, *affected})
    return structs.replace(
        plan,
        opened=given.opened,
        now=given.now,
        others=others,
        articles=articles,
        report=replace(report, files=files),
        index=index.parts,
        stale=stale,
        types=dict(islice(known_types().items(), _MOST_NAMES)),
    )


def _changed(plan: Blueprint, content: Rows, folder: Path) -> list[int]:
    """Return the numbers of the articles whose files changed, if that is all that did."""
    rows = dict(content)
    found = []
    for number, drawn in enumerate(plan.articles):
        if drawn is None:
            continue
        row = rows.pop(path_in(folder, drawn.path), None)
        if row is None:
            raise PlanAnewError
        if not is_as_before(row, drawn.row, plan.opened):
            found.append(number)
    if rows.keys() != plan.others.keys() or len(found) > _MOST:
        raise PlanAnewError
    for path, row in rows.items():
        before = plan.others[path]
        if not is_as_before(row, before, plan.opened) and not (is_folder(row) and is_folder(before)):
            raise PlanAnewError
    return found


def _read(plan: Blueprint, numbers: Sequence[int], edits: Sequence[Edit], project: Project) -> list[_Fresh]:
    """Read and analyse the articles that changed, if pages are planned alike for what they are now."""
    config, engine = project.config, project.engine
    before = [plan.article(number) for number in numbers]
    sources = [source(config.content / drawn.path, drawn.path) for drawn in before]
    now = read(sources, loaded_and_checked, config, engine)
    if len(now.articles) < len(sources) or not all(map(partial(_stands, project=project), now.articles, before)):
        raise PlanAnewError
    articles = [as_before(one, drawn, edits) for one, drawn in zip(now.articles, before, strict=True)]
    step = partial(analysed, annotators=annotators(config.names), licences=config.full_text_licences)
    findings, unfinished = each(articles, step, engine, config.time_limit)
    annotated = published(articles, findings, config.full_text_licences)
    if unfinished or any(outline(one) != drawn.outline for one, drawn in zip(annotated, before, strict=True)):
        raise PlanAnewError
    return [_Fresh(annotated=one, problems=tuple(p for p in now.problems if p.path == one.path)) for one in annotated]


def _stands(article: Article, before: Drawn, project: Project) -> bool:
    """Say whether a build takes an article, at the address that it had: a slug may be made of a title."""
    if before.slug not in permalinks.slugs(article):
        return False
    return project.choice.takes(article, project.config.timezone) and not article.is_retracted


def _report(plan: Blueprint, fresh: Mapping[int, _Fresh], config: Config) -> Report:
    """Tell what was told, but for the files that changed."""
    told = list(plan.report.problems)
    for number, one in fresh.items():
        before, now = (graded(problems, config.check) for problems in (plan.article(number).problems, one.problems))
        if before != now:
            if not before:
                raise PlanAnewError
            first = told.index(before[0])
            if told[first : first + len(before)] != list(before):
                raise PlanAnewError
            told[first : first + len(before)] = now
    return replace(plan.report, problems=tuple(told))


def _pages(
    plan: Blueprint, fresh: Mapping[int, _Fresh], affected: Collection[int], edits: Sequence[Edit], project: Project
) -> list[Page]:
    """Return the pages that show what changed."""
    packs, config = project.packs, project.config

    @cache
    def whole(number: int) -> Marked[Annotated]:
        return marked(fresh[number].annotated if number in fresh else remembered(plan.article(number), edits, project))

    @cache
    def pieces(number: int) -> Sequence[PassedOn | Folded[Any]]:
        return fresh[number].annotated.pieces

    @cache
    def rows(number: int) -> tuple[Pack, Sequence[int]]:
        drawn = plan.article(number)
        pack, start = packs.rows(drawn.analysed)
        return pack, tuple(accumulate(drawn.sizes, initial=start))

    def piece(kind: type[PassedOn | Folded[Any]], number: int, place: int) -> PassedOn | Folded[Any]:
        if number in fresh:
            return pieces(number)[place]
        drawn = plan.article(number)
        if issubclass(kind, PassedOn):
            return kind(drawn.passed_on[place], drawn.piece(place)[2])
        one = kind(*drawn.piece(place))
        if not one.is_its_mark:
            pack, places = rows(number)
            one.leave(pack, places[place])
        return one

    given = Given(MAKERS, piece, whole, plan.open(config.cache))
    return [given.page(number) for number in sorted(affected)]


def _affected(plan: Blueprint, fresh: Mapping[int, _Fresh]) -> set[int]:
    """Return the numbers of the pages that show a piece that changed."""
    found = set[int]()
    for number, one in fresh.items():
        drawn = plan.article(number)
        pairs = zip(drawn.pieces, one.annotated.pieces, strict=True)
        changed = {WHOLE, *(place for place, (before, now) in enumerate(pairs) if before[2] != now.mark)}
        found.update(page for page, place in drawn.uses if place in changed and plan.has(page))
    return found


def _made(plan: Blueprint, pages: Sequence[Page], project: Project, code: Callable[[], bytes]) -> list[Output]:
    """Make pages."""
    config = project.config
    look = theme(config.templates, search=config.search)
    shown = site(config, look.assets, plan.site)
    take(code(), look.templates, shown.wording)
    step = partial(timed, step=partial(render, site=shown, templates=look.templates), seconds=config.time_limit)
    return list(project.engine.map(step, pages))


def _reindexed(plan: Blueprint, fresh: Mapping[int, _Fresh], config: Config, store: PartStore) -> Reindexed:
    """Make those parts of the search index again, if there is one, that hold what changed."""
    annotated = {number: one.annotated for number, one in fresh.items()}
    return reindexed(plan.index, annotated, config.language, config.output, store)


def _drawn(before: Drawn, one: _Fresh, row: Row, project: Project) -> Drawn:
    """Draw an article anew."""
    return structs.replace(
        before,
        row=row,
        loaded=project.keys[loaded_and_checked.__name__, before.path],
        analysed=project.keys[analysed.__name__, before.path],
        mark=marked(one.annotated).mark or b"",
        problems=one.problems,
        sections=sections_of(one.annotated),
        passed_on=passed_on_by(one.annotated),
        folded=folded(one.annotated.pieces),
    )
