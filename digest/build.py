"""The pipeline, in order, on one screen: content folder in, site out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from importlib.metadata import version

from digest import permalinks
from digest.analyse import analyse
from digest.config import Config
from digest.edit import edit, with_declared
from digest.engine import Engine
from digest.entity_edits import FILE_NAME, entity_edits
from digest.load import find, load
from digest.model.article import Article
from digest.model.library import Library
from digest.model.problem import Problem
from digest.model.site import Asset, MenuEntry, Site
from digest.parts import ANNOTATORS, COLLECTORS, PAGE_TYPES, READERS
from digest.plan import plan
from digest.render import render
from digest.text import dates
from digest.theme import theme
from digest.write import write


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which articles a build takes: those dated after `now` and drafts are held back unless asked for."""

    now: datetime
    drafts: bool = False
    future: bool = False

    def takes(self, article: Article) -> bool:
        """Say whether a build has this article."""
        day = article.front_matter.date
        ahead = day is not None and dates.instant(day) > self.now
        return (self.drafts or not article.front_matter.draft) and (self.future or not ahead)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build read, made and held back, and what an editor should know; no files: a strict build wrote nothing."""

    sources: int
    articles: int
    held_back: int
    files: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The library of a content folder, the number of files read and articles held back, and what an editor should know."""

    library: Library
    sources: int
    held_back: int
    problems: tuple[Problem, ...]


def gather(config: Config, choice: Choice, engine: Engine) -> Gathered:
    """Read and analyse all articles that a build takes, and carry out the edits of `entities.yaml`."""
    found = find(config.content, READERS)
    edits = entity_edits(config.content)
    loaded = tuple(engine.map(partial(load, readers=READERS), found.sources))
    readable = [one.article for one in loaded if one.article]
    articles = with_declared([article for article in readable if choice.takes(article)], edits)
    edited = edit(analyse(articles, ANNOTATORS, COLLECTORS, engine), edits, FILE_NAME)
    return Gathered(
        library=edited.library,
        sources=len(found.sources),
        held_back=len(readable) - len(articles),
        problems=(*found.problems, *(problem for one in loaded for problem in one.problems), *edited.problems),
    )


def build(config: Config, choice: Choice, engine: Engine, *, strict: bool = False) -> Report:
    """Build the site of a configuration; a faulty article is reported and left out, or stops a strict build.

    Raises ConfigError for what no article is to blame for, RefusedError when the output folder is not ours.
    """
    gathered = gather(config, choice, engine)
    look = theme(config.templates)
    site = _site(config, look.assets)
    pages = plan(gathered.library, site, PAGE_TYPES)
    outputs = engine.map(partial(render, site=site, templates=look.templates), pages)
    files = 0 if strict and gathered.problems else write(outputs, config.output)
    return Report(
        sources=gathered.sources,
        articles=len(gathered.library.articles),
        held_back=gathered.held_back,
        files=files,
        problems=gathered.problems,
    )


def _site(config: Config, assets: Sequence[Asset]) -> Site:
    menu = (
        MenuEntry(label="Today", permalink=permalinks.HOME),
        MenuEntry(label="People & places", permalink=permalinks.ENTITIES),
    )
    return Site(
        title=config.title,
        base_url=config.base_url,
        language=config.language,
        menu=menu,
        assets=tuple(assets),
        version=version("news-digest"),
    )
