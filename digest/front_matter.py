"""The header of an article's file: split from the body, checked, and read into `FrontMatter`."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import get_args

import msgspec
from msgspec import structs

from digest.checked import Stranger, convert, strangers, switch
from digest.errors import SourceError
from digest.headers import bounds, document
from digest.model.article import Correction, Day, EvidenceLink, FrontMatter, Origin, Publication, Status, Takeaway
from digest.model.names import Entity, EntityType
from digest.model.problem import Problem
from digest.model.source import Source
from digest.naming import type_of
from digest.text import dates
from digest.text.encodings import decoded
from digest.text.folding import folded
from digest.text.instants import instant
from digest.text.languages import as_tag, is_language
from digest.text.links import linkable
from digest.text.paths import address
from digest.text.slugs import slug
from digest.text.web import web_address
from digest.text.yaml import Document, Path, Place

# What Hugo, Jekyll, Pelican, Zola and Obsidian call it; of two synonyms the first one counts.
_SYNONYMS = {
    "lastmod": "updated",
    "last_modified_at": "updated",
    "modified": "updated",
    "author": "authors",
    "lang": "language",
    "redirect_from": "aliases",
    "publish": "published",
    "created": "date",
    "description": "summary",
    "keywords": "tags",
    "headings": "sections",
    "license": "licence",
    "corrections": "correction",
}
_ADDRESSES = ("permalink", "url", "path")  # where it stands, as Jekyll, Hugo and Zola call it
_DATE = re.compile(r"\d{4}-\d")
_HOISTED = ("taxonomies", "extra", "params")  # tables of Zola and Hugo, whose keys count as if they stood at the top
_HIDDEN = ("draft", "hidden")  # what Pelican calls the status of an article that is not shown
_HAND_PICKED = 1.0
_TYPES: dict[str, EntityType] = {kind: kind for kind in get_args(EntityType)}
_ORIGINS: dict[str, Origin] = {origin: origin for origin in get_args(Origin)}
_STATES: dict[str, Status] = {status: status for status in get_args(Status)}
MOST_ENTRIES = 1_000  # of each list


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
    type: str = ""
    aliases: list[str] = []


class _Author(msgspec.Struct):
    name: str = ""
    display_name: str = ""


class _Form(msgspec.Struct):
    id: str = ""
    title: str = ""
    date: str = ""
    updated: str = ""
    authors: str | _Author | list[str | _Author] = []
    source: str | _Publication = ""
    licence: str = ""
    summary: str = ""
    language: str = ""
    tags: str | list[str] = []
    takeaways: list[str | _Takeaway] = []
    sections: list[str] = []
    entities: str | list[str | _Entity] = []
    slug: str = ""
    aliases: str | list[str] = []
    status: str = ""
    correction: str | _Correction | list[str | _Correction] = []
    reviewed_by: str = ""
    pinned: str = "no"
    draft: str = "no"
    published: str = "yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Front matter, the body under it with the line it begins on, and what to tell the editor.

    `other_names` are aliases that are no addresses, such as those of Obsidian's notes; `author_details` counts what is said of
    authors beside their names; `other_dates` are those that were passed over.
    """

    front_matter: FrontMatter
    body: str
    body_line: int
    problems: tuple[Problem, ...] = ()
    other_names: tuple[str, ...] = ()
    author_details: int = 0
    other_dates: tuple[str, ...] = ()


def opened(source: Source, *, any_date: bool = False) -> Header:
    """Decode a file and split it into front matter and body; with `any_date`, pass over dates that are none.

    Raises SourceError for what is no text, and for a header that cannot be read.
    """
    try:
        text = decoded(source.content)
    except ValueError as error:
        raise SourceError(str(error), path=source.path, hint="save the file as UTF-8") from error
    header = parsed(text.text, source.path, any_date=any_date)
    if not text.guessed:
        return header
    message, hint = f"read as {text.encoding}, since it is not UTF-8", "save the file as UTF-8"
    guess = Problem(level="warning", rule="encoding-guessed", path=source.path, line=0, message=message, hint=hint)
    return replace(header, problems=(guess, *header.problems))


def text(source: Source) -> str:
    """Return the text of a file that can be read."""
    return decoded(source.content).text


def body_start(text: str, path: str) -> int:
    """Return the offset at which the body of a readable file begins, behind its front matter."""
    found = bounds(text, is_markdown=is_markdown(path))
    return found.body if found else 0


def is_markdown(path: str) -> bool:
    """Say whether a file is called as Markdown is."""
    return path.lower().endswith((".md", ".markdown"))


