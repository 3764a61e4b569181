"""What a part of a saved page says, and whether it leads to other pages."""

import re

from lxml import etree
from lxml.html import HtmlElement

_ELSEWHERE = re.compile(
    r"\b(?:related|recirc\w*|promo\w*|newsletter|subscri\w*|sign-?up|share\w*|sharing|social|advert\w*|sponsor\w*|ads?|sidebar"
    r"|most-read|breadcrumbs?|pagination|read-more|more-on|comments?|outbrain|taboola)\b",
    re.IGNORECASE,
)


def leads_elsewhere(box: HtmlElement) -> bool:
    """Say whether an element is called as those are that lead to other pages."""
    return bool(_ELSEWHERE.search(f"{box.get('class') or ''} {box.get('id') or ''}".replace("_", "-")))


def is_of_links(element: HtmlElement) -> bool:
    """Say whether most of an element's words are links."""
    return 2 * sum(len(bare(link)) for link in element.iter("a")) > len(bare(element))


def bare(element: etree._Element) -> str:
    """Return the text of an element without white space."""
    return "".join("".join(element.itertext()).split())
