"""What a saved page says of the licence of its article: by links, data of search engines, and its head."""

import json
from collections.abc import Iterator

from lxml.html import HtmlElement

from digest.importing.taken import licence

_LINKED = "//{tag}[contains(concat(' ', normalize-space(@rel), ' '), ' license ')][not(ancestor::figure)]/@href"
_DATA = "//script[@type='application/ld+json']/text()"
_ITEM = "//*[@itemprop='license'][not(ancestor::figure)]"
_META = ("dcterms.license", "dc.rights.license", "dcterms.rights", "dc.rights", "rights", "copyright")
_ARTICLES = ("Article", "Posting", "Report", "WebPage", "CreativeWork")  # as the names of such types end


def stated_licence(tree: HtmlElement) -> str:
    """Return the licence that a page states most clearly, or ''."""
    return next(filter(None, map(licence, _statements(tree))), "")


def _statements(tree: HtmlElement) -> Iterator[object]:
    yield from tree.xpath(_LINKED.format(tag="link"))
    found = [pair for text in tree.xpath(_DATA) for pair in _of_data(_data(text))]
    yield from (text for _, text in sorted(found, key=lambda pair: pair[0]))
    yield from tree.xpath(_LINKED.format(tag="a"))
    for item in tree.xpath(_ITEM):
        yield item.get("href") or item.get("content") or "".join(item.itertext())
    named: dict[str, str] = {}
    for meta in tree.iter("meta"):
        named.setdefault((meta.get("name") or meta.get("property") or "").lower(), meta.get("content") or "")
    yield from (named.get(name, "") for name in _META)


def _data(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _of_data(data: object, level: int = 0) -> Iterator[tuple[int, str]]:
    """Yield the licences of articles in linked data, and how far down the list of types each stands; pictures have their own."""
    if isinstance(data, list):
        for one in data:
            yield from _of_data(one, level)
    elif isinstance(data, dict) and level < len(_ARTICLES):
        types = data.get("@type")
        names = [str(one) for one in (types if isinstance(types, list) else [types])]
        rank = min((rank for rank, end in enumerate(_ARTICLES) for name in names if name.endswith(end)), default=None)
        if rank is not None:
            yield from ((rank, text) for text in _names(data.get("license")))
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _of_data(data.get(key), level + 1)


def _names(given: object) -> Iterator[str]:
    if isinstance(given, str):
        yield given
    elif isinstance(given, dict):
        yield from (text for key in ("@id", "url", "name") if isinstance(text := given.get(key), str))
    elif isinstance(given, list):
        for one in given:
            if isinstance(one, str | dict):
                yield from _names(one)
