"""The key points that a Markdown article states in its body: a list under a known label, told from the blocks around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

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
    texts = [block.kind != "heading" for block in blocks]
    whole, before = sum(texts), 0
    for index, label in enumerate(blocks):
        end = index + 1
        words = _words(label) if label.kind in {"heading", "paragraph"} else ""
        while words and end < len(blocks) and blocks[end].kind == "list":
            end += 1
        is_placed = before <= _NEAR or end == len(blocks) or is_pure_label(words)
        if (
            end > index + 1
            and is_label(words)
            and is_placed
            and folded(label.text) not in outline
            and whole > sum(texts[index:end])
        ):
            points = tuple(folded(item) for one in blocks[index + 1 : end] for item in items(one.html))
            if len(points) <= _MOST:
                return Listed(points=points, others=(*blocks[:index], *blocks[end:]))
        before += texts[index]
    return Listed(points=(), others=tuple(blocks))


def _words(label: MarkdownBlock) -> str:
    """Return a label without the signs around it, such as a pin; of what is too long for one, nothing."""
    return folded(_SIGNS.sub("", label.text)) if len(label.text) <= _LONGEST else ""
