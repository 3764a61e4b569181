"""Any CommonMark with tables and footnotes to blocks of sanitised markup."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.footnote.index import footnote_plugin, footnote_ref

from digest.model.html import Html
from digest.text.blocks import MOST_LEVELS, MOST_LINES, MOST_SIGNS, MarkdownBlock, TooMuchError
from digest.text.html import ALIGNED, element, escaped, plain, sanitised
from digest.text.nesting import INLINE

_SIGNS = "|*_`[]<"
_KINDS = {
    "heading_open": "heading",
    "paragraph_open": "paragraph",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "blockquote_open": "quote",
    "table_open": "table",
    "fence": "code",
    "code_block": "code",
    "html_block": "figure",
}
_LONGEST_LABEL = 100  # characters of a note's, with its signs
_Note = tuple[str, Sequence[Token]]  # its label, and what it says


def parsed(markdown: str) -> Iterator[MarkdownBlock]:
    """Read the blocks of any CommonMark.

    Raises TooMuchError.
    """
    if markdown.count("\n") > MOST_LINES:
        raise TooMuchError(f"more than {MOST_LINES:,} lines with Markdown among them")
    if sum(map(markdown.count, _SIGNS)) > MOST_SIGNS:
        raise TooMuchError(f"more than {MOST_SIGNS:,} of the signs {' '.join(_SIGNS)}")
    parser = _parser()
    environment: dict[str, Any] = {}
    text, notes = _notes_apart(parser.parse(markdown, environment))
    for group in _groups(text):
        first = group[0]
        line = first.map[0] + 1 if first.map else 0
        if first.type not in _KINDS:
            continue
        kind = _KINDS[first.type]
        if kind == "heading":
            group[1].children = [child for child in group[1].children or () if child.type != "footnote_ref"]
        if kind in {"heading", "paragraph"}:
            html = sanitised(parser.renderer.render(group[1:-1], parser.options, environment), INLINE)
        else:
            html = sanitised(parser.renderer.render(group, parser.options, environment))
        if plain(html).strip():
            level = int(first.tag[1]) if kind == "heading" else 0
            yield MarkdownBlock(kind=kind, level=level, text=plain(html), html=html, line=line)
    if notes:
        in_order = _in_order(notes, environment["footnotes"]["refs"])
        html = _listed([sanitised(parser.renderer.render(note, parser.options, environment)) for note in in_order])
        if plain(html).strip():
            line = min(token.map[0] + 1 for _, note in notes for token in note if token.map)
            yield MarkdownBlock(kind="notes", level=0, text=plain(html), html=html, line=line)


def _listed(notes: Iterable[Html]) -> Html:
    """List notes below a line: by number and without links, since a page has no anchors but its own."""
    return Html("".join(["<hr><ol>\n", *(f"{element('li', note)}\n" for note in notes), "</ol>"]))


def _notes_apart(tokens: Sequence[Token]) -> tuple[Sequence[Token], Sequence[_Note]]:
    """Take the notes out of a token stream, wherever they are written."""
    text: list[Token] = []
    notes: list[_Note] = []
    within = [text]
    for token in tokens:
        if token.type == "footnote_reference_open":
            within.append([])
            notes.append((token.meta["label"], within[-1]))
        elif token.type == "footnote_reference_close":
            within.pop()
        else:
            within[-1].append(token)
    return text, notes


def _in_order(notes: Sequence[_Note], numbers: Mapping[str, int]) -> Iterator[Sequence[Token]]:
    """Yield what notes say in the order of their marks, and then those that nothing points to, or a second one of a label."""
    ranks: list[int] = []
    labels = set[str]()
    for label, _ in notes:
        number = numbers[f":{label}"]
        ranks.append(len(notes) if number < 0 or label in labels else number)
        labels.add(label)
    yield from (note for _, (_, note) in sorted(zip(ranks, notes, strict=True), key=itemgetter(0)))


def _groups(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Split a token stream into its top-level blocks."""
    group: list[Token] = []
    for token in tokens:
        group.append(token)
        if token.level == 0 and token.nesting <= 0:
            yield group
            group = []


def _image_as_link(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, environment: EnvType
) -> str:
    """Show an image as a link to it: nothing that an article names is loaded."""
    token = tokens[index]
    label = renderer.renderInlineAsText(token.children or [], options, environment) or str(token.attrs.get("src", ""))
    address = escaped(str(token.attrs.get("src", ""))).replace('"', "&quot;")
    return f'<a href="{address}">{escaped(label)}</a>'


def _note_by_number(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, environment: EnvType
) -> str:
    """Show where a note belongs by its number; in brackets, so that it is no part of the word before it."""
    del renderer, options, environment
    return f"<sup>[{tokens[index].meta['id'] + 1}]</sup>"


def _note_nearby(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser calls it so
    """Read the mark of a note, unless it has no end: the rule looks for that as far as the text goes."""
    return "]" in state.src[state.pos : state.pos + _LONGEST_LABEL] and footnote_ref(state, silent)


def _linked_image_as_label(state: StateCore) -> None:
    """Put an image's label in its place where it stands in a link: links do not nest."""
    for inline in state.tokens:
        depth = 0
        for token in inline.children or ():
            depth += token.nesting if token.type.startswith("link_") else 0
            if depth and token.type == "image":
                label = "".join(child.content for child in token.children or ())
                token.type, token.content = "text", label or str(token.attrs.get("src", ""))


def _aligned_by_class(state: StateCore) -> None:
    """Say by a class how a column is aligned: a page has no styles of its own."""
    for token in state.tokens:
        if token.type in {"th_open", "td_open"}:
            side = str(token.attrs.pop("style", "")).removeprefix("text-align:")
            if side in ALIGNED:
                token.attrSet("class", ALIGNED[side])


def _refuse_depth(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the parser calls it so
    """Refuse what the parser would otherwise leave out without a word."""
    del end, silent
    if state.level > MOST_LEVELS:
        raise TooMuchError(f"lists and quotations are nested deeper than {MOST_LEVELS} levels", line + 1)
    return False


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": 2 * MOST_LEVELS}).enable(["table", "strikethrough"])
    parser.block.ruler.before("table", "depth", _refuse_depth)
    parser.use(footnote_plugin, inline=False, move_to_end=False)
    parser.inline.ruler.at("footnote_ref", _note_nearby)
    parser.add_render_rule("image", _image_as_link)
    parser.add_render_rule("footnote_ref", _note_by_number)
    parser.core.ruler.push("linked-image", _linked_image_as_label)
    parser.core.ruler.push("aligned", _aligned_by_class)
    return parser
