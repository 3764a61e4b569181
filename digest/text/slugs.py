"""Any text to a slug: lower-case ASCII words joined by hyphens, safe in addresses and on every file system."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256

from slugify import slugify

_LONGEST = 80
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})


@lru_cache(maxsize=1 << 16)
def slug(text: str) -> str:
    """Return the slug of a text, of at most 80 characters; where nothing is left of it, a mark made from the text."""
    made = slugify(text[: 10 * _LONGEST], max_length=_LONGEST, word_boundary=True)
    if made and made not in _RESERVED:
        return made
    return f"{made or 'x'}-{_mark(text)}"


def unique_slugs(texts: Iterable[str]) -> Mapping[str, str]:
    """Give each text a slug of its own: of those that would share one the first by alphabet keeps it, the rest get marks."""
    owners: dict[str, str] = {}
    for text in sorted(texts):
        made = slug(text)
        while owners.setdefault(made, text) != text:
            made = f"{made}-{_mark(text)}"
    return {text: made for made, text in owners.items()}


def _mark(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
