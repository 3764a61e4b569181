"""A Markdown file of Hugo, Jekyll, Pelican, Zola or Obsidian to an article as digest keeps one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import PurePosixPath

from digest.front_matter import opened, text
from digest.importing.as_markdown import longest_ticks
from digest.importing.code import BLOCK, MARK, Code, set_aside
from digest.importing.taken import Taken, day, line
from digest.model.source import Source
from digest.text.folding import folded
from digest.text.slugs import slug

_DATED = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})[-_ ]+(?P<rest>.+)")
_HEADING = re.compile(r"\s*# +(?P<title>.+?)(?: +#+)?\s*$", re.MULTILINE)
_SPACED_TAGS = re.compile(r"^tags:[ \t]+(?P<tags>[^\s\[\]\"',-][^\[\]\"',\n]*)$", re.MULTILINE | re.IGNORECASE)
_BUNDLES = frozenset({"index", "_index"})
_POSTS, _DRAFTS = "_posts", "_drafts"  # Jekyll's folders
# Code as Jekyll and Hugo mark it to be coloured.
_COLOURED = re.compile(
    r"^(?P<indent>[ \t]*+)"
    r"(?:\{% highlight (?P<liquid>[\w+#-]+)[^%\n]{0,300}%\}\n(?P<jekyll>.{0,20000}?)\n[ \t]*\{% endhighlight %\}"
    r"|\{\{[<%] highlight (?P<language>[\w+#-]+)[^}\n]{0,300}[%>]\}\}\n(?P<hugo>.{0,20000}?)\n"
    r"[ \t]*\{\{[<%] ?/ ?highlight [%>]\}\})[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
# Of Obsidian: links between notes, embedded files, remarks, marks of blocks and of boxes.
_EMBED = re.compile(r"!\[\[[^\[\]\n]{1,500}\]\]")
_WIKILINK = re.compile(
    r"\[\[(?P<note>[^\[\]|#^\n]{0,300})(?:#(?P<heading>[^\[\]|#^\n]{1,300}))?(?:[#^][^\[\]|\n]{0,300})?"
    r"(?:\|(?P<label>[^\[\]\n]{1,500}))?\]\]"
)
_REMARK = re.compile(rf"(?<!\S)%%(?!%)[^{BLOCK}]{{0,5000}}?%%(?=[\s.,;:]|\Z)")
_BLOCK_MARK = re.compile(r"(?<![ \t])[ \t]+\^[A-Za-z0-9-]+[ \t]*$", re.MULTILINE)
_BOX = re.compile(r"^(?P<quote>(?:> ?)+)\[![\w-]+\][-+]?[ \t]*", re.MULTILINE)
_QUERY = re.compile(r"^(?:```|~~~)[ \t]*(?:dataview(?:js)?|tasks|query|base)\b", re.MULTILINE)
# What only steers Kramdown, Hugo, Zola and Pelican: hidden remarks, places of contents, attributes, ends of summaries.
_STEERING = re.compile(
    r"\{::comment\}.{0,2000}?\{:/(?:comment)?\}"
    r"|^[*-] +[^\n]{0,300}\n\{:[ ]?toc\b[^}\n]{0,300}\}[ \t]*$|^\[TOC\][ \t]*$|^PELICAN_(?:BEGIN|END)_SUMMARY[ \t]*$"
    r"|(?<![ \t])[ \t]*\{:[ ]*(?:[.#][a-z]|[\w-]+=[\"'])[^}\n]{0,300}\}[ \t]*$",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
_HEADING_ID = re.compile(
    r"^(?P<heading>#{1,6} [^\n]{0,500}?)[ \t]{1,9}\{[#.][a-z][\w .#:-]{0,300}\}[ \t]*$", re.MULTILINE | re.IGNORECASE
)
_HIGHLIGHT = re.compile(r"(?<![=\w])==(?=[^\s=])(?P<words>[^=\n]{0,500}[^\s=])==(?![=\w])")
_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
# What other programs would fill in, and digest does not.
_LEFT = {
    "shortcodes": re.compile(r"\{\{[<%].{0,2000}?[%>]\}\}", re.DOTALL),
    "template tags": re.compile(r"\{%.{0,2000}?%\}|\{\{.{0,2000}?\}\}", re.DOTALL),
    "links by {filename} or {static}": re.compile(r"\]\((?:\{|\|)(?:filename|static|attach|author|category|tag|index)(?:\}|\|)"),
    "links by @": re.compile(r"\]\(@/"),
    "footnotes": re.compile(r"\[\^[^\[\]\s]{1,100}\]:|\^\[[^\[\]\n]{1,2000}\]"),
    "boxes by !!!": re.compile(r"^(?:!!!|\?\?\?\+?) +\w", re.MULTILINE),
    "abbreviations": re.compile(r"^\*\[[^\[\]\n]{1,100}\]:", re.MULTILINE),
    "lists of definitions": re.compile(r"^(?=\S)(?![-*+>#|:]).{1,300}\n(?:\n?:[ \t]+\S.{0,2000}\n?)+", re.MULTILINE),
    "formulas": re.compile(r"\$\$.{1,2000}?\$\$", re.DOTALL),
    "HTML that loads": re.compile(r"<(?:audio|embed|iframe|img|object|script|style|video)\b", re.IGNORECASE),
    "embedded files": _EMBED,
    "images": re.compile(r"!\[[^\[\]\n]{0,500}\]\("),
}


def items(source: Source) -> Sequence[Source]:
    """Return the file: it holds one article."""
    return (source,)


def take(source: Source, retrieved: date) -> Taken:
    """Take a Markdown file: what its front matter says in digest's words, and its text without the marks of a note.

    Raises SourceError when its front matter cannot be read.
    """
    del retrieved  # what an editor wrote is not retrieved from anywhere
    header = opened(source, any_date=True)
    given = header.front_matter
    path = PurePosixPath(source.path)
    stem = path.parent.name if path.stem in _BUNDLES else path.stem
    dated = _DATED.fullmatch(stem)
    stated = day(dated["day"]) if dated else None
    name = dated["rest"] if dated and stated else stem
    heading = _HEADING.match(header.body)
    title = given.title or (folded(heading["title"]) if heading else folded(re.sub(r"[-_]+", " ", name)))
    front_matter = replace(
        given,
        title=title,
        date=given.date or stated,
        authors=tuple(_WIKILINK.sub(_words, author) for author in given.authors),
        tags=tuple(_tags(given.tags, source, path)),
        slug=given.slug or (slug(name) if stated else ""),
        draft=given.draft or _DRAFTS in path.parts,
    )
    code = Code()
    body = _COLOURED.sub(partial(_fenced, code=code), set_aside(header.body, code))
    left = (
        *_left(MARK.sub("", body)),
        *_counted("queries of notes", len(_QUERY.findall(header.body))),
        *_counted("aliases that are no addresses", len(header.other_names)),
        *_counted("details of authors", header.author_details),
        *(f"dates that are none ({line(text)})" for text in header.other_dates),
    )
    return Taken(front_matter=front_matter, body=code.restored(_plain(body)).strip("\n"), name=slug(name), left=left)


def _tags(given: Sequence[str], source: Source, path: PurePosixPath) -> Iterator[str]:
    """Yield the tags; Jekyll keeps spaces between them where they stand in one text."""
    is_spaced = {_POSTS, _DRAFTS} & set(path.parts) and len(given) == 1 and _SPACED_TAGS.search(text(source))
    yield from given[0].split() if is_spaced else given


def _fenced(found: re.Match[str], code: Code) -> str:
    """Write coloured code as code of its language."""
    language, written = found["liquid"] or found["language"], code.restored(found["jekyll"] or found["hugo"] or "")
    fence = "`" * max(3, 1 + longest_ticks(written))
    return code.marked(f"{found['indent']}{fence}{language}\n{written}\n{found['indent']}{fence}", BLOCK)


def _words(link: re.Match[str]) -> str:
    """Return what is shown of a link between notes."""
    return str(link["label"] or link["note"] or link["heading"] or "")


def _plain(written: str) -> str:
    """Write links between notes as their words, and take out what only steers other programs."""
    plain = _EMBED.sub("", _HEADING_ID.sub(r"\g<heading>", _STEERING.sub("", _REMARK.sub("", written))))
    plain = _HIGHLIGHT.sub(r"\g<words>", _WIKILINK.sub(_words, plain))
    return _EMPTY_LINES.sub("\n\n", _BOX.sub(r"\g<quote>", _BLOCK_MARK.sub("", plain)))


def _left(rest: str) -> Iterator[str]:
    """Count what is not taken, or is left in the text as it is."""
    for kind, pattern in _LEFT.items():
        rest, number = pattern.subn("", rest)
        yield from _counted(kind, number)


def _counted(kind: str, number: int) -> Iterator[str]:
    if number:
        yield f"{kind} ({number})"
