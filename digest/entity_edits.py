"""`entities.yaml` to checked edits: what an editor decides about the names of all articles."""

import os
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import get_args

import msgspec

from digest.checked import convert, refuse_strangers
from digest.errors import ConfigError
from digest.model.edits import Edit, Part
from digest.model.names import EntityType, Link
from digest.naming.forms import folded
from digest.text.web import web_address
from digest.text.yaml import Document, YamlError, read

FILE_NAME = "entities.yaml"
_WIKIDATA = re.compile(r"Q[1-9][0-9]*\Z")
# What an entry decides beside its name and type; of these, `split` and `hide` stand alone.
_DECIDING = ("rename", "aliases", "merge", "split", "description", "wikipedia", "wikidata", "links", "hide")
_Fault = tuple[tuple[str | int, ...], str, str]  # its place in the entry, what is wrong, what to do


class _Part(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    articles: list[str]


class _Entry(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    rename: str = ""
    type: str = ""
    aliases: list[str] = []
    merge: list[str] = []
    split: list[_Part] = []
    description: str = ""
    wikipedia: str = ""
    wikidata: str = ""
    links: dict[str, str] = {}
    hide: bool = False


class _Form(msgspec.Struct, forbid_unknown_fields=True):
    entities: list[_Entry] = []


def entity_edits(content: Path) -> tuple[Edit, ...]:
    """Read `entities.yaml` in the content folder; no file, no edits.

    Raises ConfigError with file, line and mend.
    """
    path = content / FILE_NAME
    shown = os.path.relpath(path)
    if not path.is_symlink() and not path.exists():
        return ()
    if path.is_symlink() or not path.is_file():  # a stranger's link would show what it leads to, and a pipe never ends
        kind = "a link" if path.is_symlink() else "no regular file"
        raise ConfigError(kind, path=shown, hint="put the file itself there")
    try:
        return edits(path.read_text("utf-8-sig"), shown)
    except UnicodeDecodeError as error:
        raise ConfigError("not UTF-8 text", path=shown, hint="save the file as UTF-8") from error


def edits(text: str, path: str) -> tuple[Edit, ...]:
    """Check the text of a file of edits.

    Raises ConfigError with file, line and mend.
    """
    try:
        document = read(text)
    except YamlError as error:
        raise ConfigError(error.message, path=path, line=error.line, column=error.column, hint=error.hint) from error
    refused = partial(ConfigError, path=path)
    refuse_strangers(document, _Form, refused)
    form = convert(document, _Form, refused)
    found = tuple(_edit(entry, index, document, path) for index, entry in enumerate(form.entities))
    names: dict[str, Edit] = {}
    for edit in found:
        first = names.setdefault(folded(edit.name), edit)
        if first is not edit:
            hint = f"join it with that of line {first.line}"
            raise ConfigError(f"a second entry for '{edit.name}'", path=path, line=edit.line, hint=hint)
    return found


def _edit(entry: _Entry, index: int, document: Document, path: str) -> Edit:
    for place, message, hint in _faults(entry):
        line, column = document.place(("entities", index, *place))
        raise ConfigError(message, path=path, line=line, column=column, hint=hint)
    return Edit(
        name=entry.name.strip(),
        line=document.line(("entities", index)),
        rename=entry.rename.strip(),
        type=_kind(entry),
        aliases=tuple(alias.strip() for alias in entry.aliases),
        merge=tuple(name.strip() for name in entry.merge),
        split=tuple(Part(name=part.name.strip(), articles=tuple(part.articles)) for part in entry.split),
        description=" ".join(entry.description.split()),
        links=tuple(_links(entry)),
        hide=entry.hide,
    )


def _faults(entry: _Entry) -> Iterator[_Fault]:
    """List what is wrong in an entry."""
    if not entry.name.strip():
        yield ("name",), "an entry without a name", "give the name as the site shows it"
    if entry.type and not _kind(entry):
        yield ("type",), f"'{entry.type}' is no type of entity", f"write one of {', '.join(get_args(EntityType))}"
    yield from _empty_names(entry)
    for alone, hint in (("split", "name the parts under 'split' alone"), ("hide", "keep 'hide' alone, or delete it")):
        beside = [key for key in _DECIDING if getattr(entry, key) and key != alone]
        if getattr(entry, alone) and beside:
            yield (alone,), f"'{entry.name}' has '{alone}' and also {', '.join(beside)}", hint
    if entry.wikidata and not _WIKIDATA.match(entry.wikidata.strip()):
        yield ("wikidata",), f"'{entry.wikidata}' is no number of Wikidata", "write it like Q7184"
    for link in _links(entry):
        if not web_address(link.url):
            key = "links" if link.label in entry.links else link.label.lower()
            yield (key,), f"'{link.url}' is no web address", "write it like https://en.wikipedia.org/wiki/NATO"


def _empty_names(entry: _Entry) -> Iterator[_Fault]:
    for key, names in (("aliases", entry.aliases), ("merge", entry.merge)):
        for number, name in enumerate(names):
            if not name.strip():
                yield (key, number), f"an empty name among the '{key}' of '{entry.name}'", "write the name, or delete it"
    for number, part in enumerate(entry.split):
        if not part.name.strip():
            yield ("split", number), f"a part of '{entry.name}' without a name", "give the name as the site shows it"
        if not any(article.strip() for article in part.articles):
            yield ("split", number), f"the part '{part.name}' has no articles", "name those in which it is meant"


def _kind(entry: _Entry) -> EntityType | None:
    return next((kind for kind in get_args(EntityType) if kind == entry.type.strip().lower()), None)


def _links(entry: _Entry) -> Iterator[Link]:
    """List the links of an entry; a Wikidata number stands for its page."""
    if entry.wikipedia:
        yield Link(label="Wikipedia", url=entry.wikipedia)
    if entry.wikidata:
        yield Link(label="Wikidata", url=f"https://www.wikidata.org/wiki/{entry.wikidata.strip()}")
    for label, url in sorted(entry.links.items()):
        yield Link(label=label, url=url)
