"""The passages of an article on a saved page, and which of them are missing from what was taken."""

from collections.abc import Iterable, Iterator

from lxml import etree
from lxml.html import HtmlElement

from digest.importing.page_articles import articles
from digest.importing.page_parts import bare, is_of_links, leads_elsewhere

_PASSAGES = "p li dt dd blockquote h2 h3 h4 h5 h6 figcaption td th summary".split()
_APART = " or ".join(f"ancestor::{tag}" for tag in ("nav", "footer", "form", "header", "aside", "button", "template"))
_OWN_TEXT = f"({' | '.join(f'.//{tag}' for tag in _PASSAGES)})[not({' or '.join(f'.//{tag}' for tag in _PASSAGES)} or {_APART})]"
_SHORT = 20  # characters, as of a date or a name
_OFTEN_ASIDE = frozenset({"p", "dt", "dd", "blockquote", "figcaption", "summary"})


def passages(tree: HtmlElement) -> Iterator[str]:
    """Yield the texts of the article on a page that are no lists of links, without white space; of those aside, long ones."""
    for article in articles(tree):
        aside = _leading_elsewhere(article)
        for passage in article.xpath(_OWN_TEXT):
            text = bare(passage)
            is_doubtful = passage.tag in _OFTEN_ASIDE or passage in aside
            if len(text) > (_SHORT if is_doubtful else 0) and not is_of_links(passage):
                yield text


def lists_of_links(tree: HtmlElement) -> Iterator[str]:
    """Yield the texts of the lists and paragraphs in an article that are little else than links."""
    for article in articles(tree):
        aside = _leading_elsewhere(article)
        for entries in article.xpath(f"(.//ul | .//ol | .//p)[not(ancestor::ul or ancestor::ol or {_APART})]"):
            if entries not in aside and is_of_links(entries):
                yield bare(entries)


def missing(passages: Iterable[str], body: etree._Element) -> int:
    """Count the passages that stand nowhere in what was taken."""
    taken, place, count = bare(body), 0, 0
    for text in passages:
        found = taken.find(text, place)  # mostly they come in order
        found = found if found >= 0 else taken.find(text)
        count, place = count + (found < 0), max(found, place)
    return count


def _leading_elsewhere(article: HtmlElement) -> set[HtmlElement]:
    """Return the parts of an article that lead to other pages, and all in them."""
    found: set[HtmlElement] = set()
    for part in article.iterdescendants():
        if part.getparent() in found or leads_elsewhere(part):
            found.add(part)
    return found
