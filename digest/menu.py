"""The menu of a site held against its pages, of which an entry may name any."""

from collections.abc import Collection, Iterator
from urllib.parse import unquote, urlsplit

from digest import permalinks
from digest.checked import meant
from digest.config import Config
from digest.model.problem import Problem
from digest.rules import RULES

_RULE = "menu-broken"


def broken_entries(paths: Collection[str], config: Config) -> Iterator[Problem]:
    """Yield the entries of the menu that lead to a page which is not among a site's files.

    They stop no build: the last article of a topic may go, and its page with it.
    """
    files = frozenset(paths)
    for entry, (path, line) in zip(config.menu, config.menu_places, strict=True):
        target = urlsplit(entry.permalink)
        if target.scheme or permalinks.file(unquote(target.path)) in files:
            continue
        folders = [f"/{path.removesuffix('index.html')}" for path in paths if path.endswith("index.html")]
        hint = meant(target.path, folders, "write the address of a page that the site has, or take the entry out")
        message = f"menu: there is no page '{entry.permalink}'"
        yield Problem(level=RULES[_RULE], rule=_RULE, path=path, line=line, message=message, hint=hint)
