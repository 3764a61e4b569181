"""What of Markdown other programs would fill in, and digest does not."""

import re
from collections.abc import Iterator

from digest.importing.code import MARK
from digest.importing.obsidian import EMBED, QUERY, REMARK_AROUND_CODE

_LEFT = {
    "shortcodes": re.compile(r"\{\{[<%].{0,2000}?[%>]\}\}", re.DOTALL),
    "template tags": re.compile(r"\{%.{0,2000}?%\}|\{\{.{0,2000}?\}\}", re.DOTALL),
    "links by {filename} or {static}": re.compile(r"\]\((?:\{|\|)(?:filename|static|attach|author|category|tag|index)(?:\}|\|)"),
    "links by @": re.compile(r"\]\(@/"),
    "notes by ^[]": re.compile(r"\^\[[^\[\]\n]{1,2000}\]"),
    "boxes by !!!": re.compile(r"^(?:!!!|\?\?\?\+?) +\w", re.MULTILINE),
    "abbreviations": re.compile(r"^\*\[[^\[\]\n]{1,100}\]:", re.MULTILINE),
    "lists of definitions": re.compile(r"^(?=\S)(?![-*+>#|:]).{1,300}\n(?:\n?:[ \t]+\S.{0,2000}\n?)+", re.MULTILINE),
    "formulas": re.compile(r"\$\$.{1,2000}?\$\$", re.DOTALL),
    "HTML that loads": re.compile(r"<(?:audio|embed|iframe|img|object|script|style|video)\b", re.IGNORECASE),
    "embedded files": EMBED,
    "images": re.compile(r"!\[[^\[\]\n]{0,500}\]\("),
}


def left(written: str, without_code: str) -> Iterator[str]:
    """Count what is not taken, or is left in the text as it is."""
    rest = MARK.sub("", without_code)
    for kind, pattern in _LEFT.items():
        rest, number = pattern.subn("", rest)
        yield from counted(kind, number)
    yield from counted("queries of notes", len(QUERY.findall(written)))
    yield from counted("remarks around code", len(REMARK_AROUND_CODE.findall(without_code)))


def counted(kind: str, number: int) -> Iterator[str]:
    """Say how many there are, where there are any."""
    if number:
        yield f"{kind} ({number})"
