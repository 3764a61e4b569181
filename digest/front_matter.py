"""The header of an article's file: split from the body, checked, and read into `FrontMatter`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import get_args

import msgspec

from digest.checked import convert, unknown_keys
from digest.errors import SourceError
from digest.model.article import Correction, Day, EvidenceLink, FrontMatter, Origin, Publication, Status, Takeaway
from digest.model.names import Entity, EntityType
from digest.model.problem import Problem
from digest.model.source import Source
from digest.text import dates
from digest.text.encodings import decoded
from digest.text.folding import folded
from digest.text.languages import is_language
from digest.text.links import linkable
from digest.text.slugs import slug
from digest.text.yaml import Document, Path, YamlError, read

_SYNONYMS = {"lastmod": "updated", "last_modified_at": "updated", "modified": "updated", "author": "authors", "lang": "language"}
_SYNONYMS |= {
    "description": "summary",
    "keywords": "tags",
    "headings": "sections",
    "license": "licence",
    "corrections": "correction",
}
_BOUNDARY = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)
_TOML = re.compile(r"\+\+\+[ \t]*\n")
_SWITCH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_HAND_PICKED = 1.0


class _Publication(msgspec.Struct):
    name: str = ""
    owner: str = ""
    url: str = ""
    published: str = ""
    licence: str = ""
    retrieved: str = ""


class _Takeaway(msgspec.Struct):
    text: str
    evidence: list[str] = []
    quote: str = ""
    origin: str = "author"
    reviewed_by: str = ""


class _Correction(msgspec.Struct):
    text: str
    date: str = ""


class _Entity(msgspec.Struct):
    name: str
    type: str = "other"
    aliases: list[str] = []


class _Form(msgspec.Struct):
    id: str = ""
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
    status: str = ""
    correction: str | _Correction | list[str | _Correction] = []
    reviewed_by: str = ""
    pinned: str = "no"
    draft: str = "no"
    published: str = "yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Front matter, the body under it with the line it begins on, and what to tell the editor."""

    front_matter: FrontMatter
    body: str
    body_line: int
    problems: tuple[Problem, ...] = ()


def opened(source: Source) -> Header:
    """Decode a file and split it into front matter and body.

    Raises SourceError for what is no text, and for a header that cannot be read.
    """
    try:
        text = decoded(source.content)
    except ValueError as error:
        raise SourceError(str(error), path=source.path, hint="save the file as UTF-8") from error
    header = parsed(text.text, source.path)
    if not text.guessed:
        return header
    message, hint = f"read as {text.encoding}, since it is not UTF-8", "save the file as UTF-8"
    guess = Problem(level="warning", rule="encoding-guessed", path=source.path, line=0, message=message, hint=hint)
    return replace(header, problems=(guess, *header.problems))


def text(source: Source) -> str:
    """Return the text of a file that can be read."""
    return decoded(source.content).text


def body_start(text: str) -> int:
    """Return the offset at which the body of a file begins, behind its front matter."""
    opening = _BOUNDARY.match(text)
    closing = _BOUNDARY.search(text, opening.end()) if opening else None
    return closing.end() if closing else 0


def parsed(text: str, path: str) -> Header:
    """Split `text` into front matter and body.

    Raises SourceError with file and line for a header that cannot be read.
    """
    opening = _BOUNDARY.match(text)
    if _TOML.match(text):
        raise SourceError("a TOML header", path=path, line=1, hint="write the front matter as YAML between lines '---'")
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
    except (YamlError, SourceError) as error:
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
    if not isinstance(document.value, dict) or not isinstance(document.written, dict):
        return document
    names: dict[str | int, str] = {}
    taken = set(document.value)
    for key in document.value:
        ours = _SYNONYMS.get(key.lower(), key.lower())
        names[key] = key if ours in taken else ours
        taken.add(ours)
    return Document(
        value={names[key]: entry for key, entry in document.value.items()},
        written={names[key]: entry for key, entry in document.written.items()},
        lines={(names[path[0]], *path[1:]) if path else path: line for path, line in document.lines.items()},
    )


def _front_matter(document: Document, form: _Form) -> FrontMatter:
    corrections = _corrections(document, form)
    published = _date(document, "date", form.date)
    return FrontMatter(
        id=form.id.strip(),
        title=folded(form.title),
        date=published,
        updated=dates.latest(_date(document, "updated", form.updated), *_later(corrections, published)),
        authors=_listed(form.authors),
        source=_publication(document, form),
        summary=folded(form.summary),
        language=_language(document, form.language),
        tags=_listed(form.tags),
        takeaways=_takeaways(document, form),
        extract=not (isinstance(document.value, dict) and document.value.get("takeaways") == []),
        sections=_listed(form.sections),
        entities=tuple(_entity(document, index, entity) for index, entity in enumerate(form.entities)),
        slug=form.slug,
        status=_status(document, form.status),
        pinned=_switch(document, "pinned", form.pinned),
        corrections=corrections,
        draft=_switch(document, "draft", form.draft) or not _switch(document, "published", form.published),
        extra=_extra(document),
    )


