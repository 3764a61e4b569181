"""The pages of a few saved articles, made before the site around them is made again, and just as they will be in it."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from digest import permalinks
from digest.analyse import analyse
from digest.build import Gathered, gather_from, outputs, planned
from digest.choice import Choice
from digest.config import Config
from digest.edit import edit
from digest.engine import Engine
from digest.entity_edits import FILE_NAME, entity_edits
from digest.load import Found
from digest.model.library import Library
from digest.model.retraction import Retractions
from digest.pages import article, retraction
from digest.parts import COLLECTORS
from digest.preview.pressed import Pressed
from digest.text import dates


def gather_ahead(found: Found, before: Gathered, config: Config, choice: Choice, engine: Engine) -> Gathered:
    """Gather the articles that were found, with no others but their neighbours, and with what was gathered before of all.

    What is kept of articles is of those found alone; one that is new, or has another address than before, is not among them.
    """
    fresh = gather_from(found, config, choice, engine)
    same = {path: kept for path, kept in fresh.kept.items() if kept == before.kept.get(path)}
    library = edit(
        _replaced(before.library, fresh.library, {one.path for one in found.sources}), entity_edits(config.content), FILE_NAME
    ).library
    return replace(fresh, library=_surroundings(library, same), kept=same)


def pages_ahead(ahead: Gathered, config: Config, engine: Engine) -> Mapping[str, Pressed]:
    """Make the pages of what was gathered ahead, as the whole site will have them."""
    wanted = {permalinks.file(kept.address) for kept in ahead.kept.values()} - {permalinks.file(permalinks.HOME)}
    made = outputs(planned(ahead, config, (article.pages, retraction.pages)), config, engine)
    return {output.path: Pressed.of(output.content) for output in made if output.path in wanted}


def _replaced(before: Library, fresh: Library, paths: Collection[str]) -> Library:
    """Put what became of the articles at some paths in the place of what they were, and look at all of them together again."""
    others = [one for one in before.articles if one.path not in paths]
    library = analyse((*others, *fresh.articles), COLLECTORS)
    gone = [one for one in before[Retractions].retractions if one.path not in paths]
    both = sorted((*gone, *fresh[Retractions].retractions), key=lambda one: (dates.newest_first(one.date), one.path))
    return replace(library, findings=library.findings + Retractions(retractions=tuple(both)))


def _surroundings(library: Library, paths: Collection[str]) -> Library:
    """Leave of the articles those at some paths and their neighbours, whom their pages name; what is known of all stays."""
    places = [place for place, one in enumerate(library.articles) if one.path in paths]
    near = sorted({near for place in places for near in range(max(0, place - 1), place + 2)} & set(range(len(library.articles))))
    return replace(library, articles=tuple(library.articles[place] for place in near))
