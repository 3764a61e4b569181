"""`digest.yaml` and the command line to a checked `Config`; no configuration is needed."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import tzinfo
from functools import partial
from math import inf
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

import msgspec

from digest.checked import convert, meant, refuse_strangers, switch
from digest.errors import ConfigError
from digest.model.site import Content, Feeds, MenuEntry
from digest.rules import RULES, Severity
from digest.text import yaml
from digest.text.folding import folded
from digest.text.languages import as_tag, is_language
from digest.text.web import is_plain_path, web_address

NamesFrom = Literal["found", "declared"] | Path
_PIPELINE = "config.cfg"
FILE_NAME, ADDRESSES, CACHE = "digest.yaml", "digest.lock.yaml", ".digest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What a build needs to know; paths are absolute.

    Times are told in `timezone`, or as each article writes them. `authors` wrote what names no author and no source. An empty
    `menu` is the usual one; `menu_places` are file and line of its entries.
    `names` are found in the texts, by us or by a pipeline in a folder, or taken as declared. `check` gives rules another
    severity.
    On a cluster `cluster_content` and `cluster_output` stand for `content` and `output`: paths, or addresses of other stores.
    When there are `full_text_licences`, the text of articles under others is withheld.
    """

    title: str
    base_url: str
    language: str
    timezone: tzinfo | None
    authors: tuple[str, ...]
    menu: tuple[MenuEntry, ...]
    menu_places: tuple[tuple[str, int], ...]
    content: Path
    templates: Path
    output: Path
    check: Mapping[str, Severity]
    full_text_licences: tuple[str, ...] | None
    addresses: Path
    cache: Path
    names: NamesFrom
    time_limit: float
    feeds: Feeds | None
    search: bool
    cluster_content: str
    cluster_output: str

    @property
    def home(self) -> Path:
        """The folder of the project, which paths of its configuration start from."""
        return self.addresses.parent


_FOLDERS = ("output", "content", "templates")


class _Policy(msgspec.Struct, frozen=True):
    full_text_licences: list[str] | None = None


class _Feeds(msgspec.Struct, frozen=True):
    content: Content = "full"
    limit: int = 20
    entities: int = 500
    entity_content: Content = "summary"


class _Names(msgspec.Struct, frozen=True):
    model: str


class _Cluster(msgspec.Struct, frozen=True):
    content: str = ""
    output: str = ""


class _MenuEntry(msgspec.Struct):
    label: str
    url: str


class Form(msgspec.Struct):
    """All keys of `digest.yaml`, with what holds where one is left out."""

    title: str = "The Briefing"
    base_url: str = ""
    language: str = "en"
    timezone: str = ""
    authors: str | list[str] = []
    menu: list[_MenuEntry] = []
    content: str = "seeds"
    templates: str = "templates"
    output: str = "site"
    check: dict[str, str] = {}
    policy: _Policy = _Policy()
    feeds: str | _Feeds = _Feeds()
    search: str = "on"
    time_limit: float = 10
    names: Literal["found", "declared"] | _Names = "found"
    cluster: _Cluster = _Cluster()


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The configuration as it is written: the file's keys with their places, and the options of the command line in theirs."""

    path: Path
    document: yaml.Document
    options: Mapping[str, str]
    form: Form

    def fault(self, key: yaml.Path, message: str, hint: str) -> ConfigError:
        """Return the error of a value, with its place when it stands in the file."""
        if key[0] in self.options or key[:1] not in self.document.places:
            return ConfigError(message, hint=hint)
        line, column = self.document.place(key)
        return ConfigError(message, path=self.path.name, line=line, column=column, hint=hint)


