"""The words of all articles to the files of their index, which Pagefind's program makes and its script in the browser reads.

Pagefind cannot add to an index, so there are several, each of a run of articles by date, which the script joins: an edit makes
one of them again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import accumulate, chain
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import msgspec

from digest import permalinks
from digest.cache.blueprint import IndexPart
from digest.machine.lock import RECORDS, workshop
from digest.model.library import Annotated, Library
from digest.model.page import Output
from digest.model.problem import Problem
from digest.search.index_parts import Described, Part, PartStore, part_of
from digest.search.pagefind import FAULTS, SCRIPT, Made, Run, is_program
from digest.search.searchable import names, searchable, terms, with_ids, words

_FOLDER = permalinks.file(permalinks.SEARCH_INDEX).removesuffix("index.html")
_PARTS, _TERMS, _NAMES = f"{_FOLDER}parts.json", f"{_FOLDER}terms.json", f"{_FOLDER}names.json"


class _Work(NamedTuple):
    """A part that is being made."""

    part: Part
    run: Run


class _Done(NamedTuple):
    """A part that is made: its key, and the name and ids that Pagefind gave it and its articles."""

    key: bytes
    name: str
    ids: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The files of an index, or why there is none, and its parts, that of the oldest articles first."""

    outputs: Iterable[Output] = ()
    problems: tuple[Problem, ...] = ()
    parts: Sequence[Part] = ()


class Indexing:
    """An index in the making, part by part, beside other things; what is remembered of a part is not made again."""

    def __init__(self, parts: Sequence[Part], language: str, output: Path, store: PartStore) -> None:
        self._parts, self._language, self._output, self._store = parts, language, output, store
        self._waiting = [part for part in reversed(parts) if not store.has(part.key)]
        self._at_work: _Work | None = None
        self._fault: Exception | None = None

    def go_on(self) -> None:
        """Begin the next part if the one before is done; what fails is told at the end."""
        if self._fault or not (self._at_work or self._waiting):
            return
        try:
            if self._at_work and self._at_work.run.is_done:
                self._put_away(self._at_work)
            if self._waiting and not self._at_work:
                self._begin(self._waiting.pop())
        except FAULTS as error:
            self._fault = error

    def done(self) -> Sequence[_Done]:
        """Wait for all parts.

        Raises one of the `FAULTS`.
        """
        if self._fault:
            raise self._fault
        while self._waiting or self._at_work:
            if self._at_work:
                self._put_away(self._at_work)
            if self._waiting:
                self._begin(self._waiting.pop())
        return [self._done(part) for part in self._parts]

    def _done(self, part: Part) -> _Done:
        made = self._store.made(part.key)
        if made is None:  # what was remembered is damaged
            made = self._put_away(self._begin(part))
        return _Done(part.key, made.name, made.ids)

    def _begin(self, part: Part) -> _Work:
        # A room of its own: if a build is killed, its Pagefind goes on writing where it began.
        room, articles = workshop(self._output) / RECORDS / uuid4().hex, part.articles()
        self._store.keep_articles(part.key, articles)
        self._at_work = _Work(part, Run(articles, self._language, room))
        return self._at_work

    def _put_away(self, work: _Work) -> Made:
        """Wait for a part, and remember it."""
        made = work.run.made()
        self.end()
        self._store.keep(work.part.key, made)
        return made

    def end(self) -> None:
        """Leave nothing at work."""
        if self._at_work:
            self._at_work.run.end()
            self._at_work = None

    def finished(self, library: Library) -> Index:
        """Return the index of a library when all parts are made."""
        if not self._parts:
            return Index()
        try:
            done = self.done()
        except FAULTS as error:
            message, hint = f"no index could be made: {error}", "until it can, the search page lists all articles"
            told = Problem(level="warning", rule="no-index", path=str(self._output), line=0, message=message, hint=hint)
            return Index(problems=(told,))
        ids = {address: name for one in done for address, name in one.ids.items()}
        lists = {
            _PARTS: msgspec.json.encode([one.name for one in done]),
            _TERMS: terms(library, ids),
            _NAMES: names(library),
        }
        files = (_outputs(self._store.whole(one.key), is_first=at == 0) for at, one in enumerate(done))
        return Index(
            outputs=chain(chain.from_iterable(files), (Output(path=path, content=content) for path, content in lists.items())),
            parts=self._parts,
        )


