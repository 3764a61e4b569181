"""The lists of front matter, however they are written, and the former addresses among them."""

from collections.abc import Iterator

from digest.front_matter.form import Form
from digest.text.folding import folded
from digest.text.yaml import Document

_ADDRESSES = ("permalink", "url", "path")  # where it stands, as Jekyll, Hugo and Zola call it


def listed(value: str | list[str]) -> tuple[str, ...]:
    """Read a list, also when it is written in one text: with semicolons where an entry has a comma."""
    entries = value.split(";" if ";" in value else ",") if isinstance(value, str) else value
    return tuple(filter(None, map(folded, entries)))


def former_addresses(document: Document, form: Form) -> Iterator[str]:
    """Yield the addresses at which the article stood; other names, as notes of Obsidian have, and patterns are none."""
    written = document.written if isinstance(document.written, dict) else {}
    stood = [str(written.get(key, "")) for key in _ADDRESSES]
    paths = filter(is_path, (*listed(form.aliases), *stood))
    yield from dict.fromkeys(path if path.startswith("/") else f"/{path}" for path in paths)


def is_path(text: str) -> bool:
    """Say whether an alias is an address."""
    return "/" in text and ":" not in text
