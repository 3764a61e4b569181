"""A saved page made ready for the search for its article: figures, lists and quotes as what finds that keeps."""

import re

from lxml import etree
from lxml.html import HtmlElement

_FIGURES = "//figure | //div[contains(concat(' ', @class, ' '), ' wp-caption ')]"
_NUMBER = "\ufdd3"  # no character of any text
_NUMBERED = re.compile(f"{_NUMBER}([0-9]+){_NUMBER}")
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


def keep_terms(tree: HtmlElement) -> None:
    """Turn lists of definitions into paragraphs."""
    for terms in tree.xpath("//dl"):
        for term in terms.xpath("./dt | ./div/dt"):
            strong = etree.SubElement(term, "strong")
            strong.text, term.text = term.text, None
            strong.extend(term[:-1])
            term.tag = "p"
        for meaning in terms.xpath("./dd | ./div/dd"):
            meaning.tag = "div" if meaning.xpath("./p | ./div | ./ul | ./ol | ./table | ./dl") else "p"
        terms.tag = "div"
