"""The pipeline, in order, on one screen: content folder in, site out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from digest import addresses, ids, permalinks
from digest.aliases import lost
from digest.analyse import analyse, analysed, published
from digest.cache.drawing import Drawing
from digest.cache.ledger import Ledger
from digest.cache.values import sealed
from digest.check import graded, located, remarks
from digest.choice import Choice
from digest.config import Config
from digest.edit import edit, with_declared
from digest.engine import Engine, at_once
from digest.entity_edits import FILE_NAME, entity_edits
from digest.errors import DigestError
from digest.front_matter.header import text
from digest.guard import each, guarded, timed
from digest.load import Found, Loaded, find, load
from digest.machine.memory import give_back_memory
from digest.menu import broken_entries
from digest.model.edits import Edit
from digest.model.kept import Kept
from digest.model.library import Annotated, Draft, Library
from digest.model.page import Later, Output, Page, Sealed, Standing, Templated
from digest.model.problem import Problem
from digest.model.report import Report
from digest.model.retraction import Retraction, Retractions
from digest.model.site import Site
from digest.model.source import Source
from digest.parts import BUILD_CHECKS, COLLECTORS, LISTINGS, PAGE_TYPES, READERS, annotators
from digest.plan import PageType, plan
from digest.read import read
from digest.render import Templates, render, take
from digest.search.index import Indexing, index_part, indexing
from digest.search.index_parts import PartStore, parts_of
from digest.site import site
from digest.theme.files import theme
from digest.write import write

_FEWEST, _MOST = 500, 4000  # views at a time, twice as many each time: processes begin soon, and few of them are begun


class _HeldBackError(Exception):
    """A strict build met a problem when all was made but the exchange of the sites."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The library of a content folder, how it came about, what each article keeps by path, and what an editor should know.

    `told` are of the problems those that articles have by themselves.
    """

    library: Library
    sources: int
    articles: int
    held_back: int
    early: int
    until: datetime | None
    kept: Mapping[str, Kept]
    told: tuple[Problem, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What the pages of a site are made from, and with."""

    library: Library
    page_types: Sequence[PageType]
    site: Site
    templates: Templates


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where the articles come from, and where the site goes."""

    find: Callable[[], Found]
    edits: Callable[[], Sequence[Edit]]
    write: Callable[[Iterable[Output]], int]


def folders(config: Config, ledger: Ledger | None = None) -> Places:
    """Return the folders of a project on this machine; `ledger` is that of the output folder, if it is open already."""
    return Places(
        find=partial(find, config.content, READERS),
        edits=partial(entity_edits, config.content),
        write=partial(write, folder=config.output, ledger=ledger or Ledger(config.cache, config.output)),
    )


def gather(
    config: Config, choice: Choice, engine: Engine, faults: Sequence[Problem] = (), places: Places | None = None
) -> Gathered:
    """Read and analyse all articles that a build takes, but for those with faults, and carry out the edits of `entities.yaml`."""
    whence = places or folders(config)
    return gather_from(whence.find(), config, choice, engine, faults, whence.edits())


def gather_from(  # noqa: PLR0913, PLR0917 - two of them are for one caller each
    found: Found,
    config: Config,
    choice: Choice,
    engine: Engine,
    faults: Sequence[Problem] = (),
    edits: Sequence[Edit] | None = None,
) -> Gathered:
    """Analyse what was found as if there were nothing else."""
    edits = entity_edits(config.content) if edits is None else edits
    faulty = {fault.path for fault in faults}
    paths, passed_over = {source.path for source in found.sources}, found.problems
    readable = read([one for one in found.sources if one.path not in faulty], loaded_and_checked, config, engine)
    del found  # the texts of all files: a fifth of the memory at 10,000
    give_back_memory()
    taken = [article for article in readable.articles if choice.takes(article, config.timezone)]
    named = ids.named(taken, addresses.read(config.addresses), paths, config.base_url)
    articles = with_declared(named.articles, edits)
    standing = [article for article in articles if not article.is_retracted]
    retracted = [article for article in articles if article.is_retracted]
    step = partial(analysed, annotators=annotators(config.names), licences=config.full_text_licences)
    findings, unfinished = each(standing, step, engine, config.time_limit)
    annotated = published(standing, findings, config.full_text_licences)
    edited = edit(analyse(annotated, COLLECTORS, retracted), edits, FILE_NAME)
    problems = (
        *faults,
        *passed_over,
        *readable.problems,
        *unfinished,
        *ids.doubled(articles),
        *lost((*standing, *retracted)),
        *edited.problems,
    )
    return Gathered(
        library=edited.library,
        sources=len(paths),
        articles=len(annotated) + len(retracted),
        held_back=len(readable.articles) - len(articles),
        early=sum(not replace(choice, drafts=False, future=False).takes(article, config.timezone) for article in articles),
        until=min(filter(None, (choice.due(article, config.timezone) for article in readable.articles)), default=None),
        kept=named.kept,
        told=readable.problems,
        problems=graded(problems, config.check),
    )


def planned(gathered: Gathered, config: Config, page_types: Sequence[PageType] = PAGE_TYPES) -> Planned:
    """Plan the pages of a site.

    Raises ConfigError when the theme cannot be used.
    """
    look = theme(config.templates, search=config.search)
    shown = site(config, look.assets, gathered.kept[permalinks.HOME].id)
    return Planned(library=gathered.library, page_types=page_types, site=shown, templates=look.templates)


def outputs(ready: Planned, config: Config, engine: Engine, drawing: Drawing | None = None) -> Iterator[Output]:
    """Make the files of a site, one after the other, from some thousand views at a time; `drawing` remembers the plan.

    While an engine's processes make the pages of some views the next are planned.
    """
    here = partial(render, site=ready.site, templates=ready.templates)
    step = partial(timed, step=here, seconds=config.time_limit)
    known = drawing.group if drawing else lambda _: ()
    views: list[Page] = []
    firsts: dict[str, Page] = {}
    size, making = _FEWEST, _begun({}, [], step, engine)
    try:
        for page in plan(ready.library, ready.site, ready.page_types, LISTINGS, known):
            if not isinstance(page.body, Templated | Later):
                yield here(page)  # not worth an engine
                continue
            told = sealed(page, page.body)
            if isinstance(told.body, Sealed):
                drawn = drawing.draw(told, told.body) if drawing else told
                told.body.rest()
                if isinstance(drawn.body, Standing):
                    yield drawn.body
                    continue
            if isinstance(page.body, Templated) and page.body.template not in firsts:
                firsts[page.body.template] = told
            else:
                views.append(told)
                if len(views) == size:
                    yield from making
                    making = _begun(firsts, views, step, engine)
                    views, firsts, size = [], {}, min(2 * size, _MOST)
                    give_back_memory()
        yield from making
        making = _begun(firsts, views, step, engine)
        yield from making
    finally:
        making.close()  # a fault while pages are planned leaves no process


@at_once
def _begun(
    firsts: Mapping[str, Page], others: Sequence[Page], step: Callable[[Page], Output], engine: Engine
) -> Iterator[Output | None]:
    """Make the first page of each template, and begin with the others: few as the first are, this process makes them.

    It has compiled their templates then, and so have its forks.
    """
    made = list(engine.map(step, list(firsts.values())))
    rest = engine.map(step, others)
    yield None
    yield from made
    yield from rest


def build(  # noqa: PLR0913 - a build has so many sides
    config: Config,
    choice: Choice,
    engine: Engine,
    *,
    strict: bool = False,
    faults: Sequence[Problem] = (),
    places: Places | None = None,
    code: Callable[[], bytes] = bytes,
    drawing: Drawing | None = None,
) -> Report:
    """Build the site of a configuration; a faulty article is reported and left out, or stops a strict build.

    `faults` are those of articles whose pages could not be made; `code` waits for compiled templates; `drawing` remembers the
    plan of a site without faults. Raises ConfigError for what
    no article is to blame for, RefusedError when the output folder is not ours.
    """
    places = places or folders(config)
    gathered = gather(config, choice, engine, faults, places)
    if drawing:
        drawing.begin(gathered.kept[permalinks.HOME].id, gathered.library.articles, gathered.told)
    try:
        files, problems = _written(gathered, config, engine, places.write, code, drawing, strict=strict)
    except (DigestError, MemoryError):
        raise
    except Exception:
        found = culprits(gathered, config, engine)
        if faults or not found:
            raise
        if drawing:
            drawing.is_possible = False  # there will be no plan
        return build(config, choice, engine, strict=strict, faults=found, places=places)
    return Report(
        sources=gathered.sources,
        articles=gathered.articles,
        held_back=gathered.held_back,
        early=gathered.early,
        until=gathered.until,
        files=files,
        problems=gathered.problems + problems,
    )


def _written(  # noqa: PLR0913, PLR0917 - the same sides
    gathered: Gathered,
    config: Config,
    engine: Engine,
    put: Callable[[Iterable[Output]], int],
    code: Callable[[], bytes],
    drawing: Drawing | None,
    *,
    strict: bool,
) -> tuple[int, tuple[Problem, ...]]:
    """Write the site while its search index is made; return how many files these are, and what else an editor should know."""
    if strict and gathered.problems:
        return 0, ()
    found: list[Problem] = []

    def judged(beside: Indexing) -> Iterator[Output]:
        paths = []
        ready = planned(gathered, config)
        take(code(), ready.templates, ready.site.wording)
        give_back_memory()  # of the articles that the index has been given
        for output in outputs(ready, config, engine, drawing):
            paths.append(output.path)
            yield output
            beside.go_on()
        give_back_memory()
        index = beside.finished(gathered.library)
        yield from index.outputs
        if drawing:
            drawing.index = [index_part(part, drawing.numbers) for part in index.parts]
        found.extend(graded((*broken_entries(paths, config), *index.problems), config.check))
        if strict and found:
            raise _HeldBackError

    parts = parts_of(gathered.library, config.language) if config.search else []
    store = PartStore(config.cache, config.output)
    with indexing(parts, config.language, config.output, store) as beside:
        try:
            files = put(judged(beside))
        except _HeldBackError:
            return 0, tuple(found)
    store.leave(part.key for part in parts)
    return files, (*found, *addresses.keep(config.addresses, gathered.kept))


def loaded_and_checked(source: Source) -> Loaded:
    """Read one source, and check again the evidence that its editor stored."""
    loaded = load(source, READERS)
    if loaded.article is None or loaded.article.is_retracted:
        return loaded
    annotated = Annotated(article=loaded.article)
    if stale := remarks(annotated, BUILD_CHECKS):
        return replace(loaded, problems=(*loaded.problems, *located(Draft(annotated=annotated, text=text(source)), stale)))
    return loaded


def culprits(gathered: Gathered, config: Config, engine: Engine) -> list[Problem]:
    """Find the articles whose pages cannot be made, by making a site of each alone; none if one of no articles fails too."""

    def made(*these: Annotated | Retraction) -> None:
        gone = Retractions(retractions=tuple(one for one in these if isinstance(one, Retraction)))
        library = analyse([one for one in these if isinstance(one, Annotated)], COLLECTORS)
        library = replace(library, findings=library.findings + gone)
        for _ in outputs(planned(replace(gathered, library=library), config), config, engine):
            pass

    try:
        made()
    except Exception:  # noqa: BLE001 - told as the fault of the program or of its theme that it is
        return []
    every: tuple[Annotated | Retraction, ...] = (*gathered.library.articles, *gathered.library[Retractions].retractions)
    tried = (guarded(one, made, config.time_limit) for one in every)
    return [fault for fault in tried if fault]
