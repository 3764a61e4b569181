"""A saved page made ready for the search for its article: the main one of several, figures and boxes as what they hold."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree
from lxml.html import HtmlElement

_OUTERMOST = "//article[not(ancestor::article)]"
_NAMES = (
    "articleBody article article-body article-content post post-body post-content entry-content story story-body content".split()
)
_CALLED = " or ".join(f"@id='{name}' or @itemprop='{name}' or contains(concat(' ', @class, ' '), ' {name} ')" for name in _NAMES)
_CALLED_ARTICLE = f"//*[{_CALLED}][not(ancestor::*[{_CALLED}])]"
_FIGURES = "//figure | //div[contains(concat(' ', @class, ' '), ' wp-caption ')]"
_FEW = 4  # times as much text on the page as in its articles
_BOXES = "//article//aside | //main//aside"  # of key points, of words pulled out of the text, of facts
_ELSEWHERE = re.compile(
    r"\b(?:related|recirc\w*|promo\w*|newsletter|subscri\w*|sign-?up|share\w*|sharing|social|advert\w*|sponsor\w*|ads?|sidebar|most-read|breadcrumbs?|pagination"
    r"|read-more|more-on|comments?|outbrain|taboola)\b",
    re.IGNORECASE,
)
_PASSAGES = "p li dt dd blockquote h2 h3 h4 h5 h6 figcaption td th summary".split()
_APART = " or ".join(f"ancestor::{tag}" for tag in ("nav", "footer", "form", "header", "aside", "button", "template"))
_OWN_TEXT = f"({' | '.join(f'.//{tag}' for tag in _PASSAGES)})[not({' or '.join(f'.//{tag}' for tag in _PASSAGES)} or {_APART})]"
_NUMBER = "\ufdd3"  # no character of any text
_NUMBERED = re.compile(f"{_NUMBER}([0-9]+){_NUMBER}")
_MOVED = "data-moved"
_SHORT = 20  # characters, as of a date or a name
_OFTEN_ASIDE = frozenset({"p", "dt", "dd", "blockquote", "figcaption", "summary"})
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


def keep_boxes(tree: HtmlElement) -> None:
    """Turn boxes of an article into what they hold, unless that leads elsewhere, and lists of definitions into paragraphs."""
    for box in tree.xpath(_BOXES):
        if not leads_elsewhere(box) and not is_of_links(box):
            box.attrib.clear()
            box.tag = "div"
            _join_text(box)
    for terms in tree.xpath("//dl"):
        for term in terms.xpath("./dt | ./div/dt"):
            strong = etree.SubElement(term, "strong")
            strong.text, term.text = term.text, None
            strong.extend(term[:-1])
            term.tag = "p"
        for meaning in terms.xpath("./dd | ./div/dd"):
            meaning.tag = "div" if meaning.xpath("./p | ./div | ./ul | ./ol | ./table | ./dl") else "p"
        terms.tag = "div"


def keep_roles(tree: HtmlElement) -> None:
    """Turn what is only called a heading or a list into one."""
    for heading in tree.xpath("//*[@role='heading'][not(self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6)]"):
        level = heading.get("aria-level") or ""
        heading.attrib.clear()
        heading.tag = f"h{level if re.fullmatch('[1-6]', level) else 2}"
    for entries in tree.xpath("//*[@role='list'][*[@role='listitem']][not(self::ul or self::ol)]"):
        for entry in entries.xpath("./*[@role='listitem']"):
            entry.attrib.clear()
            entry.tag = "li"
        entries.attrib.clear()
        entries.tag = "ul"


def keep_quotes(tree: HtmlElement) -> None:
    """Turn the foot of a quote, which names who said it, into a paragraph."""
    for foot in tree.xpath("//blockquote//footer | //blockquote//header"):
        foot.attrib.clear()
        foot.tag = "div" if foot.xpath(".//p | .//div") else "p"


def keep_cells(tree: HtmlElement) -> None:
    """Turn lists in cells of tables into words: what finds the article drops them."""
    for entries in tree.xpath("//td//ul | //td//ol | //th//ul | //th//ol"):
        for number, entry in enumerate(entries.xpath("./li")):
            entry.text = f"{'; ' * (number > 0)}{(entry.text or '').lstrip()}"
            entry.drop_tag()
        entries.drop_tag()


def numbers_in_text(tree: HtmlElement) -> None:
    """Write the number at which a list begins into its first entry, since what finds the article keeps no attributes."""
    for entries in tree.xpath("//ol[@start][li]"):
        start, first = entries.get("start"), entries.find("li")
        if re.fullmatch("[0-9]{1,9}", start):
            first.text = f"{_NUMBER}{start}{_NUMBER}{first.text or ''}"


def number_again(entries: etree._Element) -> None:
    """Let a list begin at the number that was written into its first entry."""
    first = next(iter(entries), None)
    for part in first.iter() if first is not None else ():
        if found := _NUMBERED.match((part.text or "").lstrip()):
            entries.set("start", found[1])
            part.text = (part.text or "").lstrip()[found.end() :]
            return


def number_played(tree: HtmlElement) -> int:
    """Count the frames, sound and film of an article."""
    return sum(1 for article in articles(tree) or [tree] for _ in article.iter("audio", "embed", "iframe", "object", "video"))


def leads_elsewhere(box: HtmlElement) -> bool:
    """Say whether an element is called as those are that lead to other pages."""
    return bool(_ELSEWHERE.search(f"{box.get('class') or ''} {box.get('id') or ''}".replace("_", "-")))


def articles(tree: HtmlElement) -> list[HtmlElement]:
    """Return the elements of a page that hold its article."""
    return next(filter(None, map(tree.xpath, (_OUTERMOST, "//main | //*[@role='main']", _CALLED_ARTICLE))), [])


def _join_text(box: HtmlElement) -> None:
    """Put a box that stands beside the element with an article's text into it, before or behind: what finds it sees no more."""
    article = next(box.iterancestors("article", "main"))
    lengths: Counter[HtmlElement] = Counter()
    for paragraph in article.iter("p"):
        lengths[paragraph.getparent()] += len(_bare(paragraph))
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


