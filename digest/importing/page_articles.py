"""Which elements of a saved page hold its article, and which article of several is the main one."""

from lxml.html import HtmlElement

_OUTERMOST = "//article[not(ancestor::article)]"
_NAMES = (
    "articleBody article article-body article-content post post-body post-content entry-content story story-body content".split()
)
_CALLED = " or ".join(f"@id='{name}' or @itemprop='{name}' or contains(concat(' ', @class, ' '), ' {name} ')" for name in _NAMES)
_CALLED_ARTICLE = f"//*[{_CALLED}][not(ancestor::*[{_CALLED}])]"
_FEW = 4  # times as much text on the page as in its articles


def articles(tree: HtmlElement) -> list[HtmlElement]:
    """Return the elements of a page that hold its article."""
    return next(filter(None, map(tree.xpath, (_OUTERMOST, "//main | //*[@role='main']", _CALLED_ARTICLE))), [])


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


def number_played(tree: HtmlElement) -> int:
    """Count the frames, sound and film of an article."""
    return sum(1 for article in articles(tree) or [tree] for _ in article.iter("audio", "embed", "iframe", "object", "video"))


def _length(element: HtmlElement) -> int:
    """Return how many characters stand in the paragraphs of an element."""
    return sum(len(text.strip()) for text in element.xpath(".//p//text()"))
