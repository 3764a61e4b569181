"""`entities.yaml` to checked edits: what an editor decides about the names of all articles."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import get_args

import msgspec

from digest.checked import convert
from digest.errors import ConfigError
from digest.model.edits import Edit, Part
from digest.model.names import EntityType, Link
from digest.text.yaml import Document, YamlError, read

FILE_NAME = "entities.yaml"
_WIKIDATA = re.compile(r"[QPL]\d+\Z")
_WEB_ADDRESS = re.compile(r"https?://[^\s\"<>]+\Z")


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
    if not path.is_file():
        return ()
    try:
        return edits(path.read_text("utf-8-sig"), FILE_NAME)
    except UnicodeDecodeError as error:
        raise ConfigError("not UTF-8 text", path=FILE_NAME, hint="save the file as UTF-8") from error


def edits(text: str, path: str) -> tuple[Edit, ...]:
    """Check the text of a file of edits.

    Raises ConfigError with file, line and mend.
    """
    try:
        document = read(text)
    except YamlError as error:
        raise ConfigError(error.message, path=path, line=error.line, hint=error.hint) from error
    _refuse_unknown_keys(document, path)
    form = convert(document, _Form, partial(ConfigError, path=path))
    found = tuple(_edit(entry, index, document, path) for index, entry in enumerate(form.entities))
    names: dict[str, Edit] = {}
    for edit in found:
        if edit.name in names:
            hint = f"join it with that of line {names[edit.name].line}"
            raise ConfigError(f"a second entry for '{edit.name}'", path=path, line=edit.line, hint=hint)
        names[edit.name] = edit
    return found


def _refuse_unknown_keys(document: Document, path: str) -> None:
    value = document.value if isinstance(document.value, dict) else {}
    places: list[tuple[tuple[str | int, ...], object, type[msgspec.Struct]]] = [((), value, _Form)]
    entries = value.get("entities")
    for index, entry in enumerate(entries if isinstance(entries, list) else []):
        places.append((("entities", index), entry, _Entry))
        parts = entry.get("split") if isinstance(entry, dict) else None
        places += [(("entities", index, "split", number), part, _Part) for number, part in enumerate(_list(parts))]
    for place, keys, form in places:
        for key in keys if isinstance(keys, dict) else ():
            known = form.__struct_fields__
            if key not in known:
                close = get_close_matches(str(key), known, n=1, cutoff=0.7)
                hint = f"did you mean '{close[0]}'?" if close else f"known keys: {', '.join(known)}"
                raise ConfigError(f"unknown key '{key}'", path=path, line=document.line((*place, key)), hint=hint)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _edit(entry: _Entry, index: int, document: Document, path: str) -> Edit:
    def refuse(key: str, message: str, hint: str) -> ConfigError:
        return ConfigError(message, path=path, line=document.line(("entities", index, key)), hint=hint)

    kinds = get_args(EntityType)
    if not entry.name.strip():
        raise refuse("name", "an entry without a name", "give the name as the site shows it")
    if entry.type and entry.type not in kinds:
        raise refuse("type", f"'{entry.type}' is no type of entity", f"write one of {', '.join(kinds)}")
    if entry.split and (entry.merge or entry.rename):
        raise refuse("split", f"'{entry.name}' is both split and joined or renamed", "name the parts under 'split' alone")
    for link in _links(entry):
        if not _WEB_ADDRESS.match(link.url):
            key = link.label.lower() if link.label.lower() in {"wikipedia", "wikidata"} else "links"
            raise refuse(key, f"'{link.url}' is no web address", "write it like https://en.wikipedia.org/wiki/NATO")
    return Edit(
        name=entry.name.strip(),
        line=document.line(("entities", index)),
        rename=entry.rename.strip(),
        type=next((kind for kind in kinds if kind == entry.type), None),
        aliases=tuple(entry.aliases),
        merge=tuple(entry.merge),
        split=tuple(Part(name=part.name, articles=tuple(part.articles)) for part in entry.split),
        description=" ".join(entry.description.split()),
        links=tuple(_links(entry)),
        hide=entry.hide,
    )


def _links(entry: _Entry) -> Iterator[Link]:
    """List the links of an entry; a Wikidata number stands for its page."""
    if entry.wikipedia:
        yield Link(label="Wikipedia", url=entry.wikipedia)
    if entry.wikidata:
        number = _WIKIDATA.match(entry.wikidata)
        yield Link(label="Wikidata", url=f"https://www.wikidata.org/wiki/{entry.wikidata}" if number else entry.wikidata)
    for label, url in sorted(entry.links.items()):
        yield Link(label=label, url=url)
