"""Trusted markup: escaping plain text, sanitising strangers' HTML, and placing links in it.

`sanitised` is the one gate through which an article's markup reaches a page.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from html import escape, unescape
from operator import attrgetter
from types import MappingProxyType
from unicodedata import is_normalized

import msgspec
import nh3

from digest.model.html import Html
from digest.text.links import linkable
from digest.text.nesting import INLINE, PIECE, nested

_TAGS = INLINE | frozenset(
    "blockquote caption dd dl dt figcaption figure h2 h3 h4 h5 h6 hr li ol p pre table tbody td tfoot th thead tr ul".split()
)
# Blocks of pages that articles do not have: they go, and what they held apart stays apart.
_BLOCKS = _TAGS - INLINE | frozenset(
    "address article aside center details dir div fieldset footer form h1 header hgroup legend main menu nav optgroup option "
    "rp rt search section summary".split()
)
_ATTRIBUTES = {
    "a": {"href", "title"},
    "ol": {"start"},
    "td": {"class", "colspan", "rowspan"},
    "th": {"class", "colspan", "rowspan", "scope"},
}
ALIGNED = {"right": "end", "center": "middle"}  # the classes of a table's columns, by how they are aligned
_SCHEMES = frozenset({"http", "https", "mailto"})
_UNLINKED = frozenset({"a", "code", "kbd", "pre", "samp"})
_DEAD_LINK = re.compile(r"<a(?: (?!href=)[a-z]+=\"[^\"]*\")*>(?P<label>.*?)</a>|<a [^>]*>(?P<nothing>\s*)</a>", re.DOTALL)
_BEGINS_EMPTY = re.compile(r"<pre>\n+")  # each reader takes away the first of these ends of lines
_ELEMENT, _ANY_TAG = re.compile(r"<[a-z]"), re.compile(r"</?[a-zA-Z]")
_PASSES = 5
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][^\s/><]*)(?P<rest>[^<]*)")
_CLOSES_ITSELF = frozenset("area br col dd dt hr img input li link meta option p source tbody td tfoot th thead tr wbr".split())
_FEW_TAGS, _SHORT, _MOST_LABOUR, _ATTRIBUTES_AN_ELEMENT = 2_000, 50_000, 1_000_000, 100  # measured: 1 s, 310 MB


class Wrap(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Markup to put around the characters `start` to `end` of a block's text."""

    start: int
    end: int
    before: Html
    after: Html


def escaped(text: str) -> Html:
    """Make markup that shows `text` as it stands."""
    return Html(_escaped(text))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def element(name: str, *content: Html, attributes: Mapping[str, str] = MappingProxyType({})) -> Html:
    """Make an element that holds markup."""
    written = "".join([f' {key}="{escape(value)}"' for key, value in attributes.items()]) if attributes else ""
    return Html(f"<{name}{written}>{''.join(content)}</{name}>")


def sanitised(markup: str, tags: frozenset[str] = _TAGS) -> Html:
    """Keep of a stranger's markup what cannot run, load or restyle anything; show as text what cannot be tidied.

    Of addresses the full ones are kept: what an article calls by a relative one is not on this site. What comes out is left as
    it is by another pass, and never has more elements than there were tags.
    """
    tidy = _tidied(markup, tags)
    return sanitised(escaped(markup)) if tidy is None else Html(tidy)


def _tidied(markup: str, allowed: frozenset[str]) -> str | None:
    """Clean markup until another pass changes nothing; None for what takes too long, or would grow.

    A parser closes again in each paragraph what faulty nesting leaves open, so few tags could become millions of elements.
    """
    before, tags = markup, len(_ANY_TAG.findall(markup))
    for _ in range(_PASSES):
        if _is_laborious(before):
            return None
        tidy = _cleaned(before, allowed)
        if len(_ELEMENT.findall(tidy)) > tags:
            return None
        if tidy == before:
            return tidy
        before = tidy
    return None


def _cleaned(markup: str, allowed: frozenset[str]) -> str:
    clean = nh3.clean(
        markup,
        tags=set(allowed | _BLOCKS),
        attributes=_ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes=set(_SCHEMES),
        url_relative="deny",
        link_rel="nofollow noopener noreferrer",
    )
    apart = _gone(allowed).sub(" ", clean)
    alive = _DEAD_LINK.sub(r"\g<label>\g<nothing>", _BEGINS_EMPTY.sub("<pre>", apart))
    return (alive if allowed <= INLINE else nested(alive)).strip()


