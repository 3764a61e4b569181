"""The ways in which an article writes its names: the words that identity is decided by."""

from functools import lru_cache

import msgspec

from digest.model.names import EntityType


class Form(msgspec.Struct, frozen=True, gc=False, cache_hash=True):
    """One way to write a name: its text, type, the usual form where one is known, and the title before it."""

    text: str
    type: EntityType
    name: str = ""
    title: str = ""


@lru_cache(maxsize=1 << 14)
def folded(text: str) -> str:
    """Write a name so that case, apostrophes and white space make no difference."""
    return " ".join(text.replace("’", "'").replace("–", "-").split()).casefold()
