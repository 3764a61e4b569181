"""A checked form of front matter to `FrontMatter`."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import get_args

from msgspec import structs

from digest.checked import Stranger, switch
from digest.errors import SourceError
from digest.front_matter.corrections import corrections, updating
from digest.front_matter.dated import date, is_date
from digest.front_matter.form import AuthorForm, EntityForm, Form, PublicationForm, TakeawayForm
from digest.front_matter.lists import former_addresses, listed
from digest.model.article import Day, EvidenceLink, FrontMatter, Origin, Publication, Status, Takeaway
from digest.model.names import Entity, EntityType
from digest.naming import type_of
from digest.text import dates
from digest.text.folding import folded
from digest.text.languages import as_tag, is_language
from digest.text.links import linkable
from digest.text.paths import address
from digest.text.slugs import slug
from digest.text.web import web_address
from digest.text.yaml import Document

_DATE = re.compile(r"\d{4}-\d")
_HIDDEN = ("draft", "hidden")  # what Pelican calls the status of an article that is not shown
_HAND_PICKED = 1.0
_TYPES: dict[str, EntityType] = {kind: kind for kind in get_args(EntityType)}
_ORIGINS: dict[str, Origin] = {origin: origin for origin in get_args(Origin)}
_STATES: dict[str, Status] = {status: status for status in get_args(Status)}


def front_matter(document: Document, form: Form, unknown: Sequence[Stranger]) -> FrontMatter:
    """Read all fields; raises SourceError, with its line, for one that cannot be."""
    made = corrections(document, form)
    published = _published(document, form)
    return FrontMatter(
        id=form.id.strip(),
        title=folded(form.title),
        date=published,
        updated=dates.latest(date(document, "updated", form.updated), *updating(made, published)),
        authors=_authors(form.authors),
        source=_publication(document, form),
        summary=folded(form.summary),
        language=_language(document, form.language),
        tags=tuple(tag.removeprefix("#") for tag in listed(form.tags)),
        takeaways=_takeaways(document, form),
        extract=not (isinstance(document.value, dict) and document.value.get("takeaways") == []),
        sections=listed(form.sections),
        headed=not (isinstance(document.value, dict) and document.value.get("sections") == []),
        entities=tuple(_entities(document, form.entities)),
        slug=form.slug,
        aliases=tuple(_aliases(document, form)),
        status=_status(document, form.status),
        pinned=_switch(document, "pinned", form.pinned),
        corrections=made,
        draft=_is_draft(document, form),
        extra=_extra(document, unknown),
    )


def _published(document: Document, form: Form) -> Day:
    """Read the date; Obsidian's clipper puts it where Jekyll says yes or no, beside the day of clipping."""
    if _is_day(form):
        return date(document, "published", form.published)
    return date(document, "date", form.date)


def _is_day(form: Form) -> bool:
    """Say whether `published` is meant as a date."""
    return bool(_DATE.match(form.published)) or (switch(form.published) is None and is_date(form.published, form.language))


def _is_draft(document: Document, form: Form) -> bool:
    shown = _is_day(form) or _switch(document, "published", form.published)
    return not shown or form.status.lower() in _HIDDEN or _switch(document, "draft", form.draft)


def _aliases(document: Document, form: Form) -> Iterator[str]:
    for text in former_addresses(document, form):
        with suppress(ValueError):
            yield address(text)


def _extra(document: Document, unknown: Sequence[Stranger]) -> dict[str, object]:
    value = document.value if isinstance(document.value, dict) else {}
    return {stranger.key: value[stranger.key] for stranger in unknown if len(stranger.path) == 1}


def _publication(document: Document, form: Form) -> Publication:
    stated = PublicationForm(name=form.source) if isinstance(form.source, str) else form.source
    given = structs.replace(stated, name="", url=stated.name) if web_address(stated.name) else stated
    return Publication(
        name=folded(given.name),
        owner=folded(given.owner),
        url=linkable(given.url),
        published=date(document, "source.published", given.published),
        licence=given.licence or form.licence,
        retrieved=date(document, "source.retrieved", given.retrieved),
    )


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


def _takeaways(document: Document, form: Form) -> tuple[Takeaway, ...]:
    stated = [TakeawayForm(entry) if isinstance(entry, str) else entry for entry in form.takeaways]
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


def _entities(document: Document, given: str | list[str | EntityForm]) -> Iterator[Entity]:
    """Read names, and entities of which more is said."""
    for index, entry in enumerate(listed(given) if isinstance(given, str) else given):
        stated = EntityForm(name=entry) if isinstance(entry, str) else entry
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


def _authors(value: str | AuthorForm | list[str | AuthorForm]) -> tuple[str, ...]:
    """Read names, also those of Jekyll's and Hugo's authors of whom more is said."""
    if isinstance(value, str):
        return listed(value)
    entries = value if isinstance(value, list) else [value]
    return listed([entry if isinstance(entry, str) else entry.name or entry.display_name for entry in entries])