def parsed(text: str, path: str, *, any_date: bool = False) -> Header:
    """Split `text` into front matter and body; with `any_date`, pass over dates that are none.

    Raises SourceError with file and line for a header that cannot be read.
    """
    try:
        found = bounds(text, is_markdown=is_markdown(path))
        if not found:
            return Header(front_matter=FrontMatter(), body=text, body_line=1)
        written = _renamed(_hoisted(document(text, found)))
        form = convert(written, _Form, SourceError)
        passed_over = tuple(_without_other_dates(form)) if any_date else ()
        unknown = tuple(strangers(written, _Form))
        front_matter = _front_matter(written, form, unknown)
        _refuse_crowd(written, front_matter)
    except SourceError as error:
        raise SourceError(error.message, path=path, line=error.line, hint=error.hint) from error
    return Header(
        front_matter=front_matter,
        body=text[found.body :],
        body_line=1 + text.count("\n", 0, found.body),
        problems=tuple(_problems(written, form, unknown, path)),
        other_names=tuple(name for name in _listed(form.aliases) if not _is_path(name)),
        author_details=sum(stranger.path[0] == "authors" for stranger in unknown),
        other_dates=passed_over,
    )


def _without_other_dates(form: _Form) -> Iterator[str]:
    """Take dates that are none out of what is stated, and yield them."""
    corrections = form.correction if isinstance(form.correction, list) else [form.correction]
    places: list[tuple[object, str]] = [(form, "date"), (form, "updated")]
    places += [(form, "published")] if switch(form.published) is None else []
    places += [(form.source, key) for key in ("published", "retrieved") if isinstance(form.source, _Publication)]
    places += [(one, "date") for one in corrections if isinstance(one, _Correction)]
    for owner, key in places:
        text = getattr(owner, key)
        if text and not _is_date(text, form.language):
            setattr(owner, key, "yes" if key == "published" and owner is form else "")
            yield text


def _is_date(text: str, language: str) -> bool:
    try:
        return bool(dates.parsed(text, language))
    except ValueError:
        return False


def _problems(written: Document, form: _Form, unknown: Sequence[Stranger], path: str) -> Iterator[Problem]:
    warn = partial(Problem, level="warning", path=path)
    for stranger in unknown:
        if stranger.meant:
            message, hint = f"unknown key '{stranger.key}'", f"did you mean '{stranger.meant}'?"
        elif stranger.is_bare and len(stranger.path) > 1:
            message, hint = f"'{stranger.key}' was taken for a key: a comma inside braces ends a text", "put the text in quotes"
        else:
            continue
        yield warn(rule="front-matter-key", line=written.line(stranger.path), message=message, hint=hint)
    for text in _former_addresses(written, form):
        try:
            address(text)
        except ValueError:
            message, hint = f"'{text}' is no address of this site", "write one such as /old/address/"
            yield warn(rule="alias-unusable", line=written.line(("aliases",)), message=message, hint=hint)
    for place in _empty_quotes(written):
        message, hint = "its quote is empty", "copy words of the text into it, or leave 'quote:' out"
        yield warn(rule="stale-evidence", line=written.line(place), message=message, hint=hint)
    for place, message in _undated(form):
        hint = "add 'date:', as in 'correction: {text: …, date: 2025-07-12}'"
        yield warn(rule="correction-undated", line=written.line(place), message=message, hint=hint)


def _empty_quotes(written: Document) -> Iterator[Path]:
    """Yield where a takeaway has a quote that pins it to nothing."""
    stated = written.value.get("takeaways") if isinstance(written.value, dict) else None
    for index, entry in enumerate(stated if isinstance(stated, list) else ()):
        if isinstance(entry, dict) and "quote" in entry and not str(entry["quote"] or "").strip():
            yield ("takeaways", index, "quote")


def _undated(form: _Form) -> Iterator[tuple[Path, str]]:
    """Yield where a correction or a retraction stands that does not say when it was made."""
    told = [(place, one) for place, one in zip(_places(form), _stated_corrections(form), strict=True) if folded(one.text)]
    yield from ((place, "the correction has no date") for place, one in told if not one.date)
    if _STATES.get(form.status.lower()) == "retracted" and not told:
        yield ("status",), "the retraction has no date"


def _hoisted(given: Document) -> Document:
    """Let the keys of certain tables stand at the top, unless the same stand there already."""
    for table in _HOISTED:
        given = _raised(given, table)
    return given


