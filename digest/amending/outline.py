"""What other pages than its own are told of an article."""

from dataclasses import replace

from digest.cache import values
from digest.cache.whole import summed
from digest.model.announcement import Announcement
from digest.model.article import Inference
from digest.model.library import Annotated, Findings
from digest.model.names import Named
from digest.model.shown import Shown

_TOLD = (Announcement, Shown, Named)
_SOME = (Inference(piece="", rule="", confidence=1),)


def outlined(annotated: Annotated) -> Annotated:
    """Leave out what only its own pages and entries tell: pages of a library are planned alike without that."""
    article = annotated.article
    front_matter = replace(article.front_matter, title="", summary="", takeaways=(), entities=())
    return Annotated(
        article=replace(article, sha256="", front_matter=front_matter, recovery=_SOME if article.recovery else (), problems=()),
        findings=Findings(annotated.findings[kind] for kind in _TOLD),
    )


def written_outline(annotated: Annotated) -> bytes:
    """Write what is told of an article."""
    return values.without_pieces(outlined(annotated))


def outline(annotated: Annotated) -> bytes:
    """Return 16 bytes that tell what is told of an article from what would be told of another."""
    return summed(written_outline(annotated))
