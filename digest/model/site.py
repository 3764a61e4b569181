"""What is the same on every page of the site."""

from dataclasses import dataclass
from typing import Literal

Content = Literal["full", "summary"]


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
class Wording:
    """The words of the interface: their language, and the catalogue (GNU MO) of what our messages are in it."""

    language: str
    catalogue: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeds:
    """What feeds hold: whole articles or their summaries, and of how many articles, the newest.

    Of the `entities` that most articles name each has feeds, with an `entity_content` of their own, since one article may
    stand in dozens of them.
    """

    content: Content = "full"
    limit: int = 20
    entities: int = 500
    entity_content: Content = "summary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The site's title, address, language, menu and static files; `base_url` is empty when it was not given.

    Its `id` never changes, with another address either. Without `feeds` it has none, and without
    `search` no page, link, key or script for it. `language` is that of what editors write
    without saying in which; the interface may speak another.
    """

    id: str
    title: str
    base_url: str
    language: str
    wording: Wording
    menu: tuple[MenuEntry, ...]
    assets: tuple[Asset, ...]
    version: str
    feeds: Feeds | None = None
    search: bool = True
