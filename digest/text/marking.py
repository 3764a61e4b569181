"""Texts of ours that pages show in another language are marked where they stand, and translated where they are shown."""

from functools import lru_cache
from gettext import GNUTranslations
from io import BytesIO


def gettext_noop(message: str) -> str:
    """Mark a text for the catalogues and leave it as it is."""
    return message


@lru_cache(maxsize=1)
def translations(catalogue: bytes) -> GNUTranslations:
    """Read a compiled catalogue."""
    return GNUTranslations(BytesIO(catalogue))