def _raised(given: Document, table: str) -> Document:
    if not isinstance(given.value, dict) or not isinstance(given.written, dict):
        return given
    inner, inner_written = given.value.get(table), given.written.get(table)
    if not isinstance(inner, dict) or not isinstance(inner_written, dict):
        return given
    others = {key: entry for key, entry in given.value.items() if key != table}

    def places() -> dict[Path, Place]:
        raised = {path[1:]: place for path, place in given.places.items() if path[:1] == (table,) and path[1:]}
        raised = {path: place for path, place in raised.items() if path[0] not in others}
        return raised | {path: place for path, place in given.places.items() if path[:1] != (table,)}

    return Document(
        value=inner | others,
        written=inner_written | {key: entry for key, entry in given.written.items() if key != table},
        find_places=places,
    )


def _renamed(given: Document) -> Document:
    """Give keys of other generators our name for them, unless ours stands there too."""
    if not isinstance(given.value, dict) or not isinstance(given.written, dict):
        return given
    names: dict[str | int, str] = {}
    taken = set(given.value)
    for key in given.value:
        ours = _SYNONYMS.get(key.lower(), key.lower())
        names[key] = key if ours in taken else ours
        taken.add(ours)
    if list(names) == list(names.values()):
        return given
    return Document(
        value={names[key]: entry for key, entry in given.value.items()},
        written={names[key]: entry for key, entry in given.written.items()},
        find_places=lambda: {(names[path[0]], *path[1:]) if path else path: at for path, at in given.places.items()},
    )


def _refuse_crowd(document: Document, given: FrontMatter) -> None:
    """Refuse lists that no article needs: each tag, former address and declared name makes pages."""
    for key in ("authors", "tags", "takeaways", "sections", "entities", "aliases"):
        if len(getattr(given, key)) > MOST_ENTRIES:
            hint = "keep those that matter"
            raise SourceError(f"{key}: more than {MOST_ENTRIES} entries", line=document.line((key,)), hint=hint)


def _front_matter(document: Document, form: _Form, unknown: Sequence[Stranger]) -> FrontMatter:
    corrections = _corrections(document, form)
    published = _published(document, form)
    return FrontMatter(
        id=form.id.strip(),
        title=folded(form.title),
        date=published,
        updated=dates.latest(_date(document, "updated", form.updated), *_later(corrections, published)),
        authors=_authors(form.authors),
        source=_publication(document, form),
        summary=folded(form.summary),
        language=_language(document, form.language),
        tags=tuple(tag.removeprefix("#") for tag in _listed(form.tags)),
        takeaways=_takeaways(document, form),
        extract=not (isinstance(document.value, dict) and document.value.get("takeaways") == []),
        sections=_listed(form.sections),
        headed=not (isinstance(document.value, dict) and document.value.get("sections") == []),
        entities=tuple(_entities(document, form.entities)),
        slug=form.slug,
        aliases=tuple(_aliases(document, form)),
        status=_status(document, form.status),
        pinned=_switch(document, "pinned", form.pinned),
        corrections=corrections,
        draft=_is_draft(document, form),
        extra=_extra(document, unknown),
    )


def _published(document: Document, form: _Form) -> Day:
    """Read the date; Obsidian's clipper puts it where Jekyll says yes or no, beside the day of clipping."""
    if _is_day(form):
        return _date(document, "published", form.published)
    return _date(document, "date", form.date)


def _is_day(form: _Form) -> bool:
    """Say whether `published` is meant as a date."""
    return bool(_DATE.match(form.published)) or (switch(form.published) is None and _is_date(form.published, form.language))


def _is_draft(document: Document, form: _Form) -> bool:
    shown = _is_day(form) or _switch(document, "published", form.published)
    return not shown or form.status.lower() in _HIDDEN or _switch(document, "draft", form.draft)


def _aliases(document: Document, form: _Form) -> Iterator[str]:
    for text in _former_addresses(document, form):
        with suppress(ValueError):
            yield address(text)


def _former_addresses(document: Document, form: _Form) -> Iterator[str]:
    """Yield the addresses at which the article stood; other names, as notes of Obsidian have, and patterns are none."""
    written = document.written if isinstance(document.written, dict) else {}
    stood = [str(written.get(key, "")) for key in _ADDRESSES]
    paths = filter(_is_path, (*_listed(form.aliases), *stood))
    yield from dict.fromkeys(path if path.startswith("/") else f"/{path}" for path in paths)


def _is_path(text: str) -> bool:
    return "/" in text and ":" not in text


def _extra(document: Document, unknown: Sequence[Stranger]) -> dict[str, object]:
    value = document.value if isinstance(document.value, dict) else {}
    return {stranger.key: value[stranger.key] for stranger in unknown if len(stranger.path) == 1}


