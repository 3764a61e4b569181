"""Front matter in the words of other generators to the same in ours."""

from digest.text.yaml import Document, Path, Place

# What Hugo, Jekyll, Pelican, Zola and Obsidian call it; of two synonyms the first one counts.
_SYNONYMS = {
    "lastmod": "updated",
    "last_modified_at": "updated",
    "modified": "updated",
    "author": "authors",
    "lang": "language",
    "redirect_from": "aliases",
    "publish": "published",
    "created": "date",
    "description": "summary",
    "keywords": "tags",
    "headings": "sections",
    "license": "licence",
    "corrections": "correction",
}
_HOISTED = ("taxonomies", "extra", "params")  # tables of Zola and Hugo, whose keys count as if they stood at the top


def in_our_words(given: Document) -> Document:
    """Return front matter with the keys and tables that we have, whichever generator it was written for."""
    for table in _HOISTED:
        given = _raised(given, table)
    return _renamed(given)


def _raised(given: Document, table: str) -> Document:
    """Let the keys of a table stand at the top, unless the same stand there already."""
    if not isinstance(given.value, dict) or not isinstance(given.written, dict):
        return given
    inner, inner_written = given.value.get(table), given.written.get(table)
    if not isinstance(inner, dict) or not isinstance(inner_written, dict):
        return given
    others = {key: entry for key, entry in given.value.items() if key != table}

    def places() -> dict[Path, Place]:
        raised = {path[1:]: place for path, place in given.places.items() if path[:1] == (table,) and path[1:]}
        raised = {path: place for path, place in raised.items() if path[0] not in others}
        return raised | {path: place for path, place in given.places.items() if path[:1] != (table,)}

    return Document(
        value=inner | others,
        written=inner_written | {key: entry for key, entry in given.written.items() if key != table},
        find_places=places,
    )


def _renamed(given: Document) -> Document:
    """Give keys of other generators our name for them, unless ours stands there too."""
    if not isinstance(given.value, dict) or not isinstance(given.written, dict):
        return given
    names: dict[str | int, str] = {}
    taken = set(given.value)
    for key in given.value:
        ours = _SYNONYMS.get(key.lower(), key.lower())
        names[key] = key if ours in taken else ours
        taken.add(ours)
    if list(names) == list(names.values()):
        return given
    return Document(
        value={names[key]: entry for key, entry in given.value.items()},
        written={names[key]: entry for key, entry in given.written.items()},
        find_places=lambda: {(names[path[0]], *path[1:]) if path else path: at for path, at in given.places.items()},
    )
