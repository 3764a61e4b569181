"""An article as an entry of a feed: its takeaways first, then its corrections, then its text or its opening."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec

from digest import permalinks
from digest.filters import direction, long_date
from digest.model.announcement import Announcement
from digest.model.article import Block, Correction, Day, Section
from digest.model.evidence import Evidence
from digest.model.html import Html
from digest.model.library import Annotated
from digest.model.retraction import Retraction
from digest.model.site import Wording
from digest.text import dates
from digest.text.html import element, escaped
from digest.text.marking import translations
from digest.text.web import web_address
from digest.views.headings import levels

One = TypeVar("One", bound=Annotated | Retraction)


class Entry(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What feeds say of one article, the same in each format; `content` is empty in feeds of summaries.

    `original` is the address where it was published first.
    """

    id: str
    permalink: str
    title: str
    language: str
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    published: Day
    updated: Day
    original: str = ""
    licence: str = ""
    opening: str = ""
    summary: Html
    content: Html


def changed(one: Annotated | Retraction) -> Day:
    """Return the day on which an article last changed for its readers."""
    if isinstance(one, Retraction):
        return one.updated
    return dates.latest(one.article.front_matter.date, one.article.front_matter.updated)


def newest(ones: Iterable[One], limit: int) -> Sequence[One]:
    """Return those that changed last, the newest first, so that a correction of an old article reaches its readers."""
    return sorted(ones, key=lambda one: dates.newest_first(changed(one)))[:limit]


def entry(one: Annotated | Retraction, wording: Wording, *, full: bool) -> Entry:
    """Make the entry of an article, or the one that takes its place when it was retracted."""
    return _of_retraction(one, wording) if isinstance(one, Retraction) else _of_article(one, wording, full=full)


def _of_article(annotated: Annotated, wording: Wording, *, full: bool) -> Entry:
    article, given = annotated.article, annotated.article.front_matter
    first = Html("".join((*_takeaways(annotated, wording), *_corrections(given.corrections, wording, "Correction"))))
    opening = annotated.findings[Announcement].opening
    brief = Html(first + element("p", escaped(opening))) if opening else first
    return Entry(
        id=article.id,
        permalink=permalinks.article(article.slug, given.date),
        title=article.title,
        language=given.language,
        authors=given.authors,
        tags=given.tags,
        published=given.date,
        updated=changed(annotated),
        original=web_address(given.source.url),
        licence=given.source.granted,
        opening=str(opening),
        summary=escaped(opening) if full else _directed(brief, given.language),
        content=_directed(Html(first + text) if (text := _text(article.sections)) else brief, given.language) if full else Html(),
    )


def _of_retraction(gone: Retraction, wording: Wording) -> Entry:
    """Say that it is gone and why, and nothing of its text."""
    gettext = translations(wording.catalogue).gettext
    notice = element("p", escaped(gettext("This article was retracted.")))
    return Entry(
        id=gone.id,
        permalink=permalinks.article(gone.slug, gone.date),
        title=gettext("Retracted: %(title)s") % {"title": gone.title},
        language=gone.language,
        published=gone.date,
        updated=changed(gone),
        summary=Html("".join((notice, *_corrections(gone.corrections, wording, "Retraction")))),
        content=Html(),
    )


def _takeaways(annotated: Annotated, wording: Wording) -> Iterator[Html]:
    takeaways, gettext = annotated.findings[Evidence].takeaways, translations(wording.catalogue).gettext
    if takeaways:
        picked = all(takeaway.origin == "extracted" for takeaway in takeaways)
        label = gettext("Key takeaways") + (f" · {gettext('Picked from the article')}" if picked else "")
        yield element("p", _labelled(label, wording))
        yield element("ul", *(element("li", escaped(takeaway.text)) for takeaway in takeaways))


def _corrections(corrections: Sequence[Correction], wording: Wording, newest: str) -> Iterator[Html]:
    """Tell of each correction; the newest of a retracted article is its retraction."""
    gettext = translations(wording.catalogue).gettext
    for index, one in enumerate(corrections):
        told = {"kind": gettext("Correction" if index else newest)}
        if one.date:
            told["day"] = long_date(one.date, wording.language)
        label = (gettext("%(kind)s, %(day)s:") if one.date else gettext("%(kind)s:")) % told
        yield element("p", _labelled(label, wording), escaped(f" {one.text}"))


def _labelled(label: str, wording: Wording) -> Html:
    """Write words of the interface into an article that may be in another language."""
    return element("strong", escaped(label), attributes={"lang": wording.language})


def _text(folded: Sequence[Section]) -> str:
    """Write the text of an article, if it has any, and the headings over it."""
    sections, written = tuple(folded), list[Html]()
    for section, level in zip(sections, levels(sections), strict=True):
        if section.heading:
            written.append(element(f"h{level}", escaped(section.heading)))
        written += map(_block, section.blocks)
    return "".join(written) if any(section.blocks for section in sections) else ""


def _block(block: Block) -> Html:
    return element("p", block.html) if block.kind == "paragraph" else block.html


def _directed(content: Html, language: str) -> Html:
    """State the language of content, and its direction, where it is known: readers of feeds show many languages in one list."""
    return element("div", content, attributes={"lang": language, "dir": direction(language)}) if language else content