@cache
def _gone(allowed: frozenset[str]) -> re.Pattern[str]:
    """Return what finds the tags of blocks that are not allowed, as a sanitiser writes them."""
    return re.compile(rf"</?(?:{'|'.join(sorted(_BLOCKS - allowed))})(?=[ >])(?:[^>\"]|\"[^\"]*\")*>")


def _attribute(element: str, name: str, value: str) -> str | None:
    """Write the addresses of links well, and drop those that are none."""
    del element
    if name == "class":
        return value if value in ALIGNED.values() else None
    return (linkable(value) or None) if name == "href" else value


def _is_laborious(markup: str) -> bool:
    """Say whether a parser of HTML, which looks at all open elements for each tag, would need the square of the length."""
    if markup.count("<") < _FEW_TAGS and len(markup) < _SHORT:
        return False
    labour, depth = 0, 0
    unclosed: Counter[str] = Counter()
    for tag in _TAG.finditer(markup):
        name = tag["name"].lower()
        if not tag["close"] and name not in _CLOSES_ITSELF:
            unclosed[name] += 1
            depth += 1
        elif unclosed[name]:
            unclosed[name] -= 1
            depth -= 1
        inside = tag["rest"].partition(">")[0]
        attributes = len((tag["rest"] if '"' in inside or "'" in inside else inside).split())
        labour += depth + attributes**2 // _ATTRIBUTES_AN_ELEMENT
        if labour > _MOST_LABOUR:
            return True
    return False


def plain(markup: Html) -> str:
    """Return the characters that `markup` shows."""
    return "".join(unescape(piece[0]) for piece in PIECE.finditer(markup) if piece["tag"] is None)


def items(markup: Html) -> tuple[str, ...]:
    """Return what a list shows, item by item, those of inner lists too; none is empty."""
    texts = [""]
    for piece in PIECE.finditer(markup):
        if piece["tag"] is None:
            texts[-1] += unescape(piece[0])
        elif re.match(r"</?li\b", piece[0]):
            texts.append("")
    return tuple(filter(str.strip, texts))


def wrapped(markup: Html, wraps: Sequence[Wrap]) -> Html:
    """Put each wrap around its characters where they stand in one run of text outside links and code."""
    if not wraps and "&" not in markup:
        return markup
    pending = sorted(wraps, key=attrgetter("start"), reverse=True)
    if "<" not in markup:
        return Html(_wrapped(markup, 0, pending))
    result: list[str] = []
    position, unlinked = 0, 0
    for piece in PIECE.finditer(markup):
        if piece["tag"] is not None:
            unlinked += (piece["tag"] in _UNLINKED) * (-1 if piece["close"] else 1)
            result.append(piece[0])
            continue
        run = unescape(piece[0])
        end = position + len(run)
        if unlinked:
            while pending and pending[-1].start < end:
                pending.pop()
        result.append(_wrapped(piece[0], position, pending))
        position = end
    return Html("".join(result))


def _wrapped(markup: str, position: int, pending: list[Wrap]) -> str:
    """Wrap what is to be wrapped of a run of text that begins at a position; the next of all that are pending comes last."""
    run = unescape(markup) if "&" in markup else markup
    end, cursor = position + len(run), position
    pieces: list[str] = []
    while pending and pending[-1].start < end:
        wrap = pending.pop()
        if wrap.start < cursor or wrap.end > end:
            continue
        start, stop = wrap.start - position, wrap.end - position
        pieces += (run[cursor - position : start], wrap.before, run[start:stop], wrap.after)
        cursor = wrap.end
    pieces.append(run[cursor - position :])
    if "&" in markup or ">" in markup:
        pieces[::2] = map(_escaped, pieces[::2])
    return "".join(pieces)


def data_block(value: object) -> Html:
    """Make the content of a script element that holds data: JSON in which nothing can end the element."""
    text = msgspec.json.encode(value, order="sorted").decode()
    if not is_normalized("NFC", text):  # pages are composed, data stays as it is
        text = json.dumps(value, sort_keys=True, separators=(",", ":"))
    return Html(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
