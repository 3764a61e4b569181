"""HTML of strangers to CommonMark: headings, paragraphs, lists, quotes, tables and code, with links and emphasis."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape, unescape
from urllib.parse import quote

from digest.importing.taken import joined
from digest.text.html import sanitised
from digest.text.literal import inline_literal, unopened

_TOKEN = re.compile(r"<(?P<close>/?)(?P<tag>[a-z0-9]+)(?P<rest>(?:[^>\"]|\"[^\"]*\")*)>|[^<]+")
_HREF = re.compile(r'\bhref="([^"]*)"')
_START = re.compile(r'\bstart="([0-9]{1,8})"')
_LINK = re.compile(
    r"(?P<before><a\b[^<>]{0,2000}?\shref\s*=\s*)(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s>\"']+))",
    re.IGNORECASE,
)
_CONTAINER = re.compile(r"<(/?)(?:div|section|article|main|header|footer|aside|center)\b", re.IGNORECASE)
_FIRST_HEADING = re.compile(r"<(/?)h1\b", re.IGNORECASE)
_WITHOUT_CONTENT = frozenset({"br", "hr", "col"})
_BLOCKS = frozenset("p h2 h3 h4 h5 h6 ul ol li blockquote pre table dl dt dd figcaption hr caption".split())
_INSIDE_OUT = frozenset("figure thead tbody tfoot".split())  # what they hold counts as if it stood in their place
_EMPHASIS = {"b": "**", "strong": "**", "em": "*", "i": "*", "del": "~~", "s": "~~"}
_UNLINKABLE = re.compile(r"[<>\\\s]")
_SPACE = re.compile(r"\s+")
_BREAK = "\n"


@dataclass(slots=True)
class _Node:
    """An element, or text when it has no tag."""

    tag: str
    text: str = ""
    href: str = ""
    start: int = 1
    children: list["_Node"] = field(default_factory=list)


def as_markdown(markup: str, base: str = "") -> str:
    """Write what HTML says as CommonMark; its relative links are meant from `base`."""
    if base:
        markup = _LINK.sub(lambda link: f'{link["before"]}"{escape(joined(base, _address(link)))}"', markup)
    prepared = _FIRST_HEADING.sub(r"<\1h2", _CONTAINER.sub(r"<\1p", markup))
    return "\n\n".join(_blocks(_tree(sanitised(prepared))))


def _address(link: re.Match[str]) -> str:
    return unescape(link["double"] or link["single"] or link["bare"] or "")


def _tree(markup: str) -> list[_Node]:
    root = _Node("")
    open_nodes = [root]
    for token in _TOKEN.finditer(markup):
        if token["tag"] is None:
            open_nodes[-1].children.append(_Node("", text=unescape(token[0])))
        elif token["close"]:
            if any(node.tag == token["tag"] for node in open_nodes):
                while open_nodes.pop().tag != token["tag"]:
                    pass
        else:
            href = _HREF.search(token["rest"])
            start = _START.search(token["rest"])
            node = _Node(token["tag"], href=unescape(href[1]) if href else "", start=int(start[1]) if start else 1)
            open_nodes[-1].children.append(node)
            if node.tag not in _WITHOUT_CONTENT:
                open_nodes.append(node)
    return root.children


def _blocks(nodes: Sequence[_Node]) -> Iterator[str]:
    """Yield the blocks of a row of nodes; text and inline elements between blocks are paragraphs."""
    run: list[_Node] = []
    for node in (*_unpacked(nodes), None):
        if node is not None and node.tag not in _BLOCKS:
            run.append(node)
            continue
        yield from _paragraphs(run)
        run = []
        if node is not None:
            yield from _block(node)


def _unpacked(nodes: Sequence[_Node]) -> Iterator[_Node]:
    for node in nodes:
        if node.tag in _INSIDE_OUT:
            yield from _unpacked(node.children)
        else:
            yield node


def _block(node: _Node) -> Iterator[str]:
    match node.tag:
        case "h2" | "h3" | "h4" | "h5" | "h6":
            heading = _inline(node.children).replace(_BREAK, " ").strip()
            if heading:
                yield f"{'#' * int(node.tag[1])} {heading}"
        case "ul" | "ol":
            yield from _list(node)
        case "blockquote":
            yield from _prefixed("> ", "> ", _blocks(node.children))
        case "pre":
            yield from _code(_plain(node))
        case "table":
            yield from _table(node)
        case _:
            yield from _blocks(node.children)


def _paragraphs(nodes: Sequence[_Node]) -> Iterator[str]:
    """Write a run of inline nodes; two line breaks end a paragraph, as people write in feeds."""
    for paragraph in re.split(r"\s*\n\s*\n\s*", _inline(nodes)):
        lines = [unopened(text.strip()) for text in paragraph.split(_BREAK)]
        if text := "\\\n".join(filter(None, lines)):
            yield text


def _list(node: _Node) -> Iterator[str]:
    entries = [child for child in node.children if child.tag == "li"]
    marks = (
        [f"{number}. " for number in range(node.start, node.start + len(entries))] if node.tag == "ol" else ["- "] * len(entries)
    )
    written = [
        text
        for mark, entry in zip(marks, entries, strict=True)
        for text in _prefixed(mark, " " * len(mark), _blocks(entry.children))
    ]
    if written:
        yield "\n".join(written)


def _prefixed(first: str, others: str, blocks: Iterator[str]) -> Iterator[str]:
    lines = "\n\n".join(blocks).split("\n")
    if any(lines):
        yield "\n".join(((first if index == 0 else others) + text).rstrip() for index, text in enumerate(lines))


def _code(text: str) -> Iterator[str]:
    if text.strip():
        fence = "`" * max(3, 1 + longest_ticks(text))
        yield "\n".join((fence, text.strip("\n"), fence))


def _code_span(text: str) -> str:
    ticks = "`" * (1 + longest_ticks(text))
    inner = " ".join(text.split())
    return (
        f"{ticks} {inner} {ticks}" if inner.startswith("`") or inner.endswith("`") else f"{ticks}{inner}{ticks}" if inner else ""
    )


def longest_ticks(text: str) -> int:
    """Return how many ticks stand in a row at most."""
    return max(map(len, re.findall("`+", text)), default=0)


def _table(node: _Node) -> Iterator[str]:
    parts = list(_unpacked(node.children))
    for caption in parts:
        if caption.tag == "caption":
            yield from _blocks(caption.children)
    rows = [[_cell(cell) for cell in row.children if cell.tag in {"td", "th"}] for row in parts if row.tag == "tr"]
    width = max(map(len, rows), default=0)
    if width:
        lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
        yield "\n".join((lines[0], f"|{' --- |' * width}", *lines[1:]))


def _cell(node: _Node) -> str:
    return " ".join(_inline(list(_flat(node))).split())


def _flat(node: _Node) -> Iterator[_Node]:
    """Yield the inline nodes of a cell, whatever blocks they stand in."""
    for child in node.children:
        if child.tag in _BLOCKS:
            yield from _flat(child)
            yield _Node("", text=" ")
        else:
            yield child


def _inline(nodes: Sequence[_Node]) -> str:
    """Write inline nodes; a line break is a line feed, and all other white space is one space."""
    return "".join(_piece(node) for node in nodes)


def _piece(node: _Node) -> str:
    if not node.tag:
        return inline_literal(_SPACE.sub(" ", node.text))
    if node.tag == "br":
        return _BREAK
    if node.tag in {"code", "kbd", "samp"}:
        return _code_span(_plain(node))
    inner = _inline(node.children)
    if node.tag == "a" and node.href and inner.strip():
        return f"[{inner.replace(_BREAK, ' ')}](<{_UNLINKABLE.sub(_percent, node.href)}>)"
    mark = _EMPHASIS.get(node.tag, "")
    bare = inner.strip()
    if mark and bare[:1].isalnum() and bare[-1:].isalnum() and _BREAK not in bare:
        before, after = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
        return f"{before}{mark}{bare}{mark}{after}"
    # Where the mark would not be one, what was deleted would read as if it stood.
    return f"<del>{inner}</del>" if node.tag in {"del", "s"} and bare and _BREAK not in inner else inner


def _plain(node: _Node) -> str:
    return node.text if not node.tag else _BREAK * (node.tag == "br") + "".join(map(_plain, node.children))


def _percent(found: re.Match[str]) -> str:
    return quote(found[0])