def passages(tree: HtmlElement) -> Iterator[str]:
    """Yield the texts of the article on a page that are no lists of links, without white space; of those aside, long ones."""
    for article in articles(tree):
        aside = _leading_elsewhere(article)
        for passage in article.xpath(_OWN_TEXT):
            text = _bare(passage)
            is_doubtful = passage.tag in _OFTEN_ASIDE or passage in aside
            if len(text) > (_SHORT if is_doubtful else 0) and not is_of_links(passage):
                yield text


def lists_of_links(tree: HtmlElement) -> Iterator[str]:
    """Yield the texts of the lists in an article that are little else than links."""
    for article in articles(tree):
        aside = _leading_elsewhere(article)
        for entries in article.xpath(f"(.//ul | .//ol)[not(ancestor::ul or ancestor::ol or {_APART})]"):
            if entries not in aside and is_of_links(entries):
                yield _bare(entries)


def _leading_elsewhere(article: HtmlElement) -> set[HtmlElement]:
    """Return the parts of an article that lead to other pages, and all in them."""
    found: set[HtmlElement] = set()
    for part in article.iterdescendants():
        if part.getparent() in found or leads_elsewhere(part):
            found.add(part)
    return found


def missing(passages: Iterable[str], body: etree._Element) -> int:
    """Count the passages that stand nowhere in what was taken."""
    taken, place, count = _bare(body), 0, 0
    for text in passages:
        found = taken.find(text, place)  # mostly they come in order
        found = found if found >= 0 else taken.find(text)
        count, place = count + (found < 0), max(found, place)
    return count


def _bare(element: etree._Element) -> str:
    return "".join("".join(element.itertext()).split())


def is_of_links(element: HtmlElement) -> bool:
    """Say whether most of an element's words are links."""
    return 2 * sum(len(_bare(link)) for link in element.iter("a")) > len(_bare(element))


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
