"""A document to learn from: its passages and the names that stand in them."""

from typing import NamedTuple


class Named(NamedTuple):
    """A name in a passage: its number, start and end in its text, and kind (`person`, `organization`, `place` or `misc`)."""

    passage: int
    start: int
    end: int
    kind: str


class Document(NamedTuple):
    """Passages as kind and text, and the names in them."""

    passages: tuple[tuple[str, str], ...]
    names: tuple[Named, ...]
