"""A saved web page to the article on it, with its own headings and lists, and what the page says of where it comes from."""

import re
from collections.abc import Sequence
from datetime import date
from urllib.parse import urljoin

import trafilatura
from lxml import etree
from trafilatura.settings import Document

from digest.errors import SourceError
from digest.importing.as_markdown import as_markdown
from digest.importing.outlined import keep_boxes, keep_figures, leave_main_article, missing, passages
from digest.importing.taken import Taken, day, language, licence, line, name, web_address
from digest.model.article import FrontMatter, Publication
from digest.model.source import Source
from digest.text.folding import folded

_SAVED_FROM = re.compile(rb"<!-- saved from url=\(\d+\)(?P<url>https?://[^\s>]+) -->")
# What trafilatura calls the elements of an article, and what HTML does.
_TAGS = {"item": "li", "quote": "blockquote", "row": "tr", "lb": "br"}
_EMPHASIS = {"#b": "strong", "#i": "em", "#t": "code"}
_DATES = {"original_date": True, "extensive_search": False}  # what the page states, no guesses


def items(source: Source) -> Sequence[Source]:
    """Return the page: it holds one article."""
    return (source,)


def take(source: Source, retrieved: date) -> Taken:
    """Take the article of a page.

    Raises SourceError when there is none.
    """
    tree = trafilatura.load_html(source.content)
    if tree is None:
        raise SourceError("no HTML that can be read", hint="save the page again")
    stated, spoken = licence(next(iter(tree.xpath("//*[@rel='license']/@href")), "")), language(tree.get("lang"))
    others = leave_main_article(tree)
    keep_figures(tree)
    keep_boxes(tree)
    there = list(passages(tree))
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
    saved = _SAVED_FROM.search(source.content)
    url = web_address(found.url) or web_address(saved["url"].decode("ascii", "replace") if saved else "")
    title = line(found.title)
    published = day(found.date)
    front_matter = FrontMatter(
        title=title,
        date=published,
        authors=tuple(filter(None, map(line, (found.author or "").split(";")))),
        source=Publication(
            name=line(found.sitename) or line(found.hostname),
            url=url,
            published=published,
            licence=stated or licence(found.license),
            retrieved=retrieved,
        ),
        language=spoken,
    )
    counts = {"images": source.content.lower().count(b"<img"), "other articles on the page": others}
    counts["passages of the article"] = missing(there, found.body)
    left = tuple(f"{kind} ({count})" for kind, count in counts.items() if count)
    body = as_markdown(_html(found.body, title, url))
    return Taken(front_matter=front_matter, body=body, name=name(title, body), left=left)


def _html(body: etree._Element, title: str, url: str) -> str:
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
        elif element.tag == "hi":
            element.tag = _EMPHASIS.get(rend, "span")
        elif element.tag == "cell":
            element.tag = "th" if element.get("role") == "head" else "td"
        elif element.tag == "code" and "\n" in "".join(element.itertext()).strip():
            parent = element.getparent()
            element.tag = "code" if parent is not None and parent.tag == "pre" else "pre"
        elif element.tag == "ref":
            target = element.get("target") or ""
            element.tag = "span" if target.startswith("#") else "a"  # places on the page are not kept
            element.set("href", _joined(url, target))
        elif element.tag in _TAGS:
            element.tag = _TAGS[element.tag]
    return str(etree.tostring(body, method="html", encoding="unicode"))


def _joined(base: str, target: str) -> str:
    try:
        return urljoin(base, target)
    except ValueError:
        return ""
