"""An article as it was taken from elsewhere, before it has a file."""

import re
from dataclasses import dataclass
from urllib.parse import urljoin

from digest.model.article import Day, FrontMatter
from digest.text import dates, web
from digest.text.folding import folded
from digest.text.instants import instant
from digest.text.languages import is_language
from digest.text.literal import literal
from digest.text.slugs import slug

LONGEST_LINE, LONGEST_ADDRESS = 300, 2000  # characters of a title or name, and of an address
MOST_ENTRIES = 30  # names or tags of one article
_LICENCE = re.compile(
    r"creativecommons\.org/(?P<kind>licenses|publicdomain)/(?P<name>[a-z-]+)/(?P<version>[\d.]+)", re.IGNORECASE
)
_IMAGE = re.compile(r"<img\b", re.IGNORECASE)
_PLAYED = re.compile(r"<(?:audio|embed|iframe|object|video)\b", re.IGNORECASE)
_EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")
_UNSHOWABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What is known of an article, its body as Markdown, a name for its file, and what of it was left behind."""

    front_matter: FrontMatter
    body: str
    name: str
    left: tuple[str, ...] = ()


def lost(markup: str, attachments: int = 0, dates: int = 0, contributors: int = 0) -> tuple[str, ...]:
    """Count what of an entry is not taken: what its markup loads, files beside it, and what its feed says that cannot be kept."""
    counts = {
        "images": len(_IMAGE.findall(markup)),
        "frames, sound and film": len(_PLAYED.findall(markup)),
        "attached files": attachments,
        "dates that are none": dates,
        "contributors": contributors,
    }
    return tuple(f"{kind} ({count})" for kind, count in counts.items() if count)


def line(text: object) -> str:
    """Return a text of strangers in one line that is not too long; '' for what is no text."""
    return folded(_UNSHOWABLE.sub(" ", text))[:LONGEST_LINE] if isinstance(text, str) else ""


def literal_paragraphs(text: str) -> str:
    """Write text without markup as CommonMark; an empty line ends a paragraph."""
    return "\n\n".join(literal(" ".join(part.split())) for part in _EMPTY_LINE.split(text) if part.strip())


def joined(base: str, address: str) -> str:
    """Return an address as it is meant from another one, or ''."""
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return ""


def web_address(text: object, base: str = "") -> str:
    """Return an address that a browser may follow, or ''; a relative one is meant from `base`."""
    if not isinstance(text, str) or not text.strip() or len(text) > LONGEST_ADDRESS:
        return ""
    return web.web_address(joined(base, text))


def day(text: object, language: str = "") -> Day:
    """Return a day or moment as it is written, or none."""
    try:
        return dates.parsed(text, language) if isinstance(text, str) else None
    except ValueError:
        return None


def later(updated: Day, published: Day) -> Day:
    """Return the day of an update where it is later than that of publication."""
    return updated if updated and published and instant(updated) > instant(published) else None


def language(code: object) -> str:
    """Return the code of a language that is known, or ''."""
    return code if isinstance(code, str) and is_language(code) else ""


def licence(text: object) -> str:
    """Return a licence by its short name when it is given as an address of Creative Commons, else as it is written."""
    found = _LICENCE.search(text) if isinstance(text, str) else None
    if not found:
        return line(text)
    name = found["name"].upper()
    if found["kind"].lower() == "licenses":
        return f"CC {name} {found['version']}"
    return f"CC0 {found['version']}" if name == "ZERO" else "public domain"


def name(title: str, body: str) -> str:
    """Return the name of an article's file: made from its title, or from how its text begins."""
    return slug(title or body[:LONGEST_LINE])
