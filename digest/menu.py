"""The menu of a site held against its pages, of which an entry may name any."""

from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from digest import permalinks
from digest.checked import meant
from digest.config import Config
from digest.model.page import Page
from digest.model.problem import Problem
from digest.rules import RULES

_RULE = "menu-broken"


def broken_entries(pages: Iterable[Page], config: Config) -> Iterator[Problem]:
    """Yield the entries of the menu that lead to a page which the site does not have.

    They stop no build: the last article of a topic may go, and its page with it.
    """
    if not config.menu:
        return
    found = [page.permalink for page in pages]
    files = set(map(permalinks.file, found))
    for entry, (path, line) in zip(config.menu, config.menu_places, strict=True):
        target = urlsplit(entry.permalink)
        if target.scheme or permalinks.file(unquote(target.path)) in files:
            continue
        folders = [permalink for permalink in found if permalink.endswith("/")]
        hint = meant(target.path, folders, "write the address of a page that the site has, or take the entry out")
        message = f"menu: there is no page '{entry.permalink}'"
        yield Problem(level=RULES[_RULE], rule=_RULE, path=path, line=line, message=message, hint=hint)
