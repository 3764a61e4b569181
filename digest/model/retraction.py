"""What is left of articles that were retracted."""

from dataclasses import dataclass

from digest.model.article import Correction, Day


@dataclass(frozen=True, slots=True, kw_only=True)
class Retraction:
    """An article that was taken back: where it stood, what it was called, and why it is gone, `updated` when that was said."""

    path: str
    id: str
    slug: str
    title: str
    language: str
    date: Day
    updated: Day
    corrections: tuple[Correction, ...]
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Retractions:
    """All retracted articles of a library, in its order; their texts are nowhere in it."""

    retractions: tuple[Retraction, ...]
