"""A project's articles, or some files, to the problems that an editor should look at."""

from collections.abc import Sequence
from dataclasses import dataclass
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
from digest.front_matter import text
from digest.guard import each
from digest.here import from_here
from digest.load import Found, find, load, refused, source
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
    """Check every article of a project, or only `files`, which need not be of it; paths are given from the working folder.

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
    """Read the files that were named; each goes by its path below the content folder when it lies there."""
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for file in files:
        path = file.absolute()
        name = path.relative_to(config.content).as_posix() if path.is_relative_to(config.content) else str(path)
        if path.suffix.lower() not in READERS:
            hint = f"digest reads {' '.join(sorted(READERS))}"
            problems.append(refused(name, SourceError(f"no reader for '{path.suffix}' files", hint=hint)))
            continue
        try:
            sources[name] = source(path, name)
        except (SourceError, OSError) as error:
            problems.append(refused(name, error))
    return Found(sources=tuple(sources.values()), problems=tuple(problems))


def _paths(config: Config) -> frozenset[str]:
    """List the articles of the project, which the files may link to."""
    found = find(config.content, READERS).sources if config.content.is_dir() else ()
    return frozenset(one.path for one in found)
