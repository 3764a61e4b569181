"""Carry out what an editor decides about entities: before the analysis on the articles, after it on the library."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from digest.model.article import Article
from digest.model.edits import Edit
from digest.model.library import Library
from digest.model.names import Entities
from digest.model.problem import Problem
from digest.naming import declarations, edited


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedLibrary:
    """The library as the editor wants it, and what to tell about edits that met nothing."""

    library: Library
    problems: tuple[Problem, ...]


def with_declared(articles: Sequence[Article], edits: Sequence[Edit]) -> tuple[Article, ...]:
    """Declare in each article the entities to which the editor gives a type; what the article itself declares goes first."""
    known = declarations(edits)
    if not known:
        return tuple(articles)
    return tuple(
        replace(article, front_matter=replace(article.front_matter, entities=(*article.front_matter.entities, *known)))
        for article in articles
    )


def edit(library: Library, edits: Sequence[Edit], path: str) -> EditedLibrary:
    """Edit the entities of a library; `path` is that of the file of edits."""
    done = edited(library[Entities], edits, (annotated.article for annotated in library.articles))
    problems = tuple(
        Problem(
            level="warning",
            rule="entity-unused",
            path=path,
            line=unmet.edit.line,
            message=unmet.message,
            hint=unmet.hint,
        )
        for unmet in done.unmet
    )
    return EditedLibrary(library=replace(library, findings=library.findings + done.entities), problems=problems)
