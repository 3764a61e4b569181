"""An address that a stranger wrote to one that can stand on a site, on every file system."""

from urllib.parse import unquote

_MARKS = frozenset("-_.~+ ,()")
_LONGEST, _DEEPEST = 100, 10
_PAGES = (".html", ".htm")


def address(text: str) -> str:
    """Return an address below the site's root: of a page when it ends like one, else of a folder.

    Raises ValueError for what does not begin with `/`, or has a part that cannot be the name of a file everywhere.
    """
    names = [name for name in unquote(text).split("/") if name]
    if not text.startswith("/") or not names or len(names) > _DEEPEST or not all(map(_is_name, names)):
        raise ValueError(text)
    path = "/" + "/".join(names)
    return path if path.lower().endswith(_PAGES) else path + "/"


def _is_name(text: str) -> bool:
    written = all(character.isalnum() or character in _MARKS for character in text)
    return written and len(text.encode()) <= _LONGEST and text.strip(" ") == text.strip(".") == text
