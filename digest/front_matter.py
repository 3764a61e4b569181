"""The header of an article's file: split from the body, checked, and read into `FrontMatter`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from frontmatter.default_handlers import YAMLHandler

from digest.checked import convert, unknown_keys
from digest.errors import SourceError
from digest.model.article import Day, EvidenceLink, FrontMatter, Publication, Takeaway
from digest.model.names import Entity, EntityType
from digest.model.problem import Problem
from digest.text import dates
from digest.text.slugs import slug
from digest.text.yaml import Document, YamlError, read

_SYNONYMS = {"lastmod": "updated", "last_modified_at": "updated", "modified": "updated", "author": "authors", "lang": "language"}
_SYNONYMS |= {"description": "summary", "keywords": "tags", "headings": "sections", "license": "licence"}
_BOUNDARY = YAMLHandler().FM_BOUNDARY or re.compile("^---$", re.MULTILINE)
_HAND_PICKED = 1.0


class _Publication(msgspec.Struct):
    name: str = ""
    url: str = ""
    published: str = ""
    licence: str = ""
    retrieved: str = ""


class _Takeaway(msgspec.Struct):
    text: str
    evidence: list[str] = []


class _Entity(msgspec.Struct):
    name: str
    type: EntityType = "other"
    aliases: list[str] = []


class _Form(msgspec.Struct):
    title: str = ""
    date: str = ""
    updated: str = ""
    authors: str | list[str] = []
    source: str | _Publication = ""
    licence: str = ""
    summary: str = ""
    language: str = ""
    tags: str | list[str] = []
    takeaways: list[str | _Takeaway] = []
    sections: list[str] = []
    entities: list[_Entity] = []
    slug: str = ""
    draft: bool = False
    published: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Front matter, the body under it with the line it begins on, and what to tell the editor."""

    front_matter: FrontMatter
    body: str
    body_line: int
    problems: tuple[Problem, ...] = ()


def parsed(text: str, path: str) -> Header:
    """Split `text` into front matter and body.

    Raises SourceError with file and line for a header that cannot be read.
    """
    opening = _BOUNDARY.match(text)
    if not opening:
        return Header(front_matter=FrontMatter(), body=text, body_line=1)
    closing = _BOUNDARY.search(text, opening.end())
    if not closing:
        hint = "end the front matter with a line '---'"
        raise SourceError("the front matter that begins here has no end", path=path, line=1, hint=hint)
    header, first = text[opening.end() : closing.start()], 1 + text.count("\n", 0, opening.end())
    try:
        document = _renamed(read(header))
        front_matter = _front_matter(document, convert(document, _Form, SourceError))
    except YamlError as error:
        hint = "put text with ':' or '#' in quotes, and indent with spaces"
        raise SourceError(error.message, path=path, line=first + error.line - 1, hint=hint) from error
    except SourceError as error:
        raise SourceError(error.message, path=path, line=first + error.line - 1, hint=error.hint) from error
    problems = tuple(
        Problem(
            level="warning",
            rule="front-matter-key",
            path=path,
            line=first + document.line((key,)) - 1,
            message=f"unknown key '{key}'",
            hint=f"did you mean '{known}'?",
        )
        for key, known in unknown_keys(document, _Form).items()
        if known
    )
    body = text[closing.end() :]
    return Header(front_matter=front_matter, body=body, body_line=1 + text.count("\n", 0, closing.end()), problems=problems)


def _renamed(document: Document) -> Document:
    """Give keys of other generators our name for them, unless ours stands there too."""
    value = document.value
    if not isinstance(value, dict):
        return document
    names = {key: _SYNONYMS.get(str(key).lower(), str(key).lower()) for key in value}
    names = {key: key if name != key and name in value else name for key, name in names.items()}
    lines = {(names.get(path[0], path[0]), *path[1:]) if path else path: line for path, line in document.lines.items()}
    return replace(document, value={names[key]: entry for key, entry in value.items()}, lines=lines)


def _front_matter(document: Document, form: _Form) -> FrontMatter:
    value = document.value if isinstance(document.value, dict) else {}
    return FrontMatter(
        title=_folded(form.title),
        date=_date(document, "date", form.date),
        updated=_date(document, "updated", form.updated),
        authors=_listed(form.authors),
        source=_publication(document, form),
        summary=_folded(form.summary),
        language=form.language,
        tags=_listed(form.tags),
        takeaways=tuple(_takeaway(number, entry) for number, entry in enumerate(form.takeaways, 1)),
        sections=tuple(map(_folded, form.sections)),
        entities=tuple(
            Entity(key=slug(entity.name), name=_folded(entity.name), type=entity.type, aliases=tuple(entity.aliases))
            for entity in form.entities
        ),
        slug=form.slug,
        draft=form.draft or not form.published,
        extra=_extra(document, value),
    )


def _extra(document: Document, value: Mapping[Any, Any]) -> dict[str, object]:
    return {key: value[key] for key in unknown_keys(document, _Form)}


def _publication(document: Document, form: _Form) -> Publication:
    given = _Publication(name=form.source) if isinstance(form.source, str) else form.source
    return Publication(
        name=_folded(given.name),
        url=given.url,
        published=_date(document, "source.published", given.published),
        licence=given.licence or form.licence,
        retrieved=_date(document, "source.retrieved", given.retrieved),
    )


def _date(document: Document, key: str, text: str) -> Day:
    if not text:
        return None
    try:
        return dates.parsed(text)
    except ValueError as error:
        message = f"{key}: '{text}' is no date"
        line = document.line(tuple(key.split(".")))
        raise SourceError(message, line=line, hint="write 2025-07-10 or 2025-07-10T09:30:00+02:00") from error


def _takeaway(number: int, entry: str | _Takeaway) -> Takeaway:
    if isinstance(entry, str):
        return Takeaway(id=f"t{number}", text=_folded(entry), origin="author")
    links = tuple(EvidenceLink(paragraph=paragraph, score=_HAND_PICKED) for paragraph in entry.evidence)
    return Takeaway(id=f"t{number}", text=_folded(entry.text), origin="author", evidence=links)


def _listed(value: str | list[str]) -> tuple[str, ...]:
    entries = value.split(",") if isinstance(value, str) else value
    return tuple(filter(None, map(_folded, entries)))


def _folded(text: str) -> str:
    return " ".join(text.split())
