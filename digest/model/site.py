"""What is the same on every page of the site."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A static file of the theme: its name there, its address on the site, its bytes."""

    name: str
    permalink: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuEntry:
    """A link in the page head."""

    label: str
    permalink: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The site's title, address, language, menu and static files; `base_url` is empty when it was not given."""

    title: str
    base_url: str
    language: str
    menu: tuple[MenuEntry, ...]
    assets: tuple[Asset, ...]
    version: str
