"""All articles with what the analysers found, kept by type so that a new analyser adds no field."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from digest.model.announcement import Announcement
from digest.model.article import Article
from digest.model.folded import Folded
from digest.model.marked import Marked
from digest.model.names import Named
from digest.model.passed_on import PassedOn
from digest.model.shown import Shown

Finding = TypeVar("Finding")


class Findings:
    """Values of different types, one of each: `findings[Names]` is the `Names` among them."""

    __slots__ = ("_by_type",)

    def __init__(self, values: Iterable[object] = ()) -> None:
        self._by_type = {type(value): value for value in values}

    @property
    def values(self) -> tuple[object, ...]:
        """All of them, in the order in which they were found."""
        return tuple(self._by_type.values())

    def __getitem__(self, kind: type[Finding]) -> Finding:
        return cast("Finding", self._by_type[kind])

    def find(self, kind: type[Finding]) -> Finding | None:
        """Return what was found of a type, if anything was."""
        return cast("Finding | None", self._by_type.get(kind))

    def __add__(self, value: object) -> "Findings":
        return Findings((*self.values, value))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Findings) and self._by_type == other._by_type

    def __hash__(self) -> int:
        return hash(self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """An article and what was found in it alone."""

    article: Article
    findings: Findings = field(default_factory=Findings)

    @property
    def path(self) -> str:
        """The file's path below the content folder."""
        return self.article.path

    @property
    def passed_on(self) -> Sequence[PassedOn]:
        """What other pages pass on of it as it is."""
        announcement = self.findings[Announcement]
        return [announcement.title, announcement.opening]

    @property
    def pieces(self) -> Sequence[PassedOn | Folded[Any]]:
        """What is passed on, then what was found of it and is folded, in the order in which it is written."""
        appearances = self.findings[Named].appearances
        named = (piece for one in appearances for piece in (one.mentions, one.quotes))
        return [*self.passed_on, self.findings[Announcement].words, self.findings[Shown].takeaways, *named]


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """All of an article of which no more than its outline is at hand; `words` is the mark of what a search reads of it."""

    annotated: Marked[Annotated]
    words: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysed:
    """What was found in an article, which goes by its path."""

    path: str
    findings: Findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article as an editor sees it: what was found in it, and the text of its file."""

    annotated: Annotated
    text: str

    @property
    def path(self) -> str:
        """The file's path below the content folder."""
        return self.annotated.path


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Library:
    """All articles, newest first, and what was found by looking at all of them; too large to be compared by value."""

    articles: tuple[Annotated, ...]
    findings: Findings = field(default_factory=Findings)

    def __getitem__(self, kind: type[Finding]) -> Finding:
        return self.findings[kind]
