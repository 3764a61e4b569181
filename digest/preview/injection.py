"""A built page to the page that a preview shows: with the script that keeps it fresh, which no file of a site has."""

from html import escape

OWN = "_preview/"  # no page has such an address: slugs have no underscore
SCRIPT, STYLE, EVENTS = OWN + "script.js", OWN + "style.css", OWN + "events"


def live(content: bytes, *, base_path: str, path: str, revision: int) -> bytes:
    """Add the script to a page; it knows the page's path and revision."""
    source = f'<script src="{escape(base_path + SCRIPT)}" data-page="{escape(path)}" data-revision="{revision}" defer></script>\n'
    before, end, after = content.rpartition(b"</body>")
    return before + source.encode() + end + after if end else content + source.encode()


def stand_in(headline: str) -> bytes:
    """Make the page that is shown while there is no site; the script adds why."""
    head = f'<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{escape(headline)}</title></head>\n'
    return f"{head}<body>\n<h1>{escape(headline)}</h1>\n</body>\n</html>\n".encode()
