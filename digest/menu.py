"""The pages of a site held against its menu, whose entries may name any of them."""

from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from digest import permalinks
from digest.checked import meant
from digest.config import Config
from digest.errors import ConfigError
from digest.model.page import Output


def held_to_menu(outputs: Iterable[Output], config: Config) -> Iterator[Output]:
    """Yield the files of a site.

    Raises ConfigError behind the last one when an entry of the menu leads to a page that is not among them.
    """
    paths = []
    for output in outputs:
        paths.append(output.path)
        yield output
    for entry, (file, line) in zip(config.menu, config.menu_places, strict=True):
        target = urlsplit(entry.permalink)
        if target.scheme or permalinks.file(unquote(target.path)) in paths:
            continue
        pages = [f"/{path.removesuffix('index.html')}" for path in paths if path.endswith("index.html")]
        hint = meant(target.path, pages, "write the address of a page that the site has, or take the entry out")
        raise ConfigError(f"menu: there is no page '{entry.permalink}'", path=file, line=line, hint=hint)