def _extra(document: Document) -> dict[str, object]:
    value = document.value if isinstance(document.value, dict) else {}
    return {key: value[key] for key in unknown_keys(document, _Form)}


def _publication(document: Document, form: _Form) -> Publication:
    given = _Publication(name=form.source) if isinstance(form.source, str) else form.source
    return Publication(
        name=folded(given.name),
        owner=folded(given.owner),
        url=linkable(given.url),
        published=_date(document, "source.published", given.published),
        licence=given.licence or form.licence,
        retrieved=_date(document, "source.retrieved", given.retrieved),
    )


def _date(document: Document, key: str, text: str, place: Path = ()) -> Day:
    if not text:
        return None
    try:
        return dates.parsed(text)
    except ValueError as error:
        message = f"{key}: '{text}' is no date"
        line = document.line(place or tuple(key.split(".")))
        raise SourceError(message, line=line, hint="write 2025-07-10 or 2025-07-10T09:30:00+02:00") from error


def _later(corrections: Sequence[Correction], published: Day) -> Iterator[Day]:
    """Yield the days of the corrections that update their article: those of before it was published do not."""
    for one in corrections:
        if one.date and (not published or dates.instant(one.date) >= dates.instant(published)):
            yield one.date


def _language(document: Document, code: str) -> str:
    if code and not is_language(code):
        line = document.line(("language",))
        raise SourceError(f"language: '{code}' is not known", line=line, hint="write a code such as en, de or pt-BR")
    return code


def _switch(document: Document, key: str, text: str) -> bool:
    if text.lower() not in _SWITCH:
        line = document.line((key,))
        raise SourceError(f"{key}: '{text}' is neither true nor false", line=line, hint="write true or false")
    return _SWITCH[text.lower()]


def _takeaways(document: Document, form: _Form) -> tuple[Takeaway, ...]:
    stated = [_Takeaway(entry) if isinstance(entry, str) else entry for entry in form.takeaways]
    kept = [(index, entry) for index, entry in enumerate(stated) if entry.text.strip()]
    return tuple(
        Takeaway(
            id=f"t{number}",
            text=folded(entry.text),
            origin=_origin(document, index, entry.origin),
            evidence=tuple(EvidenceLink(paragraph=paragraph, score=_HAND_PICKED) for paragraph in entry.evidence),
            quote=folded(entry.quote),
            reviewed_by=folded(entry.reviewed_by or form.reviewed_by),
        )
        for number, (index, entry) in enumerate(kept, 1)
    )


def _origin(document: Document, index: int, text: str) -> Origin:
    origin: Origin | None = next((origin for origin in get_args(Origin) if origin == text.lower()), None)
    if origin is None:
        line = document.line(("takeaways", index, "origin"))
        message = f"takeaways.{index + 1}.origin: '{text}' is no origin"
        raise SourceError(message, line=line, hint=f"write one of {', '.join(get_args(Origin))}")
    return origin


def _status(document: Document, text: str) -> Status:
    status: Status | None = next((status for status in get_args(Status) if status == text.lower()), None)
    if status is None:
        message, line = f"status: '{text}' is no status", document.line(("status",))
        raise SourceError(message, line=line, hint="write 'retracted', or leave the key out; 'draft: true' holds an article back")
    return status


def _corrections(document: Document, form: _Form) -> tuple[Correction, ...]:
    """Read one correction or several; the newest comes first, those without a date last."""
    entries = form.correction if isinstance(form.correction, list) else [form.correction]
    stated = [_Correction(entry) if isinstance(entry, str) else entry for entry in entries]
    read = [
        Correction(text=folded(entry.text), date=_date(document, "correction", entry.date, (*place, "date")))
        for place, entry in zip(_places(form), stated, strict=True)
    ]
    return tuple(sorted((one for one in read if one.text), key=lambda one: dates.newest_first(one.date)))


def _places(form: _Form) -> Iterator[Path]:
    """Yield where each correction stands."""
    if isinstance(form.correction, list):
        yield from (("correction", index) for index in range(len(form.correction)))
    else:
        yield ("correction",)


def _entity(document: Document, index: int, entity: _Entity) -> Entity:
    kind = next((kind for kind in get_args(EntityType) if kind == entity.type.lower()), None)
    if kind is None:
        message, line = f"entities.{index + 1}.type: '{entity.type}' is no type", document.line(("entities", index, "type"))
        raise SourceError(message, line=line, hint=f"write one of {', '.join(get_args(EntityType))}")
    aliases = tuple(filter(None, map(folded, entity.aliases)))
    return Entity(key=slug(entity.name), name=folded(entity.name), type=kind, aliases=aliases)


def _listed(value: str | list[str]) -> tuple[str, ...]:
    entries = value.split(",") if isinstance(value, str) else value
    return tuple(filter(None, map(folded, entries)))
