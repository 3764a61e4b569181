"""The life of a preview: build, show, and again after each burst of changes to the project's files."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, replace
from datetime import tzinfo
from itertools import count
from pathlib import Path
from time import perf_counter
from traceback import format_exc
from urllib.parse import urlsplit

from digest import permalinks
from digest.build import Gathered, culprits, gather, outputs, planned
from digest.check import graded
from digest.choice import Choice
from digest.config import Config
from digest.engine import Engine
from digest.errors import DigestError
from digest.guard import told
from digest.load import Found, source
from digest.machine.here import from_here
from digest.menu import broken_entries
from digest.model.problem import Problem
from digest.parts import PAGE_TYPES, READERS
from digest.preview.ahead import gather_ahead, pages_ahead
from digest.preview.edition import Edition, nothing
from digest.preview.giving_way import Courtesy, GivenWay
from digest.preview.late import LateIndex
from digest.preview.notes import note, notes
from digest.preview.pressed import Pressed
from digest.preview.stage import Stage
from digest.preview.watch import Roots, Watch
from digest.text.counting import counted
from digest.theme.files import default_folder

_FAILED = "The site cannot be built"
_FRAMES = 12  # of a trace: the innermost
_PATIENCE = 5  # builds in a row that give way to what is saved meanwhile
_FEW = 8  # articles whose pages are worth showing before all others


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """What a preview is of: the file that configures it, how to read that anew, and which articles are chosen now."""

    file: Path
    configuration: Callable[[], Config]
    choice: Callable[[], Choice]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuild:
    """What came of a build: because of which changes, which files differ, what an editor should know, or why it failed.

    `trace` tells where in the program, when the fault is its own. The site stands below `base_path` from then on.
    """

    files: frozenset[str]
    held_back: int = 0
    problems: tuple[Problem, ...] = ()
    failure: DigestError | None = None
    trace: str = ""
    changes: frozenset[Path] = frozenset()
    seconds: float = 0
    base_path: str = "/"


def base_path(base_url: str) -> str:
    """Return the path below which a site with a base URL stands."""
    return urlsplit(base_url).path or "/"


class _FailedError(Exception):
    """A build failed and was told of."""


class Session:
    """Shows a project on a stage; each build is one context, which gives it an engine.

    `origin` is the address of the preview, without a path.
    """

    def __init__(
        self, project: Project, building: Callable[[], AbstractContextManager[Engine]], stage: Stage, origin: str
    ) -> None:
        self._project, self._building, self._stage, self._origin = project, building, stage, origin
        self._config = project.configuration()
        self._gathered: Gathered | None = None

    def rebuilds(self) -> Iterator[Rebuild]:
        """Build and show the site, and again after each burst of changes, for ever; yield what came of each build."""
        watch = Watch(self._roots)
        changes: frozenset[Path] = frozenset()
        while True:
            started = perf_counter()
            first: frozenset[str] = frozenset()
            for given_way in count():
                courtesy = Courtesy(watch.has_news if given_way < _PATIENCE else lambda: False)
                try:
                    with self._building() as engine:
                        first |= self._show_first(changes, engine)
                        rebuild = self._rebuild(engine, courtesy)
                        _pass_on_failure(rebuild)
                    break
                except _FailedError:
                    break
                except GivenWay:
                    changes |= watch.burst()
            shown = self._stage.shown.edition
            yield replace(
                rebuild,
                files=first | rebuild.files,
                changes=changes,
                seconds=perf_counter() - started,
                base_path=shown.base_path,
            )
            changes = watch.burst()

    def _show_first(self, changes: Collection[Path], engine: Engine) -> frozenset[str]:
        """Show the pages of a few saved articles before all that may depend on them is made again."""
        names = {path.relative_to(self._config.content).as_posix(): path for path in changes if self._is_article(path)}
        if not self._gathered or not names or len(names) < len(changes) or len(names) > _FEW:
            return frozenset()
        with suppress(Exception):  # the build that follows tells of it
            found = Found(sources=tuple(source(path, name) for name, path in sorted(names.items())), problems=())
            ahead = gather_ahead(found, self._gathered, self._config, self._project.choice(), engine)
            pages = pages_ahead(ahead, self._here(), engine)
            edition = self._stage.shown.edition
            return self._stage.show(replace(edition, files={**edition.files, **pages}))
        return frozenset()

    def _is_article(self, path: Path) -> bool:
        return path.is_relative_to(self._config.content) and path.suffix.lower() in READERS and path.is_file()

    def _rebuild(self, engine: Engine, courtesy: Courtesy) -> Rebuild:
        """Build and show the site; a build that fails leaves the edition before it, with a note."""
        try:
            self._config, choice = self._project.configuration(), self._project.choice()
            return self._shown(choice, courtesy.engine(engine), courtesy)
        except DigestError as failure:
            return self._failed(failure)
        except OSError as error:
            return self._failed(
                DigestError(error.strerror or str(error), path=error.filename or "", hint="mend it, and save again")
            )
        except Exception as fault:  # noqa: BLE001 - whatever it is, the preview goes on
            hint = "report it, with what is told in the terminal"
            return replace(
                self._failed(DigestError(f"digest fails ({told(fault)})", hint=hint)), trace=format_exc(limit=-_FRAMES)
            )

    def _failed(self, failure: DigestError) -> Rebuild:
        edition = replace(self._stage.shown.edition, headline=_FAILED, notes=(note(failure, self._source),))
        return Rebuild(files=self._stage.show(edition), failure=failure)

    def _shown(self, choice: Choice, engine: Engine, courtesy: Courtesy, faults: Sequence[Problem] = ()) -> Rebuild:
        """Show the site without the articles that have faults, nor those whose pages cannot be made."""
        gathered = gather(self._config, choice, engine, faults)
        try:
            page_types = tuple(map(courtesy.page_type, PAGE_TYPES))
            made = outputs(planned(gathered, self._here(), page_types), self._here(), engine)
            before = self._stage.shown.edition.files
            files = {output.path: Pressed.of(output.content, before.get(output.path)) for output in made}
        except (DigestError, MemoryError):
            raise
        except Exception:
            blamed = culprits(gathered, self._here(), engine)
            if faults or not blamed:
                raise
            return self._shown(choice, engine, courtesy, blamed)
        found = graded((*gathered.problems, *broken_entries(files, self._config)), self._config.check)
        problems = from_here(found, self._config.content)
        edition = self._edition(gathered, files, problems, choice)
        self._gathered = gathered
        return Rebuild(files=self._stage.show(edition), held_back=gathered.held_back, problems=problems)

    def _edition(self, gathered: Gathered, files: Mapping[str, Pressed], problems: Sequence[Problem], choice: Choice) -> Edition:
        """Make the edition of what was gathered and of its files, whose links lead to the preview, not to the published site."""
        told = notes(problems, self._source)
        return Edition(
            base_path=base_path(self._config.base_url),
            files=files,
            headline=f"{counted(len(told), 'article needs', 'articles need')} mending",
            notes=told,
            late=LateIndex(gathered.library, self._config.language).file if self._config.search else nothing,
            marks=dict(_marks(gathered, choice, self._config.timezone)),
        )

    def _here(self) -> Config:
        """Return the configuration of a site that is published where the preview is."""
        given = self._config.base_url
        return replace(self._config, base_url=self._origin + base_path(given) if given else "")

    def _roots(self) -> Roots:
        return Roots(folders=(self._config.content, self._config.templates), files=(self._project.file, self._config.addresses))

    def _source(self, path: str) -> Path | None:
        """Find the file that a fault names."""
        folder, _, name = path.partition("/")
        places = [self._config.content / path, self._project.file.parent / path, Path(path)]
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


def _pass_on_failure(rebuild: Rebuild) -> None:
    """Let an engine know that a build failed, so that nothing is forgotten for not being used."""
    if rebuild.failure:
        raise _FailedError
