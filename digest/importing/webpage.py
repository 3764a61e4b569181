"""A saved web page to the article on it, with its own headings and lists, and what the page says of where it comes from."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

import trafilatura
from lxml import etree
from trafilatura.settings import Document

from digest.errors import SourceError
from digest.importing.as_markdown import as_markdown
from digest.importing.page_articles import leave_main_article, number_played
from digest.importing.page_boxes import keep_boxes
from digest.importing.page_licence import stated_licence
from digest.importing.page_links import Hidden, address, complete_links, relative_links
from digest.importing.page_outline import (
    keep_cells,
    keep_figures,
    keep_quotes,
    keep_roles,
    keep_terms,
    number_again,
    numbers_in_text,
)
from digest.importing.page_passages import lists_of_links, missing, passages
from digest.importing.taken import Taken, day, language, licence, line, name, web_address
from digest.load import MAX_BYTES, too_large
from digest.model.article import FrontMatter, Publication
from digest.model.source import Source
from digest.text.folding import folded

# What trafilatura calls the elements of an article, and what HTML does.
_TAGS = {"item": "li", "quote": "blockquote", "row": "tr", "lb": "br"}
_EMPHASIS = {"#b": "strong", "#i": "em", "#t": "code"}
_LOADED = re.compile(rb"""((?:["'(=]|&quot;)\s*data:)[^"'()<>\s]+""", re.IGNORECASE)
_STYLE = re.compile(rb"<style\b(?:(?!</style|<style\b).)*+</style>", re.IGNORECASE | re.DOTALL)
_DATES = {"original_date": True, "extensive_search": False}  # what the page states, no guesses


def items(source: Source) -> Sequence[Source]:
    """Return the page: it holds one article, and may hold the pictures, fonts and styles that it shows.

    Raises SourceError when its text is larger than an article may be.
    """
    content = _LOADED.sub(rb"\1", _STYLE.sub(b"", source.content)) if len(source.content) > MAX_BYTES else source.content
    if len(content) > MAX_BYTES:
        raise too_large(source.path)
    return (replace(source, content=content),)


def take(source: Source, retrieved: date) -> Taken:
    """Take the article of a page.

    Raises SourceError when there is none.
    """
    tree = trafilatura.load_html(source.content)
    if tree is None:
        raise SourceError("no HTML that can be read", hint="save the page again")
    stated, spoken, own = stated_licence(tree), language(tree.get("lang")), address(tree, source.content)
    others = leave_main_article(tree)
    played = number_played(tree)
    complete_links(tree, own)
    keep_roles(tree)
    keep_figures(tree)
    keep_boxes(tree)
    keep_terms(tree)
    keep_quotes(tree)
    links = Hidden()
    links.hide(tree)
    keep_cells(tree)
    numbers_in_text(tree)
    there, lists = list(passages(tree)), list(lists_of_links(tree))
    found = trafilatura.bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        include_formatting=True,
        include_links=True,
        date_extraction_params=_DATES,
    )
    if not isinstance(found, Document) or found.body is None or not "".join(found.body.itertext()).strip():
        raise SourceError("no article was found on the page", hint="save the page itself, with its text in it")
    url = own.page or web_address(found.url)
    title = line(found.title)
    published = day(found.date)
    front_matter = FrontMatter(
        title=title,
        date=published,
        authors=tuple(filter(None, map(line, (found.author or "").split(";")))),
        source=Publication(
            name=line(found.sitename) or line(found.hostname) or line(urlsplit(url).hostname),
            url=url,
            published=published,
            licence=stated or licence(found.license),
            retrieved=retrieved,
        ),
        language=spoken,
    )
    counts = {"images": source.content.lower().count(b"<img"), "other articles on the page": others}
    counts |= {"frames, sound and film": played, "passages of the article": missing(there, found.body)}
    counts["lists and lines of links"] = missing(lists, found.body)
    markup = links.shown(_html(found.body, title))
    counts["links without an address of the page"] = relative_links(markup)
    left = tuple(f"{kind} ({count})" for kind, count in counts.items() if count)
    body = as_markdown(markup)
    return Taken(front_matter=front_matter, body=body, name=name(title, body), left=left)


def _html(body: etree._Element, title: str) -> str:
    """Write what was extracted as HTML, without the title, which has its own place."""
    first = next(iter(body), None)
    if first is not None and first.tag == "head" and folded("".join(first.itertext())) == title:
        body.remove(first)
    for element in body.iter():
        rend = element.get("rend") or ""
        if element.tag == "head":
            element.tag = rend if re.fullmatch("h[1-6]", rend) else "h2"
        elif element.tag == "list":
            element.tag = rend if rend in {"ol", "ul"} else "ul"
            number_again(element)
        elif element.tag == "hi":
            element.tag = _EMPHASIS.get(rend, "span")
        elif element.tag == "cell":
            element.tag = "th" if element.get("role") == "head" else "td"
        elif element.tag == "code" and "\n" in "".join(element.itertext()).strip():
            parent = element.getparent()
            element.tag = "code" if parent is not None and parent.tag == "pre" else "pre"
        elif element.tag == "ref":
            target = element.get("target") or ""
            element.tag = "a"
            element.attrib.clear()
            element.set("href", target)
        elif element.tag in _TAGS:
            element.tag = _TAGS[element.tag]
    return str(etree.tostring(body, method="html", encoding="unicode"))