def _publication(document: Document, form: _Form) -> Publication:
    stated = _Publication(name=form.source) if isinstance(form.source, str) else form.source
    given = structs.replace(stated, name="", url=stated.name) if web_address(stated.name) else stated
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
        return dates.parsed(text, _stated_language(document))
    except ValueError as error:
        message = f"{key}: '{text}' is no date"
        line = document.line(place or tuple(key.split(".")))
        raise SourceError(message, line=line, hint="write 2025-07-10 or 2025-07-10T09:30:00+02:00") from error


def _stated_language(document: Document) -> str:
    written = document.written.get("language") if isinstance(document.written, dict) else None
    return written if isinstance(written, str) else ""


def _later(corrections: Sequence[Correction], published: Day) -> Iterator[Day]:
    """Yield the days of the corrections that update their article: those of before it was published do not."""
    for one in corrections:
        if one.date and (not published or instant(one.date) >= instant(published)):
            yield one.date


def _language(document: Document, code: str) -> str:
    if code and not is_language(code):
        line = document.line(("language",))
        raise SourceError(f"language: '{code}' is not known", line=line, hint="write a code such as en, de or pt-BR")
    return as_tag(code)


def _switch(document: Document, key: str, text: str) -> bool:
    is_on = switch(text)
    if is_on is None:
        line = document.line((key,))
        raise SourceError(f"{key}: '{text}' is neither true nor false", line=line, hint="write true or false")
    return is_on


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
    origin = _ORIGINS.get(text.lower())
    if origin is None:
        line = document.line(("takeaways", index, "origin"))
        message = f"takeaways.{index + 1}.origin: '{text}' is no origin"
        raise SourceError(message, line=line, hint=f"write one of {', '.join(_ORIGINS)}")
    return origin


def _status(document: Document, text: str) -> Status:
    if text.lower() in {"published", *_HIDDEN}:
        return ""
    status = _STATES.get(text.lower())
    if status is None:
        message, line = f"status: '{text}' is no status", document.line(("status",))
        raise SourceError(message, line=line, hint="write 'retracted', or leave the key out; 'draft: true' holds an article back")
    return status


def _corrections(document: Document, form: _Form) -> tuple[Correction, ...]:
    """Read one correction or several; the newest comes first, those without a date last."""
    read = [
        Correction(text=folded(entry.text), date=_date(document, "correction", entry.date, (*place, "date")))
        for place, entry in zip(_places(form), _stated_corrections(form), strict=True)
    ]
    return tuple(sorted((one for one in read if one.text), key=lambda one: dates.newest_first(one.date)))


def _stated_corrections(form: _Form) -> list[_Correction]:
    entries = form.correction if isinstance(form.correction, list) else [form.correction]
    return [_Correction(entry) if isinstance(entry, str) else entry for entry in entries]


def _places(form: _Form) -> Iterator[Path]:
    """Yield where each correction stands."""
    if isinstance(form.correction, list):
        yield from (("correction", index) for index in range(len(form.correction)))
    else:
        yield ("correction",)


def _entities(document: Document, given: str | list[str | _Entity]) -> Iterator[Entity]:
    """Read names, and entities of which more is said."""
    for index, entry in enumerate(_listed(given) if isinstance(given, str) else given):
        stated = _Entity(name=entry) if isinstance(entry, str) else entry
        entity = _entity(stated.name, stated.type, tuple(stated.aliases))
        if entity is None:
            message, line = f"entities.{index + 1}.type: '{stated.type}' is no type", document.line(("entities", index, "type"))
            raise SourceError(message, line=line, hint=f"write one of {', '.join(_TYPES)}")
        yield entity


@lru_cache(maxsize=4096)
def _entity(stated: str, kind: str, aliases: tuple[str, ...]) -> Entity | None:
    """Read an entity, which many articles may name alike; where its type is not stated, the name may tell it."""
    name = folded(stated)
    known = _TYPES.get(kind.lower()) if kind else type_of(name)
    return Entity(key=slug(stated), name=name, type=known, aliases=tuple(filter(None, map(folded, aliases)))) if known else None


def _authors(value: str | _Author | list[str | _Author]) -> tuple[str, ...]:
    """Read names, also those of Jekyll's and Hugo's authors of whom more is said."""
    if isinstance(value, str):
        return _listed(value)
    entries = value if isinstance(value, list) else [value]
    return _listed([entry if isinstance(entry, str) else entry.name or entry.display_name for entry in entries])


def _listed(value: str | list[str]) -> tuple[str, ...]:
    """Read a list, also when it is written in one text: with semicolons where an entry has a comma."""
    entries = value.split(";" if ";" in value else ",") if isinstance(value, str) else value
    return tuple(filter(None, map(folded, entries)))
