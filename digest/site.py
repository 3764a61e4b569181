"""A configuration and a theme to what every page knows of its site."""

from collections.abc import Sequence

from digest import permalinks
from digest.config import Config
from digest.model.site import Asset, MenuEntry, Site
from digest.release import VERSION
from digest.text.marking import translations
from digest.theme.wording import wording


def site(config: Config, assets: Sequence[Asset], identifier: str) -> Site:
    """Describe the site of a configuration to its pages."""
    spoken = wording(config.language, config.templates)
    words = translations(spoken.catalogue)
    menu = (
        MenuEntry(label=words.gettext("Today"), permalink=permalinks.HOME),
        MenuEntry(label=words.gettext("People & places"), permalink=permalinks.ENTITIES),
        MenuEntry(label=words.gettext("Archive"), permalink=permalinks.ARCHIVE),
    )
    return Site(
        id=identifier,
        title=config.title,
        base_url=config.base_url,
        language=config.language,
        wording=spoken,
        menu=config.menu or menu,
        assets=tuple(assets),
        version=VERSION,
        feeds=config.feeds,
        search=config.search,
    )
