"""The articles that did not change, as they are remembered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from digest.analyse import published
from digest.cache.blueprint import Drawn
from digest.cache.packs import Packs
from digest.choice import Choice
from digest.config import Config
from digest.defaults import with_defaults
from digest.edit import with_declared
from digest.engine import Engine
from digest.load import Loaded
from digest.model.article import Article
from digest.model.edits import Edit
from digest.model.library import Analysed, Annotated


class PlanAnewError(Exception):
    """The plan of before does not stand, or cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """What is built, how, and where results are remembered, with their keys by task."""

    config: Config
    choice: Choice
    engine: Engine
    packs: Packs
    keys: Mapping[tuple[str, str], bytes]


def remembered(drawn: Drawn, edits: Sequence[Edit], project: Project) -> Annotated:
    """Return an article that did not change.

    Raises PlanAnewError where it is remembered no longer.
    """
    config = project.config
    loaded = project.packs.get(drawn.loaded, Loaded)
    found = project.packs.get(drawn.analysed, Analysed)
    if not isinstance(loaded, Loaded) or not loaded.article or not isinstance(found, Analysed):
        raise PlanAnewError
    article = as_before(with_defaults(loaded.article, config.timezone, config.authors), drawn, edits)
    (annotated,) = published([article], [found], config.full_text_licences)
    return annotated


def as_before(article: Article, drawn: Drawn, edits: Sequence[Edit]) -> Article:
    """Give an article the id and the slug that it has, and what is declared for all."""
    (whole,) = with_declared([article], edits)
    return replace(whole, id=drawn.id, slug=drawn.slug)
