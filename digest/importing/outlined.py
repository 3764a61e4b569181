"""A saved page made ready for the search for its article: the main one of several, and figures as what they hold."""

from lxml import etree
from lxml.html import HtmlElement

_OUTERMOST = "//article[not(ancestor::article)]"
_FIGURES = "//figure | //div[contains(concat(' ', @class, ' '), ' wp-caption ')]"
_FEW = 4  # times as much text on the page as in its articles
_CAPTIONS = ".//figcaption | .//*[contains(concat(' ', @class, ' '), ' wp-caption-text ')]"


def keep_figures(tree: HtmlElement) -> None:
    """Turn figures into what they hold, captions into paragraphs: what finds the article drops them, and joins bare lines."""
    for figure in tree.xpath(_FIGURES):
        for caption in figure.xpath(_CAPTIONS):
            caption.attrib.clear()
            caption.tag = "div" if caption.xpath(".//p | .//div | .//ul | .//ol") else "p"
        figure.attrib.clear()
        figure.tag = "div"
    for caption in tree.xpath("//table/caption"):
        caption.tag = "p"
        caption.getparent().addprevious(caption)
    for lines in tree.xpath("//pre[not(.//code)]"):
        code = etree.SubElement(lines, "code")
        code.text, lines.text = lines.text, None
        code.extend(lines[:-1])


def leave_main_article(tree: HtmlElement) -> int:
    """Leave at most one article on a page, and return how many were taken out: what finds the article looks at the first alone.

    It is the one with more text than all others; without such a one, as where each update of a report is an article, they are
    parts of one. On a page with nearly all text elsewhere they are only parts of it.
    """
    lengths = {article: _length(article) for article in tree.xpath(_OUTERMOST)}
    if len(lengths) < 2:  # noqa: PLR2004 - one has no others
        return 0
    total, main = sum(lengths.values()), max(lengths, key=lambda article: lengths[article])
    if _FEW * total < _length(tree):
        for article in lengths:
            article.tag = "section"
    elif 2 * lengths[main] > total:
        others = [article for article in lengths if article is not main]
        for article in others:
            article.drop_tree()
        return sum(bool(lengths[article]) for article in others)
    else:
        first, *others = lengths
        for article in others:
            article.tag = "section"
            first.append(article)
    return 0


def _length(element: HtmlElement) -> int:
    """Return how many characters stand in the paragraphs of an element."""
    return sum(len(text.strip()) for text in element.xpath(".//p//text()"))
