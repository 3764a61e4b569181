"""A Markdown file of Hugo, Jekyll, Pelican, Zola or Obsidian to an article as digest keeps one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from digest.front_matter.header import opened, text
from digest.importing.code import Code, set_aside
from digest.importing.coloured import fence_coloured
from digest.importing.obsidian import without_links, without_marks, without_remarks
from digest.importing.taken import Taken, day, line
from digest.importing.unread import counted, left
from digest.model.source import Source
from digest.text.folding import folded
from digest.text.slugs import slug

_DATED = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})[-_ ]+(?P<rest>.+)")
_HEADING = re.compile(r"\s*# +(?P<title>.+?)(?: +#+)?\s*$", re.MULTILINE)
_SPACED_TAGS = re.compile(r"^tags:[ \t]+(?P<tags>[^\s\[\]\"',-][^\[\]\"',\n]*)$", re.MULTILINE | re.IGNORECASE)
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
_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
_BUNDLES = frozenset({"index", "_index"})
_POSTS, _DRAFTS = "_posts", "_drafts"  # Jekyll's folders


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
        authors=tuple(map(without_links, given.authors)),
        tags=tuple(_tags(given.tags, source, path)),
        slug=given.slug or (slug(name) if stated else ""),
        draft=given.draft or _DRAFTS in path.parts,
    )
    code = Code()
    body = fence_coloured(set_aside(header.body, code), code)
    behind = (
        *left(header.body, body),
        *counted("aliases that are no addresses", len(header.other_names)),
        *counted("details of authors", header.author_details),
        *(f"dates that are none ({line(text)})" for text in header.other_dates),
    )
    return Taken(front_matter=front_matter, body=code.restored(_plain(body)).strip("\n"), name=slug(name), left=behind)


def _tags(given: Sequence[str], source: Source, path: PurePosixPath) -> Iterator[str]:
    """Yield the tags; Jekyll keeps spaces between them where they stand in one text."""
    is_spaced = {_POSTS, _DRAFTS} & set(path.parts) and len(given) == 1 and _SPACED_TAGS.search(text(source))
    yield from given[0].split() if is_spaced else given


def _plain(written: str) -> str:
    """Take out what only steers other programs."""
    plain = _HEADING_ID.sub(r"\g<heading>", _STEERING.sub("", without_remarks(written)))
    return _EMPTY_LINES.sub("\n\n", without_marks(plain))
