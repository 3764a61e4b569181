"""Links in Markdown to a file of the library or a part of the article that is not there."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote, urlsplit

from digest.model.article import Article
from digest.model.library import Draft
from digest.model.remark import FILE, Remark

_LINK = re.compile(r"(?<![\\!])\[(?:[^\[\]\\\n]|\\.)*\]\(\s*<?(?P<target>[^\s<>()]+)>?(?:\s+[\"'(][^\n]*?[\"')])?\s*\)")
_CODE = re.compile(r"^(?:```|~~~).*?^(?:```|~~~)|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_MARKDOWN = (".md", ".markdown")


def check(drafts: Sequence[Draft], paths: frozenset[str]) -> Iterator[tuple[str, Remark]]:
    """Remark on each relative link that leads to no article, and each `#fragment` that the article does not have."""
    for draft in drafts:
        article = draft.annotated.article
        if not article.path.endswith(_MARKDOWN):
            continue
        code = [match.span() for match in _CODE.finditer(draft.text)]
        for link in _LINK.finditer(draft.text):
            inside = any(start <= link.start() < end for start, end in code)
            if not inside and _is_broken(link["target"], article, paths):
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


def _is_broken(target: str, article: Article, paths: frozenset[str]) -> bool:
    try:
        parts = urlsplit(target)
    except ValueError:
        return True
    if parts.scheme or parts.netloc:
        return False
    if not parts.path:
        anchors = {section.id for section in article.sections} | {block.id for block in article.blocks}
        return unquote(parts.fragment) not in anchors | {takeaway.id for takeaway in article.front_matter.takeaways}
    path = posixpath.normpath(posixpath.join(posixpath.dirname(article.path), unquote(parts.path)))
    return path.lstrip("/") not in paths
