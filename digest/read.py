"""Sources to articles as the configuration has them, each read by itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from digest.config import Config
from digest.defaults import with_defaults
from digest.engine import Engine
from digest.guard import each
from digest.load import Loaded
from digest.model.article import Article
from digest.model.problem import Problem
from digest.model.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """The articles that could be read, in order of path, and what an editor should know."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]


def read(sources: Sequence[Source], step: Callable[[Source], Loaded], config: Config, engine: Engine) -> Read:
    """Load sources by a step, and give each article what the configuration says of all."""
    loaded, unread = each(sources, step, engine, config.time_limit)
    articles = (with_defaults(one.article, config.timezone, config.authors) for one in loaded if one.article)
    return Read(articles=tuple(articles), problems=(*unread, *(problem for one in loaded for problem in one.problems)))
