"""`digest.yaml` and the command line to a checked `Config`; no configuration is needed."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from math import inf
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import urlsplit

import msgspec

from digest.checked import convert, unknown_keys
from digest.errors import ConfigError
from digest.model.site import Feeds
from digest.rules import RULES, Severity
from digest.text.languages import is_language
from digest.text.yaml import Document, YamlError, read

FILE_NAME, ADDRESSES, CACHE = "digest.yaml", "digest.lock.yaml", ".digest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What a build needs to know; paths are absolute.

    `check` gives rules another severity. When there are `full_text_licences`, the text of articles under others is withheld.
    """

    title: str
    base_url: str
    language: str
    content: Path
    templates: Path
    output: Path
    check: Mapping[str, Severity]
    full_text_licences: tuple[str, ...] | None
    addresses: Path
    cache: Path
    time_limit: float
    feeds: Feeds | None


class _Policy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    full_text_licences: list[str] | None = None


class _Feeds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    content: Literal["full", "summary"] = "full"
    limit: int = 20


class _Form(msgspec.Struct):
    title: str = "The Briefing"
    base_url: str = ""
    language: str = "en"
    content: str = "seeds"
    templates: str = "templates"
    output: str = "site"
    check: dict[str, str] = {}
    policy: _Policy = _Policy()
    feeds: str | _Feeds = _Feeds()
    time_limit: float = 10


def configured(file: Path | None, folder: Path, *, output: Path | None = None, base_url: str | None = None) -> Config:
    """Read `file`, or `digest.yaml` in `folder` when it is there; the arguments win over the file.

    Raises ConfigError with file, line and mend.
    """
    if file is not None and not file.is_file():
        raise ConfigError("no such configuration file", path=str(file), hint="leave -c out to build without one")
    path = file or folder / FILE_NAME
    form, severities = _form(path) if path.is_file() else (_Form(), {})
    licences = form.policy.full_text_licences
    home = path.parent.absolute()
    content, templates = home / form.content, home / form.templates
    target = output.absolute() if output else home / form.output
    for used in (content, templates):
        if target.resolve() in _with_parents(used) or used.resolve() in _with_parents(target):
            hint = "give each a folder of its own"
            raise ConfigError(f"the output folder '{target}' and '{used}' overlap", hint=hint)
    if form.templates != _Form().templates and not templates.is_dir():
        raise ConfigError(
            f"there is no templates folder '{form.templates}'", path=path.name, hint="make it, or leave the key out"
        )
    return Config(
        title=form.title,
        base_url=_base_url(base_url if base_url is not None else form.base_url),
        language=_language(form.language),
        content=content,
        templates=templates,
        output=target,
        check=severities,
        full_text_licences=None if licences is None else tuple(licences),
        addresses=home / ADDRESSES,
        cache=home / CACHE,
        time_limit=_time_limit(form.time_limit),
        feeds=_feeds(form.feeds),
    )


def _with_parents(folder: Path) -> tuple[Path, ...]:
    whole = folder.resolve()
    return whole, *whole.parents


def _form(path: Path) -> tuple[_Form, Mapping[str, Severity]]:
    try:
        document = read(path.read_text("utf-8"))
    except YamlError as error:
        raise ConfigError(error.message, path=path.name, line=error.line, hint=error.hint) from error
    except UnicodeDecodeError as error:
        raise ConfigError("not UTF-8 text", path=path.name, hint="save the file as UTF-8") from error
    except OSError as error:
        raise ConfigError(error.strerror or str(error), path=path.name, hint="make the file readable") from error
    for key, known in unknown_keys(document, _Form).items():
        hint = f"did you mean '{known}'?" if known else f"known keys: {', '.join(_Form.__struct_fields__)}"
        raise ConfigError(f"unknown key '{key}'", path=path.name, line=document.line((key,)), hint=hint)
    form = convert(document, _Form, partial(ConfigError, path=path.name))
    severities = {rule: _severity(rule, text, path.name, document) for rule, text in form.check.items()}
    return form, severities


def _severity(rule: str, text: str, path: str, document: Document) -> Severity:
    """Read a severity; a rule that does not exist is refused, since it would silently change nothing."""
    line = document.line(("check", rule))
    if rule not in RULES:
        near = get_close_matches(rule, RULES, n=1)
        hint = f"did you mean '{near[0]}'?" if near else "docs/checks.md lists the rules"
        raise ConfigError(f"check: there is no rule '{rule}'", path=path, line=line, hint=hint)
    severity: Severity | None = next((one for one in get_args(Severity) if one == text.lower()), None)
    if severity is None:
        hint = f"write one of {', '.join(get_args(Severity))}"
        raise ConfigError(f"check.{rule}: '{text}' is no severity", path=path, line=line, hint=hint)
    return severity


def _language(text: str) -> str:
    if not is_language(text):
        raise ConfigError(f"language '{text}' is not known", hint="write a code such as en, de or pt-BR")
    return text


def _time_limit(seconds: float) -> float:
    if not 0 < seconds < inf:
        raise ConfigError(f"time_limit {seconds:g} is no time", hint="write how many seconds one article may take, such as 30")
    return seconds


def _feeds(given: str | _Feeds) -> Feeds | None:
    if isinstance(given, str):
        if given.lower() not in {"off", "no", "false"}:
            raise ConfigError(f"feeds: '{given}' is not known", hint="write off, or {content: summary, limit: 20}")
        return None
    if given.limit < 1:
        raise ConfigError(f"feeds.limit: {given.limit} articles make no feed", hint="write a number from 1, or feeds: off")
    return Feeds(content=given.content, limit=given.limit)


def _base_url(text: str) -> str:
    if not text:
        return ""
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment:
        raise ConfigError(f"base_url '{text}' is no web address", hint="write it like https://example.org/briefing/")
    return text.rstrip("/") + "/"
