"""A project's articles, or some files, to the problems that an editor should look at."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from digest.analyse import analyse, annotate
from digest.check import graded, located, problems, problems_of_library
from digest.config import Config
from digest.edit import with_declared
from digest.engine import Engine
from digest.entity_edits import entity_edits
from digest.errors import SourceError
from digest.front_matter.header import text
from digest.guard import each
from digest.load import Found, find, load, refused, requested
from digest.machine.here import from_here
from digest.model.library import Draft
from digest.model.problem import Problem
from digest.model.remark import Remarks
from digest.model.source import Source
from digest.parts import ARTICLE_CHECKS, LIBRARY_CHECKS, READERS, annotators
from digest.read import read


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """How many files were looked at, and what was found, in order of place."""

    files: int
    problems: tuple[Problem, ...]


def review(config: Config, files: Sequence[Path], engine: Engine) -> Review:
    """Check every article of a project, or only `files` and those below folders; paths are given from the working folder.

    Raises ConfigError when there is neither a content folder nor a file.
    """
    found = _given(config, files) if files else find(config.content, READERS)
    readable = read(found.sources, partial(load, readers=READERS), config, engine)
    articles = with_declared(readable.articles, entity_edits(config.content))
    standing = [article for article in articles if not article.is_retracted]
    step = partial(annotate, annotators=annotators(config.names))
    annotated, unfinished = each(standing, step, engine, config.time_limit)
    sources = {one.path: one for one in found.sources}
    drafts = [Draft(annotated=one, text=text(sources[one.article.path])) for one in analyse(annotated, ()).articles]
    remarked, unchecked = each(drafts, _remarked, engine, config.time_limit)
    known = frozenset(sources) | _paths(config) if files else frozenset(sources)
    told = [
        *found.problems,
        *readable.problems,
        *unfinished,
        *chain.from_iterable(remarked),
        *unchecked,
        *problems_of_library(drafts, known, LIBRARY_CHECKS),
    ]
    return Review(files=len(found.sources), problems=graded(from_here(told, config.content), config.check))


def _remarked(draft: Draft) -> tuple[Problem, ...]:
    """Say what is wrong in one article, taken by itself."""
    return (*located(draft, draft.annotated.findings[Remarks].remarks), *problems(draft, ARTICLE_CHECKS))


def _given(config: Config, files: Sequence[Path]) -> Found:
    """Read the files named, and those below folders; each goes by its path below the content folder if it lies there."""
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for file in files:
        path = Path(os.path.normpath(file.absolute()))
        found = _below(config, path) if path.is_dir() else _named(config, path)
        sources |= {one.path: one for one in found.sources}
        problems += found.problems
    return Found(sources=tuple(sources.values()), problems=tuple(dict.fromkeys(problems)))


def _below(config: Config, folder: Path) -> Found:
    found = find(folder, READERS)
    theirs = (one for one in found.sources if not (folder / one.path).is_relative_to(config.output))
    sources = tuple(replace(one, path=_name(config, folder / one.path)) for one in theirs)
    return Found(sources=sources, problems=tuple(replace(one, path=_name(config, folder / one.path)) for one in found.problems))


def _named(config: Config, path: Path) -> Found:
    name = _name(config, path)
    try:
        return Found(sources=(requested(path, name, READERS),), problems=())
    except (SourceError, OSError) as error:
        return Found(sources=(), problems=(refused(name, error),))


def _name(config: Config, path: Path) -> str:
    return path.relative_to(config.content).as_posix() if path.is_relative_to(config.content) else str(path)


def _paths(config: Config) -> frozenset[str]:
    """List the articles of the project, which the files may link to."""
    found = find(config.content, READERS).sources if config.content.is_dir() else ()
    return frozenset(one.path for one in found)
