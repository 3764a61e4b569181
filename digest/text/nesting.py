"""Elements where HTML allows none to elements in their place: what stands wrong moves or loses its tag, its text stays.

Markup comes well formed, as a sanitiser writes it, and leaves with as many elements or fewer.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

INLINE = frozenset("a abbr b br cite code del em i ins kbd mark q s samp small strong sub sup u var".split())
_AROUND_ANYTHING = frozenset({"a", "del", "ins"})
_VOID = frozenset({"br", "hr"})
_HEADINGS = frozenset("h2 h3 h4 h5 h6".split())
_WITHOUT_BLOCKS = _HEADINGS | {"p", "pre"}
_REFUSED = {"dt": _HEADINGS, "th": _HEADINGS, "caption": frozenset({"table"})}
_PARENTS = {"li": ("ul", "ol"), "dt": ("dl",), "dd": ("dl",), "figcaption": ("figure",)}
_ROW_GROUPS = frozenset({"thead", "tbody", "tfoot"})
PIECE = re.compile(r"<(?P<close>/?)(?P<tag>[a-z0-9]+)(?:[^>\"]|\"[^\"]*\")*>|[^<]+")


@dataclass(slots=True, kw_only=True, eq=False)
class _Node:
    """An element, or text when it has no tag; `holds` has the tags of all elements within."""

    tag: str = ""
    start: str
    children: "list[_Node]" = field(default_factory=list)
    holds: frozenset[str] = frozenset()

    @property
    def is_blank(self) -> bool:
        return not self.tag and not self.start.strip()

    @property
    def is_inline(self) -> bool:
        return not self.tag or (self.tag in INLINE and self.holds <= INLINE)


def nested(markup: str) -> str:
    """Place each element where HTML allows it."""
    opened = [_Node(start="")]
    for piece in PIECE.finditer(markup):
        if piece["close"] and opened[-1].tag != piece["tag"]:
            continue
        if piece["close"]:
            node = opened.pop()
            opened[-1].children += _placed(node)
        elif piece["tag"] and piece["tag"] not in _VOID:
            opened.append(_Node(tag=piece["tag"], start=piece[0]))
        else:
            opened[-1].children.append(_Node(tag=piece["tag"] or "", start=piece[0]))
    for node in reversed(opened[1:]):
        opened.pop()
        opened[-1].children += _placed(node)
    return _written(_homeless_unwrapped(opened[0].children, ""))


def _written(nodes: Sequence[_Node]) -> str:
    result: list[str] = []
    pending: list[_Node | str] = list(reversed(nodes))
    while pending:
        node = pending.pop()
        if isinstance(node, str):
            result.append(node)
            continue
        result.append(node.start)
        if node.tag and node.tag not in _VOID:
            pending.append(f"</{node.tag}>")
        pending += reversed(node.children)
    return "".join(result)


def _placed(node: _Node) -> list[_Node]:
    """Return what stands in an element's place, whose children have theirs."""
    if node.tag in {"ul", "ol"}:
        return _list(node)
    if node.tag == "dl":
        return _definitions(node)
    if node.tag == "table":
        return _table(node)
    if node.tag in _ROW_GROUPS or node.tag == "tr":
        return _noted([node]) if any(child.tag for child in node.children) else []
    node.children = _figure(node.children) if node.tag == "figure" else _homeless_unwrapped(node.children, node.tag)
    _noted([node])
    if node.tag in _WITHOUT_BLOCKS or node.holds & _REFUSED.get(node.tag, frozenset()):
        node.children = _inline(node.children)
    elif (node.tag in INLINE - _AROUND_ANYTHING and not node.holds <= INLINE) or (node.tag == "a" and "a" in node.holds):
        return node.children
    return _noted([node])


def _noted(nodes: list[_Node]) -> list[_Node]:
    """Write down in elements which ones they hold."""
    for node in nodes:
        node.holds = frozenset[str]().union(*(child.holds | {child.tag} for child in node.children if child.tag))
    return nodes


def _unwrapped(node: _Node) -> list[_Node]:
    """Take the tag off, and keep its words, and those around, apart."""
    return [_Node(start=" "), *node.children, _Node(start=" ")]


def _inline(nodes: Iterable[_Node]) -> list[_Node]:
    """Take the tags off blocks, and off what stands around them."""
    result: list[_Node] = []
    pending = list(nodes)[::-1]
    while pending:
        node = pending.pop()
        if node.is_inline:
            result.append(node)
        else:
            pending += reversed(_unwrapped(node))
    return result


def _homeless_unwrapped(nodes: Iterable[_Node], parent: str) -> list[_Node]:
    """Take the tags off those whose parent has to be another."""
    result: list[_Node] = []
    for node in nodes:
        result += [node] if parent in _PARENTS.get(node.tag, (parent,)) else _unwrapped(node)
    return result


def _list(node: _Node) -> list[_Node]:
    """Put what stands between the items at the end of the item before, as a page shows it."""
    before, node.children = _adopted(node.children, ("li",))
    return [*before, *(_noted([node]) if any(child.tag for child in node.children) else [])]


def _definitions(node: _Node) -> list[_Node]:
    """Let terms come first and definitions last."""
    before, children = _adopted(node.children, ("dt", "dd"))
    terms = [number for number, child in enumerate(children) if child.tag == "dt"]
    definitions = [number for number, child in enumerate(children) if child.tag == "dd"]
    first = terms[0] if terms else len(children)
    end = max((number + 1 for number in definitions if number > first), default=first)
    node.children = children[first:end]
    before += _homeless_unwrapped(children[:first], "")
    return [*before, *(_noted([node]) if node.children else []), *_homeless_unwrapped(children[end:], "")]


def _adopted(nodes: Iterable[_Node], kept: Sequence[str]) -> tuple[list[_Node], list[_Node]]:
    """Return what stands before the first kept element, and the kept ones with what stood behind each."""
    before: list[_Node] = []
    children: list[_Node] = []
    items: list[_Node] = []
    for node in nodes:
        if node.tag in kept:
            items.append(node)
            children.append(node)
        elif node.is_blank:
            children.append(node)
        else:
            strays = [_Node(start=" ")] * node.is_inline + _homeless_unwrapped([node], "")
            if items and items[-1].tag == "dt":
                strays = _inline(strays)
            (items[-1].children if items else before).extend(strays)
    _noted(items)
    return before, children


def _figure(nodes: Sequence[_Node]) -> list[_Node]:
    """Keep one caption, which comes first or last."""
    shown = [node for node in nodes if not node.is_blank]
    caption = next((node for node in (*shown[:1], *shown[-1:]) if node.tag == "figcaption"), None)
    result: list[_Node] = []
    for node in nodes:
        result += [node] if node is caption else _homeless_unwrapped([node], "")
    return result


def _table(node: _Node) -> list[_Node]:
    """Keep one caption, first; let the head come before the other rows, and the foot behind."""
    groups = [child for child in node.children if child.tag in _ROW_GROUPS]
    kept = [child for child in node.children if child.tag == "caption"][:1] if groups else []
    for number, group in enumerate(groups):
        if (group.tag == "thead" and number) or (group.tag == "tfoot" and number < len(groups) - 1):
            group.tag, group.start = "tbody", "<tbody>"
    before: list[_Node] = []
    for child in node.children:
        if child.tag not in _ROW_GROUPS and child not in kept and not child.is_blank:
            before += _unwrapped(child) if child.tag == "caption" else [child]
    node.children = [*kept, *(child for child in node.children if child.tag in _ROW_GROUPS or child.is_blank)]
    return [*before, *(_noted([node]) if groups else [])]
