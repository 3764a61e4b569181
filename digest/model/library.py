"""All articles with what the analysers found, kept by type so that a new analyser adds no field."""

from dataclasses import dataclass
from typing import TypeVar

from digest.model.article import Article

Finding = TypeVar("Finding")


@dataclass(frozen=True, slots=True)
class Findings:
    """Values of different types, one of each: `findings[Names]` is the `Names` among them."""

    values: tuple[object, ...] = ()

    def __getitem__(self, kind: type[Finding]) -> Finding:
        for value in self.values:
            if isinstance(value, kind):
                return value
        raise KeyError(kind.__name__)

    def __add__(self, value: object) -> "Findings":
        return Findings((*self.values, value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """An article and what was found in it alone."""

    article: Article
    findings: Findings = Findings()

    @property
    def path(self) -> str:
        """The file's path below the content folder."""
        return self.article.path


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article as an editor sees it: what was found in it, and the text of its file."""

    annotated: Annotated
    text: str

    @property
    def path(self) -> str:
        """The file's path below the content folder."""
        return self.annotated.path


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """All articles, newest first, and what was found by looking at all of them."""

    articles: tuple[Annotated, ...]
    findings: Findings = Findings()

    def __getitem__(self, kind: type[Finding]) -> Finding:
        return self.findings[kind]
