"""Boxes of an article on a saved page as what they hold, in their places."""

from collections import Counter

from lxml.html import HtmlElement

from digest.importing.page_parts import bare, is_of_links, leads_elsewhere

_BOXES = "//article//aside | //main//aside"  # of key points, of words pulled out of the text, of facts
_MOVED = "data-moved"


def keep_boxes(tree: HtmlElement) -> None:
    """Turn boxes of an article into what they hold, unless that leads elsewhere."""
    for box in tree.xpath(_BOXES):
        if not leads_elsewhere(box) and not is_of_links(box):
            box.attrib.clear()
            box.tag = "div"
            _join_text(box)


def _join_text(box: HtmlElement) -> None:
    """Put a box that stands beside the element with an article's text into it, before or behind: what finds it sees no more."""
    article = next(box.iterancestors("article", "main"))
    lengths: Counter[HtmlElement] = Counter()
    for paragraph in article.iter("p"):
        lengths[paragraph.getparent()] += len(bare(paragraph))
    for part in box.iter():
        lengths.pop(part, None)
    if not lengths or (box.tail or "").strip():
        return
    ((text, _),) = lengths.most_common(1)
    if text in box.iterancestors():
        return
    order = list(article.iter())
    if order.index(box) < order.index(text):
        before = [one for one in text if one.get(_MOVED)]
        text.insert(len(before), box)
        box.set(_MOVED, "before")
    else:
        text.append(box)
