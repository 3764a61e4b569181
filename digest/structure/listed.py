"""The key points that a Markdown article states in its body: a list under a known label, told from the blocks around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from digest.structure.takeaways import is_label, is_pure_label
from digest.text.folding import folded
from digest.text.html import items
from digest.text.markdown import MarkdownBlock

_SIGNS = re.compile(r"^[\W_]+|[\W_]+$")
_NEAR = 1  # block of text before a label that may head a section as well
_MOST = 1_000  # as in front matter
_LONGEST = 100  # characters of a label with its signs


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The key points, and the blocks without them and their label."""

    points: tuple[str, ...]
    others: tuple[MarkdownBlock, ...]


def without_points(blocks: Sequence[MarkdownBlock], outline: Sequence[str]) -> Listed:
    """Take the key points out of an article; a heading of its `outline` stays one, and an article of nothing else stays whole."""
    nothing = Listed(points=(), others=tuple(blocks))
    for index, label in enumerate(blocks):
        lists = tuple(takewhile(lambda block: block.kind == "list", blocks[index + 1 :]))
        if (
            not lists
            or label.kind not in {"heading", "paragraph"}
            or not is_label(_words(label))
            or folded(label.text) in outline
        ):
            continue
        before, after = blocks[:index], blocks[index + 1 + len(lists) :]
        points = tuple(folded(item) for one in lists for item in items(one.html))
        is_near = sum(block.kind != "heading" for block in before) <= _NEAR
        has_text = any(block.kind != "heading" for block in (*before, *after))
        if has_text and len(points) <= _MOST and (is_near or not after or is_pure_label(_words(label))):
            return Listed(points=points, others=(*before, *after))
    return nothing


def _words(label: MarkdownBlock) -> str:
    """Return a label without the signs around it, such as a pin; of what is too long for one, nothing."""
    return folded(_SIGNS.sub("", label.text)) if len(label.text) <= _LONGEST else ""
