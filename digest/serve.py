"""The life of a preview: build, show, and again after each burst of changes to the project's files."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import tzinfo
from pathlib import Path
from time import perf_counter
from urllib.parse import urlsplit

from digest import permalinks
from digest.build import Choice, Gathered, gather, outputs
from digest.config import Config
from digest.engines.cached import Cached
from digest.errors import DigestError
from digest.filters import counted
from digest.model.problem import Problem
from digest.preview.edition import Edition
from digest.preview.notes import note, notes
from digest.preview.stage import Stage
from digest.preview.watch import Roots, bursts
from digest.theme import default_folder

_FAILED = "The site cannot be built"


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """What a preview is of: the file that configures it, how to read that anew, and which articles are chosen now."""

    file: Path
    configuration: Callable[[], Config]
    choice: Callable[[], Choice]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuild:
    """What came of a build: because of which changes, which files differ, what an editor should know, or why it failed."""

    files: frozenset[str]
    held_back: int = 0
    problems: tuple[Problem, ...] = ()
    failure: DigestError | None = None
    changes: frozenset[Path] = frozenset()
    seconds: float = 0


def base_path(base_url: str) -> str:
    """Return the path below which a site with a base URL stands."""
    return urlsplit(base_url).path or "/"


class Session:
    """Shows a project on a stage, with one engine; `origin` is the address of the preview, without a path."""

    def __init__(self, project: Project, engine: Cached, stage: Stage, origin: str) -> None:
        self._project, self._engine, self._stage, self._origin = project, engine, stage, origin
        self._config = project.configuration()

    def rebuilds(self) -> Iterator[Rebuild]:
        """Build and show the site, and again after each burst of changes, for ever; yield what came of each build."""
        for changes in bursts(self._roots):
            started = perf_counter()
            with self._engine:
                rebuild = self._rebuild()
            yield replace(rebuild, changes=changes, seconds=perf_counter() - started)

    def _rebuild(self) -> Rebuild:
        """Build and show the site; a build that fails leaves the edition before it, with a note."""
        try:
            self._config, choice = self._project.configuration(), self._project.choice()
            gathered = gather(self._config, choice, self._engine)
            edition = self._edition(gathered, choice)
        except DigestError as failure:
            edition = replace(self._stage.shown.edition, headline=_FAILED, notes=(note(failure, self._source),))
            return Rebuild(files=self._stage.show(edition), failure=failure)
        return Rebuild(files=self._stage.show(edition), held_back=gathered.held_back, problems=gathered.problems)

    def _edition(self, gathered: Gathered, choice: Choice) -> Edition:
        """Make the edition of what was gathered; its links lead to the preview, not to where the site is published."""
        path = base_path(self._config.base_url)
        here = replace(self._config, base_url=self._origin + path if self._config.base_url else "")
        told = notes(gathered.problems, self._source)
        return Edition(
            base_path=path,
            files={output.path: output.content for output in outputs(gathered, here, self._engine)},
            headline=f"{counted(len(told), 'article needs', 'articles need')} mending",
            notes=told,
            marks=dict(_marks(gathered, choice, self._config.timezone)),
        )

    def _roots(self) -> Roots:
        return Roots(folders=(self._config.content, self._config.templates), files=(self._project.file, self._config.addresses))

    def _source(self, path: str) -> Path | None:
        """Find the file that a fault names."""
        folder, _, name = path.partition("/")
        places = [self._config.content / path, self._project.file.parent / path]
        if folder == "templates":
            places = [self._config.templates / name, default_folder() / name]
        return next((place for place in places if place.is_file()), None)


def _marks(gathered: Gathered, choice: Choice, timezone: tzinfo | None) -> Iterator[tuple[str, str]]:
    """Name by page the articles that a build would hold back, were it not asked for them, and why."""
    for annotated in gathered.library.articles:
        article = annotated.article
        marks = ("Draft" if article.front_matter.draft else "", "Future" if choice.is_ahead(article, timezone) else "")
        if any(marks):
            address = permalinks.article(article.slug, article.front_matter.date)
            yield permalinks.file(address), " · ".join(filter(None, marks))