def written(file: Path | None, folder: Path, *, output: Path | None = None, base_url: str | None = None) -> Written:
    """Read `file`, or `digest.yaml` in `folder` when it is there; the options win over the file.

    Raises ConfigError with file, line and mend.
    """
    if file is not None and not file.is_file():
        raise ConfigError("no such configuration file", path=str(file), hint="leave -c out to build without one")
    path = file or folder / FILE_NAME
    document = _document(path) if path.is_file() else yaml.Document(value=None, written=None, find_places=dict)
    refused = partial(ConfigError, path=path.name)
    refuse_strangers(document, Form, refused)
    given = {"output": str(output.absolute()) if output else None, "base_url": base_url}
    options = {key: value for key, value in given.items() if value is not None}
    form = msgspec.structs.replace(convert(document, Form, refused), **options)
    return Written(path=path, document=document, options=options, form=form)


def configured(file: Path | None, folder: Path, *, output: Path | None = None, base_url: str | None = None) -> Config:
    """Read and check the configuration.

    Raises ConfigError with file, line and mend.
    """
    read = written(file, folder, output=output, base_url=base_url)
    form, home = read.form, Path(os.path.abspath(read.path.parent))  # noqa: PTH100 - `..` is to be gone, links are to stay
    content, templates, target = home / form.content, home / form.templates, home / form.output
    if content.resolve() == templates.resolve():
        stated = next((key for key in ("templates", "content") if (key,) in read.document.places), "templates")
        raise read.fault((stated,), f"articles and templates are both in '{content}'", "give each a folder of its own")
    for used in (content, templates):
        if target.resolve() in _with_parents(used) or used.resolve() in _with_parents(target):
            stated = next((key for key in _FOLDERS if (key,) in read.document.places), _FOLDERS[0])
            raise read.fault((stated,), f"the output folder '{target}' and '{used}' overlap", "give each a folder of its own")
    if form.templates != Form().templates and not templates.is_dir():
        raise read.fault(("templates",), f"there is no templates folder '{form.templates}'", "make it, or leave the key out")
    licences = form.policy.full_text_licences
    return Config(
        title=form.title,
        base_url=_base_url(read),
        language=_language(read),
        timezone=_timezone(read),
        authors=_authors(form.authors),
        menu=_menu(read),
        menu_places=tuple(_menu_places(read)),
        content=content,
        templates=templates,
        output=target,
        check={rule: _severity(rule, read) for rule in form.check},
        full_text_licences=None if licences is None else tuple(licences),
        addresses=home / ADDRESSES,
        cache=home / CACHE,
        names=_names(read, home),
        time_limit=_time_limit(read),
        feeds=_feeds(read),
        search=_search(read),
        cluster_content=_shared(form.cluster.content, home, content),
        cluster_output=_shared("" if output else form.cluster.output, home, target),
    )


def _shared(given: str, home: Path, otherwise: Path) -> str:
    """Return what a cluster is to use: an address as it is given, a folder from `home`, or the one that others use."""
    return given if "://" in given else str(home / given if given else otherwise)


def _with_parents(folder: Path) -> tuple[Path, ...]:
    whole = folder.resolve()
    return whole, *whole.parents


def _document(path: Path) -> yaml.Document:
    try:
        return yaml.read(path.read_text("utf-8-sig"))
    except yaml.YamlError as error:
        raise ConfigError(error.message, path=path.name, line=error.line, column=error.column, hint=error.hint) from error
    except UnicodeDecodeError as error:
        raise ConfigError("not UTF-8 text", path=path.name, hint="save the file as UTF-8") from error
    except OSError as error:
        raise ConfigError(error.strerror or str(error), path=path.name, hint="make the file readable") from error


def _severity(rule: str, read: Written) -> Severity:
    """Read a severity; a rule that does not exist is refused, since it would silently change nothing."""
    text, place = read.form.check[rule], ("check", rule)
    if rule not in RULES:
        raise read.fault(place, f"check: there is no rule '{rule}'", meant(rule, RULES, "docs/checks.md lists the rules"))
    severity: Severity | None = next((one for one in get_args(Severity) if one == text.lower()), None)
    if severity is None:
        hint = meant(text, get_args(Severity), f"write one of {', '.join(get_args(Severity))}")
        raise read.fault(place, f"check.{rule}: '{text}' is no severity", hint)
    return severity


