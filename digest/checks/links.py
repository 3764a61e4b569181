"""Links in Markdown to a file of the library or a part of an article that is not there."""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote, urlsplit

from digest.model.article import Article
from digest.model.library import Draft
from digest.model.remark import FILE, Remark

_LINK = re.compile(r"(?<![\\!])\[(?:[^\[\]\\\n]|\\.)*\]\(\s*<?(?P<target>[^\s<>()]+)>?(?:\s+[\"'(][^\n]*?[\"')])?\s*\)")
_CODE = re.compile(r"^(?:```|~~~).*?^(?:```|~~~)|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_MARKDOWN = (".md", ".markdown")


def check(drafts: Sequence[Draft], paths: frozenset[str]) -> Iterator[tuple[str, Remark]]:
    """Remark on each relative link that leads to no article, and each `#fragment` that its article does not have."""
    articles = {draft.annotated.article.path: draft.annotated.article for draft in drafts}
    for draft in drafts:
        article = draft.annotated.article
        if not article.path.endswith(_MARKDOWN):
            continue
        code = [match.span() for match in _CODE.finditer(draft.text)]
        for link in _LINK.finditer(draft.text):
            inside = any(start <= link.start() < end for start, end in code)
            if not inside and _is_broken(link["target"], article, articles, paths):
                yield (
                    article.path,
                    Remark(
                        rule="link-broken",
                        passage=FILE,
                        start=link.start("target"),
                        end=link.end("target"),
                        message=f"“{link['target']}” leads nowhere",
                        hint="mend the address, or write it in full with https://",
                    ),
                )


def _is_broken(target: str, article: Article, articles: Mapping[str, Article], paths: frozenset[str]) -> bool:
    try:
        parts = urlsplit(target)
    except ValueError:
        return True
    if parts.scheme or parts.netloc:
        return False
    path = posixpath.normpath(posixpath.join(posixpath.dirname(article.path), unquote(parts.path))).lstrip("/")
    if parts.path and path not in paths:
        return True
    aim = articles.get(path) if parts.path else article
    return bool(aim and (parts.fragment or not parts.path) and unquote(parts.fragment) not in _anchors(aim))


def _anchors(article: Article) -> frozenset[str]:
    takeaways = {takeaway.id for takeaway in article.front_matter.takeaways}
    return frozenset({section.id for section in article.sections} | {block.id for block in article.blocks} | takeaways)