def _outputs(made: Made, *, is_first: bool) -> Iterator[Output]:
    """Yield the files of a part as they stand in the site; the program that searches all of them is that of the first one."""
    folder = f"{_FOLDER}{made.name}/"
    for name, content in made.files.items():
        if is_first or not is_program(name):
            yield Output(path=(_FOLDER if name == SCRIPT else folder) + name, content=content)


@contextmanager
def indexing(parts: Sequence[Part], language: str, output: Path, store: PartStore) -> Iterator[Indexing]:
    """Have an index made in the workshop of an output folder, while other things are.

    A fault is told, and leaves the site without an index.
    """
    made = Indexing(parts, language, output, store)
    try:
        made.go_on()
        yield made
    finally:
        made.end()
        with suppress(OSError):  # the lock of the build, or another index, stands in it
            (workshop(output) / RECORDS).rmdir()
            workshop(output).rmdir()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reindexed:
    """What stands in the place of the files of an index that are `gone`, and its parts now."""

    outputs: tuple[Output, ...] = ()
    gone: frozenset[str] = frozenset()
    parts: list[IndexPart]


def reindexed(before: list[IndexPart], fresh: Mapping[int, Annotated], language: str, site: Path, store: PartStore) -> Reindexed:
    """Make those parts of a site's index again some of whose articles, by their numbers, are fresh.

    Raises an error of any kind when that cannot be, since all of it can be made anew then.
    """
    touched = [at for at, part in enumerate(before) if not fresh.keys().isdisjoint(part.articles)]
    renewed = {at: _renewed(before[at], fresh, language, store) for at in touched}
    changed = {at: part for at, part in renewed.items() if part.key != before[at].key}
    if not changed:
        return Reindexed(parts=before)
    listed, ids, parts = msgspec.json.decode((site / _PARTS).read_bytes(), type=list[str]), dict[int, str](), list(before)
    outputs, gone = list[Output](), set[str]()
    ends = list(accumulate(len(part.articles) for part in reversed(before)))[::-1]  # the newest article has the first position
    with indexing([*changed.values()], language, site, store) as made:
        for (at, part), one in zip(changed.items(), made.done(), strict=True):
            outputs += _outputs(store.whole(one.key), is_first=at == 0)
            gone.update(output.path for output in _outputs(store.whole(before[at].key), is_first=at == 0))
            listed[at] = one.name
            parts[at] = IndexPart(part.key, before[at].articles, [article.words for article in part.described])
            ids.update({ends[at] - n: one.ids.get(article.permalink, "") for n, article in enumerate(part.described, 1)})
    outputs.append(Output(path=_PARTS, content=msgspec.json.encode(listed)))
    outputs.append(Output(path=_TERMS, content=with_ids((site / _TERMS).read_bytes(), ids)))
    return Reindexed(outputs=tuple(outputs), gone=frozenset(gone), parts=parts)


def index_part(part: Part, numbers: Mapping[str, int]) -> IndexPart:
    """Return a part as a plan remembers it, by the numbers that its articles, whose paths are known, have there."""
    return IndexPart(part.key, [numbers[one.path] for one in part.described], [one.words for one in part.described])


def _renewed(before: IndexPart, fresh: Mapping[int, Annotated], language: str, store: PartStore) -> Part:
    """Return a part with what is fresh of its articles in their places."""
    articles, marks = list(store.articles(before.key)), list(before.marks)
    for place, number in enumerate(before.articles):
        if number in fresh:
            articles[place], marks[place] = searchable(fresh[number], articles[place].source), words(fresh[number])
    described = [Described("", mark, one.permalink, one.source) for mark, one in zip(marks, articles, strict=True)]
    return part_of(language, described, lambda: articles)