def _language(read: Written) -> str:
    text = read.form.language
    if not is_language(text):
        raise read.fault(("language",), f"language '{text}' is not known", "write a code such as en, de or pt-BR")
    return as_tag(text)


def _timezone(read: Written) -> tzinfo | None:
    name = read.form.timezone
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        hint = meant(name, available_timezones(), "write it like Europe/Berlin, or UTC")
        raise read.fault(("timezone",), f"timezone '{name}' is not known", hint) from error


def _names(read: Written, home: Path) -> NamesFrom:
    given = read.form.names
    if isinstance(given, str):
        return given
    folder = home / given.model
    if not (folder / _PIPELINE).is_file():
        hint = f"name a folder that spaCy wrote with to_disk, or an installed one: it holds {_PIPELINE}"
        raise read.fault(("names", "model"), f"names.model: there is no pipeline in '{given.model}'", hint)
    return folder


def _authors(given: str | list[str]) -> tuple[str, ...]:
    names = [given] if isinstance(given, str) else given
    return tuple(filter(None, map(folded, names)))


def _menu(read: Written) -> tuple[MenuEntry, ...]:
    """Read the entries of the menu: each leads to a page of the site, or out of it."""
    for index, entry in enumerate(read.form.menu):
        is_page = entry.url.startswith("/") and not entry.url.startswith("//")
        if not is_page and not web_address(entry.url):
            hint = "write a page of the site such as /entities/, or an address such as https://example.org/"
            raise read.fault(("menu", index, "url"), f"menu.{index + 1}.url: '{entry.url}' is no address", hint)
    return tuple(MenuEntry(label=folded(entry.label), permalink=entry.url) for entry in read.form.menu)


def _menu_places(read: Written) -> Iterator[tuple[str, int]]:
    for index in range(len(read.form.menu)):
        yield str(read.path.absolute()), read.document.place(("menu", index, "url"))[0]


def _time_limit(read: Written) -> float:
    seconds = read.form.time_limit
    if not 0 < seconds < inf:
        hint = "write how many seconds one article may take, such as 30"
        raise read.fault(("time_limit",), f"time_limit {seconds:g} is no time", hint)
    return seconds


def _feeds(read: Written) -> Feeds | None:
    given = read.form.feeds
    if isinstance(given, str):
        is_on = switch(given)
        if is_on is None:
            raise read.fault(("feeds",), f"feeds: '{given}' is not known", "write off, or {content: summary, limit: 20}")
        return Feeds() if is_on else None
    if given.limit < 1:
        hint = "write a number from 1, or feeds: off"
        raise read.fault(("feeds", "limit"), f"feeds.limit: {given.limit} articles make no feed", hint)
    if given.entities < 0:
        hint = "write how many may have feeds, or 0 for none"
        raise read.fault(("feeds", "entities"), f"feeds.entities: {given.entities} is no number of names", hint)
    return Feeds(**msgspec.structs.asdict(given))


def _search(read: Written) -> bool:
    is_on = switch(read.form.search)
    if is_on is None:
        raise read.fault(("search",), f"search: '{read.form.search}' is neither on nor off", "write off, or leave the key out")
    return is_on


def _base_url(read: Written) -> str:
    text = read.form.base_url
    if text and (not web_address(text) or "?" in text or "#" in text):
        raise read.fault(("base_url",), f"base_url '{text}' is no web address", "write it like https://example.org/briefing/")
    address = text.rstrip("/") + "/" if text else ""
    if address and not is_plain_path(urlsplit(address).path):
        raise read.fault(
            ("base_url",), f"base_url '{text}' can be read in two ways", "leave out '..', '//' and what hides a '/', such as %2F"
        )
    return address
