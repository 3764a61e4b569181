"""Notes of Obsidian: links between notes as their words, and what only it shows taken out."""

import re

from digest.importing.code import BLOCK

EMBED = re.compile(r"!\[\[[^\[\]\n]{1,500}\]\]")
_WIKILINK = re.compile(
    r"\[\[(?P<note>[^\[\]|#^\n]{0,300})(?:#(?P<heading>[^\[\]|#^\n]{1,300}))?(?:[#^][^\[\]|\n]{0,300})?"
    r"(?:\|(?P<label>[^\[\]\n]{1,500}))?\]\]"
)
_REMARK = re.compile(rf"(?<!\S)%%(?!%)[^{BLOCK}]{{0,5000}}?%%(?=[\s.,;:]|\Z)")
_BLOCK_MARK = re.compile(r"(?<![ \t])[ \t]+\^[A-Za-z0-9-]+[ \t]*$", re.MULTILINE)
_BOX = re.compile(r"^(?P<quote>(?:> ?)+)\[![\w-]+\][-+]?[ \t]*", re.MULTILINE)
QUERY = re.compile(r"^(?:```|~~~)[ \t]*(?:dataview(?:js)?|tasks|query|base)\b", re.MULTILINE)
_HIGHLIGHT = re.compile(r"(?<![=\w])==(?=[^\s=])(?P<words>[^=\n]{0,500}[^\s=])==(?![=\w])")
REMARK_AROUND_CODE = re.compile(
    rf"(?<!\S)%%(?!%)(?:(?!%%)[^{BLOCK}]){{0,5000}}{BLOCK}(?:(?!%%).){{0,5000}}%%(?=[\s.,;:]|\Z)", re.DOTALL
)


def without_links(text: str) -> str:
    """Write links between notes as their words."""
    return _WIKILINK.sub(_words, text)


def without_remarks(text: str) -> str:
    """Take out remarks, but for those with blocks of code in them."""
    return _REMARK.sub("", text)


def without_marks(text: str) -> str:
    """Take out embedded files, and marks of words, blocks and boxes."""
    plain = _HIGHLIGHT.sub(r"\g<words>", without_links(EMBED.sub("", text)))
    return _BOX.sub(r"\g<quote>", _BLOCK_MARK.sub("", plain))


def _words(link: re.Match[str]) -> str:
    """Return what is shown of a link between notes."""
    return str(link["label"] or link["note"] or link["heading"] or "")
