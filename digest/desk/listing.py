"""A project's articles as a list: where each stands, what it is called, and whether a build takes it."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from digest.choice import Choice
from digest.config import Config
from digest.desk.problems import review
from digest.engine import Engine
from digest.load import find, load
from digest.machine.here import from_here
from digest.model.article import Article
from digest.model.problem import Problem
from digest.parts import READERS
from digest.read import read

State = Literal["published", "draft", "future", "retracted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An article in a list; its path is given from the working folder, an undated one has no date."""

    path: str
    date: str
    state: State
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The articles of a project, in order of path, and what could not be read."""

    articles: tuple[Listed, ...]
    problems: tuple[Problem, ...]


KINDS: Mapping[str, Callable[[Listed], bool]] = {
    "drafts": lambda one: one.state == "draft",
    "future": lambda one: one.state == "future",
    "held": lambda one: one.state in {"draft", "future"},
    "undated": lambda one: not one.date,
}


def listing(config: Config, choice: Choice, engine: Engine) -> Listing:
    """List all articles."""
    found = find(config.content, READERS)
    readable = read(found.sources, partial(load, readers=READERS), config, engine)
    failed = [problem for problem in readable.problems if problem.level == "error"]
    return Listing(
        articles=tuple(_listed(article, config, choice) for article in readable.articles),
        problems=from_here((*found.problems, *failed), config.content),
    )


def doubtful(articles: Sequence[Listed], config: Config, engine: Engine) -> tuple[Listed, ...]:
    """Pick the articles of which `digest check` has more than a note to say."""
    told = {problem.path for problem in review(config, (), engine).problems if problem.level != "note"}
    return tuple(one for one in articles if one.path in told)


def _listed(article: Article, config: Config, choice: Choice) -> Listed:
    day = article.front_matter.date
    return Listed(
        path=os.path.relpath(config.content / article.path),
        date=day.isoformat()[:10] if day else "",
        state=_state(article, config, choice),
        title=article.title,
    )


def _state(article: Article, config: Config, choice: Choice) -> State:
    if article.is_retracted:
        return "retracted"
    if article.front_matter.draft:
        return "draft"
    return "published" if choice.takes(article, config.timezone) else "future"
