"""Links of a saved page to full addresses, and the lists of them that belong to its article past what looks for menus."""

import re
from dataclasses import dataclass, field
from html import escape
from urllib.parse import urldefrag

from lxml.html import HtmlElement

from digest.importing.page_articles import articles
from digest.importing.page_parts import is_of_links, leads_elsewhere
from digest.importing.taken import joined, web_address

_SAVED_FROM = re.compile(rb"<!--(?: saved from url=\(\d+\)|\s+Page saved with SingleFile\s+url:\s*)(?P<url>https?://[^\s>]+)")
_CANONICAL = (
    "//link[contains(concat(' ', normalize-space(@rel), ' '), ' canonical ')]/@href | //meta[@property='og:url']/@content"
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_PERMALINK = re.compile(r"permalink|headerlink|anchor|heading-?link|self-?link", re.IGNORECASE)
_PERMALINK_WORDS = re.compile(r"(?:perma|copy |direct |anchor )?link(?: to .*)?|anchor", re.IGNORECASE)
_PERMALINK_MARKS = frozenset({"", "¶", "#", "§", "🔗", "⚓", "∞", "↩", "↩︎", "⤴"})
_AWAY = re.compile(
    r"\b(?:related|more|read|next|latest|recent|recommended|popular|trending|share|follow|newsletter|tags?|topics|categories"
    r"|contents)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r'<a href="(?![a-zA-Z][a-zA-Z0-9+.-]*:|#)[^"]')
_APART = "nav footer header aside form menu".split()
_LONG = 60  # characters of what stands above a list
_OPEN, _OPENED, _CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"  # no characters of any text
_MARKED = re.compile(f"{_OPEN}([0-9]+){_OPENED}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """What a page is called, and what its links are meant from."""

    page: str
    base: str


def address(tree: HtmlElement, content: bytes) -> Address:
    """Return what a page says of its own address."""
    saved = _SAVED_FROM.search(content)
    origin = web_address(saved["url"].decode("ascii", "replace") if saved else "")
    page = next(filter(None, (web_address(text, origin) for text in tree.xpath(_CANONICAL))), "") or origin
    stated = next(iter(tree.xpath("//base/@href")), "")
    return Address(page=page, base=web_address(stated, origin or page) or origin or page)


def complete_links(tree: HtmlElement, own: Address) -> None:
    """Write links in full, and take out those to places on the page but for their words."""
    for edit in tree.xpath("//*[contains(@class, 'mw-editsection')]"):
        edit.drop_tree()
    for link in list(tree.iter("a")):
        target = (link.get("href") or "").strip()
        full = joined(own.base, target)
        if target.startswith("#") and _is_of_contents(link):
            continue  # what finds the article takes these lists for menus, as they are
        if target.startswith("#") or ("#" in target and urldefrag(full)[0] in {own.page, own.base}):
            _leave_words(link)
        elif target:
            link.set("href", full)


def _is_of_contents(link: HtmlElement) -> bool:
    entries = next(link.iterancestors("ul", "ol"), None)
    return entries is not None and is_of_links(entries)


def _leave_words(link: HtmlElement) -> None:
    """Take out a link to a place on the page; what only marks the place goes with it."""
    words = "".join(link.itertext()).strip()
    if words in _PERMALINK_MARKS or _is_permalink(link, words):
        link.drop_tree()
    else:
        link.drop_tag()


def _is_permalink(link: HtmlElement, words: str) -> bool:
    """Say whether a link stands in a heading, and is no part of what that says."""
    heading = next(link.iterancestors(*_HEADINGS), None)
    if heading is None or "".join(heading.itertext()).strip() == words:
        return False
    called = f"{link.get('class')} {link.get('title')} {link.get('aria-label')}"
    is_behind = heading.find(".//*") is not link or bool((heading.text or "").strip())
    return bool(_PERMALINK_WORDS.fullmatch(words) or (is_behind and _PERMALINK.search(called)))


@dataclass(slots=True)
class Hidden:
    """Links that were written into the text as marks, so that nothing takes a list of sources for a menu."""

    targets: list[str] = field(default_factory=list)

    def hide(self, tree: HtmlElement) -> None:
        """Put marks for the links in paragraphs of an article, and in the lists, tables and lines of links below the first."""
        for article in articles(tree):
            is_begun = False
            for part in list(article.iter("p", "ul", "ol", "table")):
                if next(part.iterancestors(*_APART), None) is not None:
                    continue
                if part.tag == "p" and not is_of_links(part):
                    is_begun = True
                    self._hide_in(part)
                elif is_begun and not _leads_away(part, article):
                    self._hide_in(part)

    def _hide_in(self, part: HtmlElement) -> None:
        for link in list(part.iter("a")):
            if not (link.get("href") or "").startswith("#"):
                self._hide(link)

    def _hide(self, link: HtmlElement) -> None:
        target = link.get("href") or ""
        if target and "".join(link.itertext()).strip():
            link.text = f"{_OPEN}{len(self.targets)}{_OPENED}{link.text or ''}"
            if len(link):
                link[-1].tail = f"{link[-1].tail or ''}{_CLOSE}"
            else:
                link.text += _CLOSE
            self.targets.append(target)
        link.drop_tag()

    def shown(self, markup: str) -> str:
        """Write the links in their places again."""
        opened = _MARKED.sub(lambda found: f'<a href="{escape(self.targets[int(found[1])])}">', markup)
        return opened.replace(_CLOSE, "</a>")


def relative_links(markup: str) -> int:
    """Count the links that could not be written in full, for want of the page's address."""
    return len(_RELATIVE.findall(markup))


def _leads_away(rows: HtmlElement, article: HtmlElement) -> bool:
    """Say whether links are to other articles by what they, what they stand in, or the heading before them, are called."""
    for part in (rows, *rows.iterancestors()):
        if part is article:
            break
        if leads_elsewhere(part):
            return True
    if rows.tag == "p" and _AWAY.search("".join(rows.itertext())):
        return True
    before = rows.getprevious()
    words = "".join(before.itertext()) if before is not None and before.tag in {*_HEADINGS, "p", "strong"} else ""
    return len(words) < _LONG and bool(_AWAY.search(words))
