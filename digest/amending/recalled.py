"""The articles that did not change, as the plan of before knows them: none of them is read for a plan of all."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import TypeVar, cast

from digest.amending.remembered import PlanAnewError, Project, remembered
from digest.analyse import analysed
from digest.build import loaded_and_checked
from digest.cache.blueprint import Blueprint, Circumstances, Drawn
from digest.cache.drawing import Drawing
from digest.cache.outlines import Outlines
from digest.cache.stock import is_as_before, path_in
from digest.cache.whole import summed
from digest.config import Config
from digest.engine import Engine, name
from digest.entity_edits import FILE_NAME, entity_edits
from digest.errors import DamagedError
from digest.load import Found, Loaded, find, source
from digest.model.article import Article
from digest.model.library import Analysed, Annotated, Whole
from digest.model.marked import Recalled
from digest.model.source import Source
from digest.parts import FINDINGS, READERS

Item = TypeVar("Item")
Result = TypeVar("Result")
_DAMAGED = "what digest remembers was damaged"
_AT_ONCE = 64  # articles that are read for their pages, whose data come right after


def unchanged(plan: Blueprint, given: Circumstances, config: Config) -> Mapping[str, int]:
    """Return the numbers of the articles whose files did not change, by path: none where they are edited otherwise."""
    rows, edits = dict(given.content), path_in(config.content, FILE_NAME)
    before, now = plan.others.get(edits), rows.get(edits)
    if before != now or (before and now and not is_as_before(now, before, plan.opened)):
        return {}
    found = {}
    for number, drawn in enumerate(plan.articles):
        row = rows.get(path_in(config.content, drawn.path)) if drawn and drawn.mark else None
        if drawn and row and is_as_before(row, drawn.row, plan.opened):
            found[drawn.path] = number
    return found


class Outlined:
    """An engine around another: what steps gave on articles that did not change is told by their outlines.

    Raises DamagedError where these cannot be read.
    """

    def __init__(self, engine: Engine, plan: Blueprint, drawing: Drawing, project: Project) -> None:
        self._engine, self._plan, self._drawing, self._project = engine, plan, drawing, project
        self._edits = entity_edits(project.config.content)
        self._known = drawing.former.known if drawing.former else {}
        self._outlines = Outlines(FINDINGS, project.packs)
        try:
            self._data = plan.open(project.config.cache)
        except OSError as fault:
            raise DamagedError(_DAMAGED) from fault
        self._whole = lru_cache(maxsize=_AT_ONCE)(self._read)
        self._annotated: dict[str, Annotated] = {}
        self._words = {number: mark for part in plan.index for number, mark in zip(part.articles, part.marks, strict=True)}

    def find(self) -> Found:
        """Read the files that may have changed, and leave the others where they are."""
        return find(self._project.config.content, READERS, self._source)

    def map(self, step: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        """Yield `step(item)` for each item, in order."""
        recall = {loaded_and_checked.__name__: self._loaded, analysed.__name__: self._analysed}.get(name(step))
        if recall is None:
            return self._engine.map(step, items)
        return self._recalled(step, items, cast("Callable[[Item], Result]", recall))

    def _recalled(
        self, step: Callable[[Item], Result], items: Sequence[Item], recall: Callable[[Item], Result]
    ) -> Iterator[Result]:
        is_known = [getattr(item, "path", "") in self._known for item in items]
        others = self._engine.map(step, [item for item, known in zip(items, is_known, strict=True) if not known])
        for item, known in zip(items, is_known, strict=True):
            yield recall(item) if known else next(others)
        yield from others  # none is left, but what was made is not remembered before it ends
        gc.freeze()  # all this stays to the end: to search it for circles once would take a fifteenth of the time

    def _source(self, path: Path, name: str) -> Source:
        return Source(path=name, content=b"", sha256="") if name in self._known else source(path, name)

    def _loaded(self, one: Source) -> Loaded:
        """Return an article as if it had been read."""
        number = self._known[one.path]
        drawn = self._plan.article(number)
        annotated = self._annotated[one.path] = self._outline(drawn, number)
        return Loaded(article=annotated.article, problems=drawn.problems)

    def _analysed(self, one: Article) -> Analysed:
        """Return what was found in an article."""
        number = self._known[one.path]
        recalled = Recalled(partial(self._whole, number), self._plan.article(number).mark)
        whole = Whole(annotated=recalled, words=self._words.get(number, b""))
        return Analysed(path=one.path, findings=self._annotated.pop(one.path).findings + whole)

    def _outline(self, drawn: Drawn, number: int) -> Annotated:
        content = self._data.pack.read(*drawn.told)
        if summed(content) != drawn.outline:
            raise DamagedError(_DAMAGED)
        try:
            return self._outlines.outline(content, drawn, self._drawing.origin(number))
        except (ValueError, LookupError, TypeError, AttributeError, StopIteration) as fault:
            raise DamagedError(_DAMAGED) from fault

    def _read(self, number: int) -> Annotated:
        try:
            return remembered(self._plan.article(number), self._edits, self._project)
        except PlanAnewError as fault:
            raise DamagedError(_DAMAGED) from fault
