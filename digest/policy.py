"""Which articles may be shown in full, and what is left of one whose text is withheld."""

from collections.abc import Sequence
from dataclasses import replace

from digest.model.article import Article, Takeaway
from digest.text.slugs import slug


def may_be_shown(article: Article, licences: Sequence[str] | None) -> bool:
    """Say whether a policy lets an article's text be published: `CC-BY-4.0` is `CC BY 4.0`, and no licence is not listed."""
    if licences is None:
        return True
    licence = article.front_matter.source.licence
    return bool(licence) and slug(licence) in {slug(one) for one in licences}


def without_text(article: Article) -> Article:
    """Return what remains: title, front matter and the takeaways that the editor wrote; no word of the text."""
    own = tuple(takeaway for takeaway in article.front_matter.takeaways if is_editors(takeaway))
    front_matter = replace(article.front_matter, takeaways=own, extract=False, sections=())
    return replace(article, front_matter=front_matter, sections=(), recovery=(), withheld=True)


def is_editors(takeaway: Takeaway) -> bool:
    """Say whether a takeaway is in the editor's words, not in the article's."""
    return takeaway.origin == "author"
