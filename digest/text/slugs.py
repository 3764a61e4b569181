"""Any text to a slug: lower-case ASCII words joined by hyphens, safe in addresses and on every file system."""

from hashlib import sha256

from slugify import slugify

_LONGEST = 80
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})


def slug(text: str) -> str:
    """Return the slug of a text, of at most 80 characters; where nothing is left of it, a mark made from the text."""
    made = slugify(text[: 10 * _LONGEST], max_length=_LONGEST, word_boundary=True)
    if made and made not in _RESERVED:
        return made
    return f"{made or 'x'}-{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
