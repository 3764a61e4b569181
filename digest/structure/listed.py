"""The key points that a Markdown article states in its body: a list under a known label, told from the blocks around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from digest.model.html import Html
from digest.structure.takeaways import is_label, is_pure_label
from digest.text.blocks import MarkdownBlock
from digest.text.folding import folded
from digest.text.html import items

_SIGNS = re.compile(r"^[\W_]+|[\W_]+$")
_NEAR = 1  # block of text before a label that may head a section as well
_MOST = 1_000  # as in front matter
_LONGEST = 100  # characters of a label with its signs
_ENDS_OF_SENTENCES = (".", "!", "?", "…", "”", '"')
_NOTE = re.compile(r"<sup>\[\d+\]</sup>")  # the mark of one, which stands elsewhere
_MORE_THAN_WORDS = re.compile(r"<(?:img|pre|table|blockquote|figure)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The key points, and the blocks without them and their label."""

    points: tuple[str, ...]
    others: tuple[MarkdownBlock, ...]


def without_points(blocks: Sequence[MarkdownBlock], outline: Sequence[str]) -> Listed:
    """Take the key points out of an article; a heading of its `outline` stays one, and an article of nothing else stays whole.

    What more a label is over than key points stays where it is, and so do lists that hold more than words.
    """
    if blocks and blocks[-1].kind == "notes":
        listed = without_points(blocks[:-1], outline)
        return replace(listed, others=(*listed.others, blocks[-1]))
    titles = sum(block.kind == "heading" and block.level == 1 for block in blocks)
    texts = [block.kind != "heading" for block in blocks]
    whole, before = sum(texts), 0
    for index, label in enumerate(blocks):
        is_title = label.kind == "heading" and label.level == titles == 1
        words = _words(label) if label.kind in {"heading", "paragraph"} and not is_title else ""
        end = _end_of_lists(blocks, index + 1) if is_label(words) and folded(label.text) not in outline else index + 1
        lists = blocks[index + 1 : end]
        if lists and whole > sum(texts[index:end]) and (not before or _is_all_of_section(label, blocks, end)):
            points = tuple(folded(item) for one in lists for item in items(Html(_NOTE.sub("", one.html))))
            is_placed = before <= _NEAR or end == len(blocks)
            is_meant = is_pure_label(words) or (is_placed and all(point.endswith(_ENDS_OF_SENTENCES) for point in points))
            if is_meant and len(points) <= _MOST and not any(_MORE_THAN_WORDS.search(one.html) for one in lists):
                return Listed(points=points, others=(*blocks[:index], *blocks[end:]))
        before += texts[index]
    return Listed(points=(), others=tuple(blocks))


def _end_of_lists(blocks: Sequence[MarkdownBlock], start: int) -> int:
    return next((at for at in range(start, len(blocks)) if blocks[at].kind != "list"), len(blocks))


def _is_all_of_section(label: MarkdownBlock, blocks: Sequence[MarkdownBlock], end: int) -> bool:
    """Say whether nothing but lists stands under a heading, which would else be another section's."""
    if label.kind != "heading" or end == len(blocks):
        return True
    return blocks[end].kind == "heading" and blocks[end].level <= label.level


def _words(label: MarkdownBlock) -> str:
    """Return a label without the signs around it, such as a pin; of what is too long for one, nothing."""
    return folded(_SIGNS.sub("", label.text)) if len(label.text) <= _LONGEST else ""
