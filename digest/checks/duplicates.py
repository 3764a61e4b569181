"""Articles that say in most sentences what an earlier one says."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from digest.model.article import Article
from digest.model.library import Draft
from digest.model.remark import Remark
from digest.text.quoting import quoted_words
from digest.text.sentences import sentences

_MOSTLY = 0.8
_SHORTEST = 20  # characters of a sentence that tells


def check(drafts: Sequence[Draft], paths: frozenset[str]) -> Iterator[tuple[str, Remark]]:
    """Remark on each article that has most of its sentences from one that stands before it in order of path."""
    del paths
    seen: dict[str, set[str]] = defaultdict(set)
    for draft in sorted(drafts, key=lambda draft: draft.path):
        article = draft.annotated.article
        spoken = _sentences(article)
        shared = Counter(path for sentence in spoken for path in seen[sentence])
        other, count = min(shared.items(), key=lambda entry: (-entry[1], entry[0]), default=("", 0))
        if spoken and count >= _MOSTLY * len(spoken):
            message = f"{count} of its {len(spoken)} sentences stand in {other} too"
            hint = "delete one, or state 'draft: true' in it"
            yield article.path, Remark(rule="duplicate-article", message=message, hint=hint)
        for sentence in spoken:
            seen[sentence].add(article.path)


def _sentences(article: Article) -> frozenset[str]:
    found = (quoted_words(block.text[start:end]) for block in article.blocks for start, end in sentences(block.text))
    return frozenset(sentence for sentence in found if len(sentence) >= _SHORTEST)
