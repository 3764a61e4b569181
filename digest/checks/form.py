"""The form of takeaways: how long each is, how many there are, and whether one only repeats the title."""

from collections.abc import Iterator

from digest.model.article import Article
from digest.model.library import Annotated
from digest.model.remark import Remark
from digest.text.words import stems

_MOST_WORDS = 35
_MOST = 8
_ALIKE = 0.85


def check(annotated: Annotated) -> Iterator[Remark]:
    """Remark on takeaways that are too long, too many, or copies of the title."""
    article = annotated.article
    takeaways = article.front_matter.takeaways
    if len(takeaways) > _MOST:
        last = takeaways[-1]
        message = f"{len(takeaways)} takeaways are more than readers keep in mind"
        yield Remark(rule="takeaway-count", passage=last.id, end=len(last.text), message=message, hint=f"keep {_MOST} or fewer")
    for takeaway in takeaways:
        count = len(takeaway.text.split())
        if count > _MOST_WORDS:
            message = f"{count} words are long for a takeaway"
            hint = f"say it in {_MOST_WORDS} words or fewer"
            yield Remark(rule="takeaway-long", passage=takeaway.id, end=len(takeaway.text), message=message, hint=hint)
        if _repeats_title(takeaway.text, article):
            message, hint = "this repeats the title", "say what the title does not"
            yield Remark(rule="takeaway-copy-of-title", passage=takeaway.id, end=len(takeaway.text), message=message, hint=hint)


def _repeats_title(text: str, article: Article) -> bool:
    language = article.front_matter.language
    one, other = frozenset(stems(text, language)), frozenset(stems(article.front_matter.title, language))
    return bool(one and other) and len(one & other) / len(one | other) >= _ALIKE
